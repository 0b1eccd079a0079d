import { runCommandModule } from './entry.mjs'

runCommandModule(() => import('./run/cms-command.mjs'))
