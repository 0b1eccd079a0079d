// Measures pages of a running site with Lighthouse (mobile, devtools throttling): node lighthouse.mjs SITE_URL PATH… [--runs=5] [--json=FILE]
// Prints a table of medians. Devtools throttling, because the simulated one jumps between two levels on the loopback address.
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'

const { values, positionals: [site, ...paths] } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '5' }, json: { type: 'string' } } })
const runs = Number(values.runs)
if (!site || paths.length === 0 || !Number.isInteger(runs) || runs < 1) {
  console.error('Write the address of a running site and the paths to measure: node lighthouse.mjs http://localhost:3000 / /artiklar')
  process.exit(2)
}

const onlyCategories = ['performance', 'accessibility', 'best-practices', 'seo']
// A port of this run's own: beside a browser that an ended run left behind on a fixed one, Lighthouse talks to that.
const port = await freePort()

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address()
  server.close()
  await once(server, 'close')
  return free
}

/** What one run says of a page. */
function figuresOf({ categories, audits }) {
  const requests = audits['network-requests'].details.items
  return {
    ...Object.fromEntries(onlyCategories.map(id => [id, Math.round(100 * categories[id].score)])),
    'LCP ms': Math.round(audits['largest-contentful-paint'].numericValue),
    'CLS': Number(audits['cumulative-layout-shift'].numericValue.toFixed(4)),
    'TBT ms': Math.round(audits['total-blocking-time'].numericValue),
    'requests': requests.length,
    'bytes': requests.reduce((sum, { transferSize }) => sum + transferSize, 0),
  }
}

const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const mediansOf = all => Object.fromEntries(Object.keys(all[0]).map(name => [name, median(all.map(figures => figures[name]))]))
const failedIn = ({ audits }) => Object.values(audits)
  .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
  .map(({ id, displayValue, score }) => `${id}: ${displayValue ?? score}`)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', `--remote-debugging-port=${port}`],
  // Playwright turns off what one audit looks at
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
})
const pages = {}
for (const path of paths) {
  const results = []
  for (let run = 0; run < runs; run++)
    results.push((await lighthouse(site + path, { port, throttlingMethod: 'devtools', onlyCategories, logLevel: 'error' })).lhr)
  pages[path] = { median: mediansOf(results.map(figuresOf)), runs: results.map(figuresOf), failed: failedIn(results[0]) }
}
const version = browser.version()
await browser.close()

console.table(Object.fromEntries(Object.entries(pages).map(([path, { median }]) => [path, median])))
for (const [path, { failed }] of Object.entries(pages).filter(([, { failed }]) => failed.length > 0))
  console.log(`${path}: ${failed.join('; ')}`)
if (values.json)
  await writeFile(values.json, `${JSON.stringify({ at: new Date().toISOString(), chromium: version, throttling: 'devtools', runs, pages }, null, 2)}\n`)
