// Commands that a test gives the running CMS: one that repeats, one that refuses, one that breaks, one that shows whether two run at once.

exports.registerTestCommands = () => {
  const { CommandRefusal, registerCommand } = require('../../dist/src/local-commands/registry')
  let running = 0
  registerCommand('test-echo', async (_strapi, input) => input)
  registerCommand('test-nothing', async () => {})
  registerCommand('test-refuse', async () => {
    throw new CommandRefusal('Not today.')
  })
  registerCommand('test-break', async () => {
    throw new TypeError('it broke')
  })
  registerCommand('test-count', async () => {
    running += 1
    await new Promise(resolve => setImmediate(resolve))
    const seen = running
    running -= 1
    return seen
  })
}
