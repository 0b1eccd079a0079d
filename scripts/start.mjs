import { runCommandModule } from './entry.mjs'

runCommandModule(() => import('./run/start-command.mjs'))
