import process from 'node:process'
import { settings } from '../settings'

/** Reads the settings before the first request, and hands the site's address to the pages. */
export default defineNitroPlugin((nitroApp) => {
  try {
    settings()
  }
  catch (error) {
    console.error(`web cannot start: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
  nitroApp.hooks.hook('request', (event) => {
    event.context.siteUrl = settings().siteUrl
  })
})
