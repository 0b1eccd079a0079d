// npm run cms -- <command>: work on the data that the CMS owns, through the running CMS or one that is started for it.
import process from 'node:process'
import { Misunderstood } from './arguments.mjs'
import { CommandFailed, withLocalCms } from './local-cms.mjs'
import { reports } from './reports.mjs'

const usage = `Usage: npm run cms -- <command>

${Object.entries(reports).map(([name, { summary, takes }]) => `  ${name.padEnd(15)} ${summary}${takes ? `\n  ${''.padEnd(15)} ${name} ${takes}` : ''}`).join('\n')}
`

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main([name, ...rest]) {
  const command = name !== undefined && Object.hasOwn(reports, name) ? reports[name] : undefined
  if (name === undefined || !command) {
    console.error(name === undefined ? usage : `There is no command "${name}".\n\n${usage}`)
    return 2
  }
  /** @type {unknown} */
  let input
  try {
    input = command.read(rest)
  }
  catch (error) {
    if (!(error instanceof Misunderstood))
      throw error
    console.error(`"${name}" ${error.message}.\n\n${usage}`)
    return 2
  }
  const startedAt = performance.now()
  const answer = await withLocalCms(send => send(name, input))
  const { text, isGood } = command.report(answer, (performance.now() - startedAt) / 1000)
  console.log(text)
  return isGood ? 0 : 1
}

main(process.argv.slice(2)).then(
  (exitCode) => { process.exitCode = exitCode },
  (error) => {
    console.error(error instanceof CommandFailed ? `klartext: ${error.message}` : error)
    process.exitCode = 1
  },
)
