import type { Core } from '@strapi/strapi'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { readSecret, readSettings } from '../src/settings'

export default (): Core.Config.Server => {
  const { host, port, cmsUrl, dataDir } = readSettings()
  // missed at the start, not when the first reader writes
  readSecret('COMMENT_KEY')
  readSecret('SITE_KEY')
  const publicDir = path.join(dataDir, 'public')
  mkdirSync(path.join(publicDir, 'uploads'), { recursive: true })
  return {
    host,
    port,
    url: cmsUrl,
    // longer than proxies keep a connection, so that none sends into one that was just closed
    http: { serverOptions: { keepAliveTimeout: 65_000 } },
    app: { keys: readSecret('APP_KEYS').split(',') },
    dirs: { public: publicDir },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  }
}
