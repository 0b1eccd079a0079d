import type { Toolchain } from '../../toolchain/toolchain.mjs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { installChanged } from '../../workspace/install.mjs'
import { keptReport } from '../support/kept-report.ts'
import { createWorkspace, write } from '../support/workspace.ts'

const MEMBERS = ['.', 'packages/contract', 'packages/client', 'cms', 'web', 'e2e']

async function createInstalled() {
  const root = await createWorkspace()
  const { report } = keptReport()
  const calls: string[][] = []
  const install = async (answer = { code: 0, output: '' }) => {
    const before = calls.length
    const toolchain: Toolchain = {
      node: 'node',
      env: {},
      async pnpm(args) {
        calls.push(args)
        if (answer.code === 0)
          await Promise.all(MEMBERS.map(folder => mkdir(join(root, folder, 'node_modules'), { recursive: true })))
        return answer
      },
    }
    await installChanged({ root, toolchain, report, facts: ['node 24'] })
    return calls.length > before
  }
  expect(await install()).toBe(true)
  expect(calls[0]?.slice(0, 2)).toEqual(['install', '--frozen-lockfile'])
  return { root, install }
}

describe('installChanged', () => {
  it('installs once', async () => {
    const { install } = await createInstalled()
    expect(await install()).toBe(false)
  })

  it.each(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'web/package.json', '.npmrc'])('installs again when %s changed', async (path) => {
    const { root, install } = await createInstalled()
    await write(root, path, '{"name":"@klartext/web"}')
    expect(await install()).toBe(true)
    expect(await install()).toBe(false)
  })

  it('installs again when the packages of a member are gone', async () => {
    const { root, install } = await createInstalled()
    await rm(join(root, 'web/node_modules'), { recursive: true })
    expect(await install()).toBe(true)
  })

  it.each([
    ['ERR_PNPM_OUTDATED_LOCKFILE  Cannot install', 'does not fit the package.json files'],
    ['GET https://registry.example/x: getaddrinfo EAI_AGAIN registry.example', 'registry cannot be reached (EAI_AGAIN)'],
    ['ENOSPC: no space left on device', 'no space left on device'],
  ])('says why it failed: %s', async (output, sentence) => {
    const { root, install } = await createInstalled()
    await write(root, 'pnpm-lock.yaml', 'new')
    await expect(install({ code: 1, output })).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining(sentence) })
    expect(await install()).toBe(true)
  })
})
