import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const program = fileURLToPath(new URL('../src/run.mjs', import.meta.url))
const bench = (...args: string[]) => promisify(execFile)(process.execPath, [program, ...args])

it('measures the classifier, prints the matrices and keeps the figures', async () => {
  const { stdout } = await bench('classifier')
  expect(stdout).toMatch(/Spam in Swedish, held out\n.+said spam +said honest\n +is spam +\d+ +\d+\n +is honest +\d+ +\d+\n +precision [01]\.\d{3}, recall [01]\.\d{3}, \d+ comments/)
  const { figures } = JSON.parse(await readFile(new URL('../results/classifier.json', import.meta.url), 'utf8')) as { figures: { what: string, part: string, precision: number, recall: number }[] }
  for (const [what, part] of [['Spam in Swedish', 'held out'], ['Spam in Swedish', 'cross-validated'], ['Questions', 'held out']]) {
    const figure = figures.find(each => each.what === what && each.part === part)
    expect(stdout).toContain(`precision ${figure?.precision.toFixed(3)}, recall ${figure?.recall.toFixed(3)}`)
  }
})

it('says which benches there are when it is asked for another', async () => {
  await expect(bench('speed')).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/no bench called speed[\s\S]* {2}classifier {2}/) })
})
