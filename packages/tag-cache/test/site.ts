import type { Rendered, TagCacheOptions } from '../src/index.js'
import { TagCache } from '../src/index.js'
import { ManualClock } from './manual-clock.js'

/** A page of HTML. */
export function page(text: string, more: Partial<Rendered> = {}): Rendered {
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: Buffer.from(text), tags: ['page'], ...more }
}

/** One call of the renderer, which the test ends. */
interface Call {
  key: string
  signal: AbortSignal
  answer: (rendered: Rendered) => void
  fail: (error: Error) => void
}

/** A cache whose renders wait until the test answers them. */
export function slowSite(options: Partial<TagCacheOptions> = {}) {
  const calls: Call[] = []
  const clock = new ManualClock()
  const cache = new TagCache({
    maxBytes: 1_000_000,
    clock,
    random: () => 0,
    render: (key, signal) => new Promise((answer, fail) => calls.push({ key, signal, answer, fail })),
    ...options,
  })
  /** The next call of the renderer that no test has taken yet. */
  async function nextCall(): Promise<Call> {
    await settle()
    const call = calls.shift()
    if (!call)
      throw new Error('The renderer was not called')
    return call
  }
  return { cache, clock, calls, nextCall }
}

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
}

export const textOf = ({ response }: { response: { identity: { body: Buffer } } }): string => response.identity.body.toString()
