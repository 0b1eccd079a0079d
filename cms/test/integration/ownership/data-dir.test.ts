import type { FreshCms } from '../../harness/fresh-cms'
import { once } from 'node:events'
import { readFileSync, statSync, symlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bootCms } from '../../harness/boot'
import { freePort } from '../../harness/free-port'
import { freshCms } from '../../harness/fresh-cms'
import { runScript } from '../../harness/serve'

const runningCms = v.object({ pid: v.number(), url: v.string(), token: v.pipe(v.string(), v.minLength(32)) })
const readCmsFile = (dataDir: string) => v.parse(runningCms, JSON.parse(readFileSync(path.join(dataDir, 'cms.json'), 'utf8')))

let cms: FreshCms
beforeAll(async () => {
  cms = await freshCms()
})
afterAll(async () => cms?.dispose())

it('tells its own machine where it is, and nobody else', () => {
  expect(readCmsFile(cms.dataDir)).toMatchObject({ pid: cms.process.pid, url: cms.url })
  expect(statSync(path.join(cms.dataDir, 'cms.json')).mode & 0o777).toBe(0o600)
})

it('refuses a second CMS on the same folder in one sentence, also through a link', async () => {
  const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'klartext-link-'))
  const link = path.join(elsewhere, 'data')
  symlinkSync(cms.dataDir, link)
  for (const dataDir of [cms.dataDir, link]) {
    const { code, stderr } = await runScript('serve.mjs', [], { dataDir, databaseUrl: cms.databaseUrl ?? undefined }, await freePort())
    expect(code).toBe(1)
    expect(stderr).toBe(`klartext: DATA_DIR ${dataDir} is in use by the CMS that runs as process ${cms.process.pid} (${cms.url}); stop that one, or set DATA_DIR to another folder.\n`)
  }
  expect(readCmsFile(cms.dataDir).pid).toBe(cms.process.pid)
  await rm(elsewhere, { recursive: true })
})

it('lets the folder go however the CMS ends', async () => {
  const data = { dataDir: cms.dataDir, databaseUrl: cms.databaseUrl ?? undefined }
  const before = readCmsFile(cms.dataDir)
  const killed = once(cms.process, 'exit')
  cms.process.kill('SIGKILL')
  await killed
  expect(readCmsFile(cms.dataDir)).toEqual(before)

  const next = await bootCms(data)
  const { pid, token } = readCmsFile(cms.dataDir)
  expect(pid).toBe(next.process.pid)
  expect(token).not.toBe(before.token)
  await next.stop()
  expect(() => readCmsFile(cms.dataDir)).toThrow('ENOENT')
})
