// Runs the built CMS: what `npm start`, Docker and the commands use. A start that fails ends with one line on standard
// error, `klartext: …`, and a code other than 0.
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { startSentence } from './start-sentence.mjs'

const appDir = path.resolve(import.meta.dirname, '..')
// a CMS that a command starts for itself has no admin panel, and ends with the command
const isForCommand = process.argv.includes('--for-command')

/** @param {unknown} error */
function refuse(error) {
  const { sentence, isForeseen } = startSentence(error, process.env)
  if (!isForeseen)
    console.error(error)
  console.error(`klartext: ${sentence}`)
  process.exit(1)
}

if (isForCommand)
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))

try {
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi')
  const app = createStrapi({ appDir, distDir: path.join(appDir, 'dist'), serveAdminPanel: !isForCommand, autoReload: false })
  // before Strapi's own listener, which prints a stack and ends the process
  app.server.httpServer.prependListener('error', refuse)
  await app.load()
  await app.listen()
  app.server.httpServer.off('error', refuse)
  process.send?.('ready')
}
catch (error) {
  refuse(error)
}
