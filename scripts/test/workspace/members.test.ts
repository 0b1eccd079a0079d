import { describe, expect, it } from 'vitest'
import { readMembers } from '../../workspace/members.mjs'
import { createWorkspace, write } from '../support/workspace.ts'

describe('readMembers', () => {
  it('lists each member after the ones it needs', async () => {
    const members = await readMembers(await createWorkspace())
    expect(members.map(member => member.name)).toEqual(['@klartext/contract', '@klartext/client', '@klartext/cms', '@klartext/web', '@klartext/e2e'])
    expect(members.map(member => member.isBuilt)).toEqual([true, true, true, true, false])
    expect(members[1]).toEqual({ name: '@klartext/client', folder: 'packages/client', needs: ['@klartext/contract'], isBuilt: true })
  })

  it('refuses a ring', async () => {
    const root = await createWorkspace()
    await write(root, 'packages/contract/package.json', JSON.stringify({ name: '@klartext/contract', dependencies: { '@klartext/client': 'workspace:^' } }))
    await expect(readMembers(root)).rejects.toThrow(/in a ring: .*@klartext\/contract/)
  })
})
