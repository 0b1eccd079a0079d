import type { FreshCms } from '../../harness/fresh-cms'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createDesk } from './intake-desk'

let cms: FreshCms
beforeAll(async () => {
  cms = await freshCms()
})
afterAll(async () => cms?.dispose())

const text = 'Kvalster trivs i ventilationen, vår kvalstersanering kommer hem till dig redan i morgon.'
const scoreOf = async (asked: string) => Number(await cms.run('spamScoreOf', { text: asked, name: 'Lotta' }))
const learn = (isSpam: boolean, isTakenBack: boolean, taught = text) => cms.run('learnFromVerdict', { text: taught, isSpam, isTakenBack })

it('a score follows moderators\' decisions, and a decision taken back leaves nothing', async () => {
  const untaught = await scoreOf(text)
  for (let times = 0; times < 4; times++)
    await learn(true, false)
  const taught = await scoreOf(text)
  expect(taught).toBeGreaterThan(untaught)
  for (let times = 0; times < 4; times++)
    await learn(true, true)
  expect(await scoreOf(text)).toBe(untaught)
  for (let times = 0; times < 4; times++)
    await learn(false, false)
  expect(await scoreOf(text)).toBeLessThan(untaught)
})

it('the longest comment with the most features is learnt from and scored', async () => {
  const longest = Array.from({ length: 5000 }, (_, index) => String.fromCodePoint(0x61 + (index * index + 7 * index) % 26)).join('').replace(/(.{9})./g, '$1 ')
  await learn(false, false, longest)
  expect(await scoreOf(longest)).toBeLessThan(0.5)
})

it('a text that reads like spam is put aside, and an angry honest one is not', async () => {
  const desk = createDesk(cms)
  const id = await desk.article('laste')
  await desk.send('laste', { name: 'Lotta', text: 'Låna pengar utan säkerhet! Snabblån direkt på kontot, ansök nu på snabbt-lan.example och få 50 000 kr idag!!!' })
  await desk.send('laste', { name: 'Sven', text: 'Det är FÖR JÄVLIGT att ni inte plogar på Storgatan. Sluta slösa våra skattepengar och gör ert jobb!' })
  expect((await desk.comments(id)).map(row => row.moderation_status)).toEqual(['spam', 'pending'])
  const [first, second] = await desk.room.sql<{ spam_score: number }>('select spam_score from comment_submission where article_id = ? order by received_at', [id])
  expect(first?.spam_score).toBeGreaterThan(0.9)
  expect(second?.spam_score).toBeLessThan(0.5)
})
