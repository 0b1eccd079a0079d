import { describe, expect, it } from 'vitest'
import { createWarmer } from '../../../../host/follow/warmer'

/** A cache whose renders end when the test says so. */
function heldCache(hottest: (tags: string[] | null) => string[]) {
  const begun: string[] = []
  const ends: (() => void)[] = []
  return {
    begun,
    endOne: async () => {
      ends.shift()?.()
      // a render that follows begins in the next turn
      await new Promise(resolve => setImmediate(resolve))
    },
    cache: {
      hottest: ({ tags }: { tags?: Iterable<string> }) => hottest(tags ? [...tags] : null),
      refresh: async (key: string) => {
        begun.push(key)
        await new Promise<void>(resolve => ends.push(resolve))
        return true
      },
    },
  }
}

const turn = async () => new Promise(resolve => setImmediate(resolve))

describe('a warmer', () => {
  it('renders two pages at once, the hottest first, and every page once', async () => {
    const { cache, begun, endOne } = heldCache(() => ['/a', '/b', '/c', '/d'])
    createWarmer(cache, turn).warm(['x'])
    await turn()
    await turn()
    expect(begun).toEqual(['/a', '/b'])
    await endOne()
    expect(begun).toEqual(['/a', '/b', '/c'])
    await endOne()
    await endOne()
    await endOne()
    expect(begun).toEqual(['/a', '/b', '/c', '/d'])
  })

  it('asks once for changes that come together', async () => {
    const asked: (string[] | null)[] = []
    const { cache } = heldCache((tags) => {
      asked.push(tags)
      return []
    })
    const warmer = createWarmer(cache, turn)
    warmer.warm(['a', 'b'])
    warmer.warm(['b', 'c'])
    await turn()
    await turn()
    expect(asked).toEqual([['a', 'b', 'c']])
    warmer.warm(['d'])
    warmer.warm(null)
    await turn()
    await turn()
    expect(asked).toEqual([['a', 'b', 'c'], null])
  })

  it('puts what was marked last before what still waits', async () => {
    const { cache, begun, endOne } = heldCache(tags => tags?.includes('new') ? ['/new'] : ['/a', '/b', '/c'])
    const warmer = createWarmer(cache, turn)
    warmer.warm(['old'])
    await turn()
    await turn()
    warmer.warm(['new'])
    await turn()
    await turn()
    await endOne()
    expect(begun).toEqual(['/a', '/b', '/new'])
  })
})
