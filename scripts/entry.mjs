import process from 'node:process'

const OLDEST_NODE = 20

/**
 * Runs one of the commands behind `npm start`, `npm test` and their like.
 *
 * The modules of a command are loaded only after the Node version is known to be new enough, so that an
 * older Node gets a sentence instead of a syntax error. That is why this file keeps to old syntax.
 *
 * @param {() => Promise<{ main: (args: string[]) => Promise<number> }>} load brings the command's module
 */
export function runCommandModule(load) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    console.error(`Klartext needs Node 20 or newer to start, and this is Node ${process.versions.node}. Install a newer Node and try again.`)
    process.exitCode = 1
    return
  }
  load()
    .then((command) => { return command.main(process.argv.slice(2)) })
    .then((exitCode) => { process.exitCode = exitCode })
    .catch((error) => {
      process.exitCode = 1
      // A PlainError is a sentence for the person at the terminal, an AbortError their own wish;
      // anything else is a defect and keeps its stack.
      if (error.name === 'PlainError')
        console.error(`\n${error.message}`)
      else if (error.name === 'AbortError')
        console.error('\nStopped.')
      else
        console.error(error)
    })
}
