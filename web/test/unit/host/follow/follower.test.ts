import type { Client, FollowedChange, FollowOptions } from '@klartext/client'
import type { Change, ChangePage } from '@klartext/contract'
import { Unreachable } from '@klartext/client'
import { Histogram } from '@klartext/metrics'
import { describe, expect, it } from 'vitest'
import { createFollower } from '../../../../host/follow/follower'

const change = (seq: number, ...tags: string[]): Change => ({ seq, at: '2026-05-04T10:00:00Z', action: 'published', type: 'article', id: 'article0', language: 'sv', slug: null, version: 1, tags, links: {} })

/** A source of changes that does what the test says, one step after the other. */
function source(feed: (after: number) => ChangePage | Promise<ChangePage> = () => { throw new Error('silent') }) {
  const asked: (FollowOptions['after'])[] = []
  let options: FollowOptions = {}
  let push: (change: FollowedChange) => void = () => {}
  const changes: Client['changes'] = {
    page: async ({ after = 0 } = {}) => feed(after),
    async* all({ after = 0 } = {}) {
      yield await feed(after)
    },
    async* follow(given = {}) {
      options = given
      asked.push(given.after)
      while (!given.signal?.aborted) {
        yield await new Promise<FollowedChange>((resolve, reject) => {
          push = resolve
          given.signal?.addEventListener('abort', () => reject(new Error('ended')))
        })
      }
    },
  }
  return {
    changes,
    asked,
    connect: (cursor: string, continued: boolean) => options.onConnected?.({ cursor, continued }),
    disconnect: () => options.onDisconnected?.(new Unreachable({ method: 'GET', url: '/changes' }, null, undefined)),
    tell: async (told: Change) => {
      push({ ...told, cursor: `${told.seq}.log` })
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

function follow(changes: Client['changes'], cursor: string | null, every?: number) {
  const seen: string[] = []
  let heard: () => void = () => {}
  const note = (text: string) => {
    seen.push(text)
    heard()
  }
  const lagSeconds = new Histogram([1])
  const follower = createFollower({
    changes,
    cursor,
    lagSeconds,
    ...every !== undefined && { every },
    kept: { purge: tags => note(`purge ${tags.join(' ')}`), purgeEverything: () => note('everything'), tryAgain: () => note('again') },
  })
  const ending = new AbortController()
  const ended = follower.run(ending.signal)
  return {
    seen,
    follower,
    lagSeconds,
    next: async () => new Promise<void>((resolve) => { heard = resolve }),
    end: async () => {
      ending.abort()
      await ended
    },
  }
}

describe('a follower', () => {
  it('takes everything for changed where its place is not of this log, and goes on from the head', async () => {
    const { changes, asked, connect } = source()
    const { seen, follower, end } = follow(changes, '7.old')
    expect([asked, follower.state.seq, follower.state.hasFollowed]).toEqual([['7.old'], 7, false])
    connect('30.log', false)
    expect(seen).toEqual(['everything', 'again'])
    expect(follower.state).toEqual({ cursor: '30.log', seq: 30, isConnected: true, hasFollowed: true })
    await end()
  })

  it('marks what each change names, and remembers how far it came', async () => {
    const { changes, connect, disconnect, tell } = source()
    const { seen, follower, lagSeconds, end } = follow(changes, '7.log')
    connect('7.log', true)
    await tell(change(8, 'article:a', 'list:articles'))
    await tell(change(9, 'person:p'))
    expect(seen).toEqual(['again', 'purge article:a list:articles', 'purge person:p'])
    expect(lagSeconds.lines('lag').at(-1)).toBe('lag_count 2')
    disconnect()
    expect(follower.state).toEqual({ cursor: '9.log', seq: 9, isConnected: false, hasFollowed: true })
    await end()
  })

  it('asks the feed while the stream is away, from the last change it knows', async () => {
    const asked: number[] = []
    const { changes, connect, disconnect } = source((after) => {
      asked.push(after)
      return { items: after < 8 ? [change(8, 'article:a')] : [], after: 8, limit: 100, more: false, links: {} }
    })
    const { seen, next, end, follower } = follow(changes, '7.log', 1)
    connect('7.log', true)
    disconnect()
    await next()
    expect([seen, asked[0], follower.state.seq]).toEqual([['again', 'purge article:a'], 7, 8])
    await end()
  })

  it('takes everything for changed while it knows no place and the CMS answers', async () => {
    const { changes } = source(() => ({ items: [], after: 0, limit: 1, more: false, links: {} }))
    const { seen, next, end } = follow(changes, null, 1)
    await next()
    expect(seen).toContain('everything')
    await end()
  })

  it('marks nothing while the CMS is silent', async () => {
    let asked = 0
    let twice: () => void = () => {}
    const again = new Promise<void>((resolve) => { twice = resolve })
    const { changes } = source(() => {
      asked += 1
      if (asked === 2)
        twice()
      throw new Error('silent')
    })
    const { seen, end } = follow(changes, '7.log', 1)
    await again
    expect(seen).toEqual([])
    await end()
  })
})
