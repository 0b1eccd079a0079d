import { runCommandModule } from './entry.mjs'

runCommandModule(() => import('./checks/test-long-command.mjs'))
