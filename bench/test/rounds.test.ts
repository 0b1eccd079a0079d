import { expect, it } from 'vitest'
import { inRounds } from '../src/load/rounds.mjs'

it('warms each candidate once, then takes turns, each round from another one, and rests before each', async () => {
  const log: string[] = []
  const candidate = (name: string) => ({
    name,
    measure: async (warmUp: boolean) => {
      log.push(warmUp ? `warm ${name}` : name)
      return log.length
    },
  })
  const rest = async () => {
    log.push('rest')
    return log.length > 6
  }
  const { results, unrested } = await inRounds({ candidates: ['a', 'b', 'c'].map(candidate), rounds: 2, rest })
  expect(log.join(', ')).toBe('warm a, warm b, warm c, rest, a, rest, b, rest, c, rest, b, rest, c, rest, a')
  expect(results.get('a')).toHaveLength(2)
  expect(unrested).toBe(2)
})
