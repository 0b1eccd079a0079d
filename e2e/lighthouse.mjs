// Measures pages of a running site with Lighthouse (mobile, devtools throttling): node lighthouse.mjs SITE_URL PATH… [--runs=5]
// Prints the median of each category and of LCP, CLS and TBT. Devtools throttling, because the simulated one jumps between two
// levels on the loopback address.
import process from 'node:process'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'

const runs = Number(process.argv.find(argument => argument.startsWith('--runs='))?.slice(7) ?? 5)
const [site, ...paths] = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
if (!site || paths.length === 0) {
  console.error('Write the address of a running site and the paths to measure: node lighthouse.mjs http://localhost:3000 / /artiklar')
  process.exit(2)
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const audits = ['largest-contentful-paint', 'cumulative-layout-shift', 'total-blocking-time', 'total-byte-weight']
const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const port = 9222

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', `--remote-debugging-port=${port}`],
})
for (const path of paths) {
  const results = []
  for (let run = 0; run < runs; run++) {
    const { lhr } = await lighthouse(site + path, { port, throttlingMethod: 'devtools', onlyCategories: categories, logLevel: 'error' })
    results.push(lhr)
    for (const audit of Object.values(lhr.audits)) {
      if (run === 0 && audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
        console.log(`  ${path}: ${audit.id} ${audit.displayValue ?? audit.score}`)
    }
  }
  const scores = categories.map(id => `${id} ${Math.round(100 * median(results.map(lhr => lhr.categories[id].score)))}`)
  const figures = audits.map(id => `${id} ${Math.round(1000 * median(results.map(lhr => lhr.audits[id].numericValue))) / 1000}`)
  console.log(`${path}: ${[...scores, ...figures].join(', ')}`)
}
await browser.close()
