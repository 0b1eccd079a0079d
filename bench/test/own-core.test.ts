import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onOwnCore, splitCores } from '../src/load/own-core.mjs'

describe('splitting a list of cores', () => {
  it.each([
    ['0,1', { own: '1', others: '0' }],
    ['0-3', { own: '3', others: '0,1,2' }],
    ['0-1,6-7,9', { own: '9', others: '0,1,6,7' }],
    ['2', null],
  ])('%s', (list, expected) => {
    expect(splitCores(list)).toEqual(expected)
  })
})

describe('a core of one\'s own', () => {
  const coresOf = (pid: number | undefined) => execFileSync('taskset', ['-pc', String(pid)], { encoding: 'utf8' }).trim().replace(/^.* /, '')
  let server: ChildProcess
  beforeEach(async () => {
    server = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
    await once(server, 'spawn')
  })
  afterEach(() => server.kill())

  it.runIf(os.availableParallelism() > 1)('is shared with no server while the work is done, where there are two, and given back though it fails', async () => {
    const before = [coresOf(process.pid), coresOf(server.pid)]
    let meanwhile: (string | undefined)[] = []
    await expect(onOwnCore(server.pid ?? 0, async () => {
      meanwhile = [coresOf(process.pid), coresOf(server.pid)]
      throw new Error('as it may')
    })).rejects.toThrow('as it may')
    const cores = splitCores(before[0] ?? '')
    expect(meanwhile[0]).toBe(cores?.own)
    expect(meanwhile[1]?.split(/[,-]/)).not.toContain(cores?.own)
    expect([coresOf(process.pid), coresOf(server.pid)]).toEqual(before)
  })
})
