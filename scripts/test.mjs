import { runCommandModule } from './entry.mjs'

runCommandModule(() => import('./checks/test-command.mjs'))
