// Boots the compiled CMS and runs what the test asks for inside it; see boot.ts.
const path = require('node:path')
const { createStrapi } = require('@strapi/strapi')

const appDir = path.resolve(__dirname, '..', '..')

async function main() {
  const app = createStrapi({ appDir, distDir: path.join(appDir, 'dist'), serveAdminPanel: false, autoReload: false })
  await app.start()
  process.on('message', async ({ id, name, argument }) => {
    try {
      const remote = require('./remote.cjs')
      if (!(name in remote))
        throw new Error(`test/harness/remote.cjs has no function "${name}"`)
      const value = await remote[name](app, argument)
      process.send({ id, value: value ?? null })
    }
    catch (error) {
      process.send({ id, error: { name: error.name, message: error.message, details: error.details } })
    }
  })
  process.send({ ready: true })
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
