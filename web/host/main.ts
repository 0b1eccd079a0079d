import { fileURLToPath } from 'node:url'
import { toNodeListener } from 'h3'
import { useNitroApp, useRuntimeConfig } from 'nitropack/runtime'
import { cms } from '../server/cms/client'
import { settings } from '../server/settings'
import { holdTick } from './hold-tick'
import { createOrigin } from './origin'
import { runSite } from './run-site'
import '#nitro-internal-pollyfills'

holdTick()
const nitro = useNitroApp()
// one reader's fault must not end the site for all
process.on('unhandledRejection', error => console.error('Nobody waited for what failed:', error))
process.on('uncaughtException', error => console.error('Nobody caught what failed:', error))
await runSite({
  settings: settings(),
  origin: createOrigin({ listener: toNodeListener(nitro.h3App), call: request => nitro.localCall(request) }),
  changes: cms().changes,
  build: { id: useRuntimeConfig().app.buildId, publicFolder: fileURLToPath(new URL('../public', import.meta.url)) },
})
