import { runCommandModule } from './entry.mjs'

runCommandModule(() => import('./run/secrets-command.mjs'))
