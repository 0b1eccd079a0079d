import type { NitroPreset } from 'nitropack/types'
import { fileURLToPath } from 'node:url'

/** What is built starts with our own server around Nitro's listener. */
export default {
  extends: 'node-server',
  entry: fileURLToPath(new URL('../main.ts', import.meta.url)),
  // the host keeps the public files in memory, each with what the build compressed of it
  serveStatic: false,
  compressPublicAssets: { gzip: true, brotli: true },
  esbuild: { options: { target: 'node24' } },
} satisfies NitroPreset
