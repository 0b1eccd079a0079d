import os from 'node:os'
import process from 'node:process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePorts } from '../src/stack/free-port.mjs'
import { liveMemory } from '../src/stack/live-memory.mjs'
import { memoryOf } from '../src/stack/memory.mjs'
import { startServer } from '../src/stack/server.mjs'

/** Starts a Node server that runs a piece of code for each request. */
async function serve(code: string, nodeArgs: string[] = []) {
  const [port = 0] = await freePorts(1)
  const healthUrl = `http://127.0.0.1:${port}/`
  const script = `let kept; require('node:http').createServer((request, response) => { ${code}; response.end('ok') }).listen(${port}, '127.0.0.1'); console.log('I am here')`
  const server = await startServer({ name: 'Small', node: process.execPath, args: ['--eval', script], cwd: os.tmpdir(), env: {}, healthUrl }, nodeArgs)
  onTestFinished(() => server.stop())
  return { ...server, url: healthUrl }
}

describe('startServer', () => {
  it('waits until it answers, and ends it', async () => {
    const server = await serve('')
    expect(server.isRunning()).toBe(true)
    expect(server.output()).toContain('I am here')
    expect((await memoryOf(server.pid)).peak).toBeGreaterThan(10)
    await server.stop('SIGKILL')
    expect(server.isRunning()).toBe(false)
    await expect(fetch(server.url)).rejects.toThrow()
    // Twice does no harm.
    await server.stop()
  })

  it.each([
    ['ends at once', process.execPath, ['--eval', 'console.error("no such table"); process.exit(3)'], /did not come up[\s\S]*no such table/],
    ['is not there', '/nowhere/node', [], /did not come up/],
  ])('tells what a server that %s printed', async (_, node, args, message) => {
    const [port] = await freePorts(1)
    await expect(startServer({ name: 'Small', node, args, cwd: os.tmpdir(), env: {}, healthUrl: `http://127.0.0.1:${port}/` })).rejects.toThrow(message)
  })
})

it('tells what is live from what was only allocated', async () => {
  const [inspectPort = 0] = await freePorts(1)
  const server = await serve('const some = Buffer.alloc(40 * 2 ** 20, 1); if (request.url === "/keep") kept = some', [`--inspect=127.0.0.1:${inspectPort}`])
  const before = await liveMemory(inspectPort)
  await fetch(`${server.url}let-go`)
  expect(await liveMemory(inspectPort)).toBeLessThan(before + 10)
  await fetch(`${server.url}keep`)
  expect(await liveMemory(inspectPort)).toBeGreaterThan(before + 39)
})
