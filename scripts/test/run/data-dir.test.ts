import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findRunningCms, openDataDir, requireUnusedDataDir } from '../../run/data-dir.mjs'
import { tempDir } from '../support/temp-dir.ts'

async function startCms() {
  const server = createServer((_request, response) => response.writeHead(204).end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('the test server has no port')
  return `http://127.0.0.1:${address.port}`
}

async function endedPid() {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  if (child.pid === undefined)
    throw new Error('the process had no number')
  return child.pid
}

describe('openDataDir', () => {
  it('makes the folder for its owner alone', async () => {
    const folder = join(await tempDir(), 'deep', 'data')
    await openDataDir(folder)
    await openDataDir(folder)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'logs'))).isDirectory()).toBe(true)
  })

  it('names a folder that cannot be made', async () => {
    const file = join(await tempDir(), 'file')
    await writeFile(file, '')
    await expect(openDataDir(join(file, 'data'))).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('set DATA_DIR') })
  })
})

describe('requireUnusedDataDir', () => {
  it('names the Klartext that runs there', async () => {
    const folder = await tempDir()
    const url = await startCms()
    await writeFile(join(folder, 'cms.json'), JSON.stringify({ pid: process.pid, url, token: 't' }))
    await expect(requireUnusedDataDir(folder)).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining(`process ${process.pid} (${url})`) })
  })

  it.each([
    ['there is no note', undefined],
    ['the note is half-written', '{"pid": 1'],
    ['the note is something else', '[]'],
  ])('passes when %s', async (_what, content) => {
    const folder = await tempDir()
    if (content !== undefined)
      await writeFile(join(folder, 'cms.json'), content)
    await requireUnusedDataDir(folder)
  })

  it('passes when the process in the note is gone', async () => {
    const folder = await tempDir()
    await writeFile(join(folder, 'cms.json'), JSON.stringify({ pid: await endedPid(), url: await startCms(), token: 't' }))
    expect(await findRunningCms(folder)).toBeUndefined()
  })

  it('passes when the number in the note now belongs to a process that is no CMS', async () => {
    const folder = await tempDir()
    await writeFile(join(folder, 'cms.json'), JSON.stringify({ pid: process.pid, url: 'http://127.0.0.1:9', token: 't' }))
    expect(await findRunningCms(folder)).toBeUndefined()
  })
})
