import { waitForIdle } from './idle.mjs'

/**
 * Measures candidates in turns, so that a machine that is slower for a while is slower for all of them. Before each turn the
 * machine comes to rest; the first turn of each candidate warms it and is not counted.
 *
 * @template Result
 * @param {object} plan
 * @param {readonly { name: string, measure: (warmUp: boolean) => Promise<Result> }[]} plan.candidates
 * @param {number} plan.rounds
 * @param {() => Promise<boolean>} [plan.rest]
 * @returns {Promise<{ results: Map<string, Result[]>, unrested: number }>} by name, and how many turns began on a busy machine
 */
export async function inRounds({ candidates, rounds, rest = waitForIdle }) {
  for (const { measure } of candidates)
    await measure(true)
  /** @type {Map<string, Result[]>} */
  const results = new Map(candidates.map(({ name }) => [name, []]))
  let unrested = 0
  for (let round = 0; round < rounds; round++) {
    // Each round begins with another candidate: none is always measured after the same neighbour.
    for (let turn = 0; turn < candidates.length; turn++) {
      const candidate = candidates[(turn + round) % candidates.length]
      if (candidate === undefined)
        continue
      if (!await rest())
        unrested++
      results.get(candidate.name)?.push(await candidate.measure(false))
    }
  }
  return { results, unrested }
}
