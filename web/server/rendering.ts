import { AsyncLocalStorage } from 'node:async_hooks'

/** What is noted while one response is made, however deep in the call. */
export interface Rendering {
  /** Everything that the response depends on, by the tags of the CMS's answers. */
  readonly tags: Set<string>
  /** Milliseconds after which the response may be out of date though nothing changed; null where only a change can make it so. */
  freshForMs: number | null
  /** The error page to draw, instead of the page at the address. */
  readonly fault: 404 | 503 | null
  /** Aborts when nobody waits for the response any more. */
  readonly signal: AbortSignal | null
}

/** Of an answer that names no tag, no change will be told. */
const untaggedForMs = 10_000

const renderings = new AsyncLocalStorage<Rendering>()

export function newRendering({ fault = null, signal = null }: Partial<Pick<Rendering, 'fault' | 'signal'>> = {}): Rendering {
  return { tags: new Set(), freshForMs: null, fault, signal }
}

/** Does the work with its own notes. The inner calls of a page's data are part of it. */
export function inRendering<Result>(rendering: Rendering, work: () => Result): Result {
  return renderings.run(rendering, work)
}

export function currentRendering(): Rendering | undefined {
  return renderings.getStore()
}

/**
 * `fetch` that notes the tags of each answer, whatever its status: a page that says "not found" depends on what was not found.
 * It gives up with the rendering it is called in.
 */
export const notingFetch: typeof fetch = async (input, init) => {
  const rendering = renderings.getStore()
  if (!rendering)
    return fetch(input, init)
  const signals = [init?.signal, rendering.signal].filter(signal => signal !== null && signal !== undefined)
  const answer = await fetch(input, { ...init, signal: AbortSignal.any(signals) })
  const tags = (answer.headers.get('cache-tag') ?? '').split(',').map(tag => tag.trim()).filter(tag => tag !== '')
  for (const tag of tags)
    rendering.tags.add(tag)
  if (tags.length === 0)
    noteTime(untaggedForMs)
  return answer
}

/** Notes that the response is out of date after so many milliseconds, change or no change. */
export function noteTime(milliseconds: number): void {
  const rendering = renderings.getStore()
  if (rendering)
    rendering.freshForMs = Math.min(milliseconds, rendering.freshForMs ?? milliseconds)
}
