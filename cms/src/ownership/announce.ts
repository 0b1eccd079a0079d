import type { Core } from '@strapi/strapi'
import { randomBytes } from 'node:crypto'
import { readSettings } from '../settings'
import { removeRunningCms, writeRunningCms } from './running-cms'

/** A new one at each start. */
export const localToken = randomBytes(32).toString('base64url')

/** Writes `cms.json` once the CMS listens. */
export function announceWhenListening(strapi: Core.Strapi): void {
  const { dataDir } = readSettings()
  const { httpServer } = strapi.server
  httpServer.once('listening', () => {
    const address = httpServer.address()
    if (address === null || typeof address === 'string')
      return
    writeRunningCms(dataDir, { pid: process.pid, url: `http://${reachable(address.address)}:${address.port}`, token: localToken })
  })
}

/** Takes `cms.json` away when the CMS stops in good order. */
export function takeBackAnnouncement(): void {
  removeRunningCms(readSettings().dataDir)
}

function reachable(address: string): string {
  if (address === '0.0.0.0' || address === '::')
    return '127.0.0.1'
  return address.includes(':') ? `[${address}]` : address
}
