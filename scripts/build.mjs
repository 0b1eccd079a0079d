import { runCommandModule } from './entry.mjs'

runCommandModule(() => import('./workspace/build-command.mjs'))
