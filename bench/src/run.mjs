import { mkdir, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { classifier } from './classifier.mjs'

/** @type {import('./bench.mjs').Bench[]} */
const benches = [classifier]

/**
 * Runs the benches that are named, or all, prints what they measured and keeps it in `bench/results/NAME.json`.
 *
 * @param {string[]} names
 * @returns {Promise<number>} the exit code: 1 when a name is unknown
 */
async function run(names) {
  const unknown = names.filter(name => !benches.some(bench => bench.name === name))
  if (unknown.length > 0) {
    console.error(`There is no bench called ${unknown.join(', ')}. There are:\n${benches.map(({ name, about }) => `  ${name}  ${about}`).join('\n')}`)
    return 1
  }
  const folder = fileURLToPath(new URL('../results/', import.meta.url))
  await mkdir(folder, { recursive: true })
  for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const { text, figures } = await bench.run()
    console.log(`${bench.name}: ${bench.about}\n\n${text}\n`)
    await writeFile(`${folder}${bench.name}.json`, `${JSON.stringify({ bench: bench.name, node: process.version, figures }, null, 2)}\n`)
  }
  return 0
}

process.exitCode = await run(process.argv.slice(2))
