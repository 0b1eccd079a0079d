import { runCommandModule } from './entry.mjs'

runCommandModule(() => import('./run/import-command.mjs'))
