import { expect, it } from 'vitest'
import { compressInPauses } from '../../../../host/pages/compress-in-pauses'

it('goes on as long as there is work, and ends with its signal', async () => {
  const ending = new AbortController()
  let done = 0
  const cache = {
    densifyHottest: async () => {
      done += 1
      if (done === 5)
        ending.abort()
      return true
    },
  }
  await expect(compressInPauses(cache, ending.signal)).rejects.toThrow('aborted')
  expect(done).toBe(5)
})
