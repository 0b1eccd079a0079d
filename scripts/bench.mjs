import { runCommandModule } from './entry.mjs'

runCommandModule(() => import('./run/bench-command.mjs'))
