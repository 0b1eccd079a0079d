import type { FreshCms } from '../../harness/fresh-cms'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'

let cms: FreshCms
let token: string
beforeAll(async () => {
  cms = await freshCms()
  await cms.run('registerTestCommands')
  token = v.parse(v.object({ token: v.string() }), JSON.parse(await readFile(path.join(cms.dataDir, 'cms.json'), 'utf8'))).token
})
afterAll(async () => cms?.dispose())

async function give(command: string, init: RequestInit = {}): Promise<{ status: number, answer: unknown }> {
  const answer = await fetch(`${cms.url}/_local/${command}`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, ...init })
  return { status: answer.status, answer: await answer.json() }
}

const refused = { status: 403, answer: { error: 'Local commands are taken from this machine, with the token in cms.json.' } }

it.each([
  ['without a token', {}],
  ['with another token', { authorization: `Bearer ${'x'.repeat(43)}` }],
  ['with a token of another length', { authorization: 'Bearer x' }],
  ['with the token alone', { authorization: 'Basic x' }],
])('is refused %s', async (_, headers) => {
  expect(await give('ping', { headers })).toEqual(refused)
  expect(await give('no-such-command', { headers })).toEqual(refused)
})

it('answers with what the command returns', async () => {
  expect(await give('ping')).toEqual({ status: 200, answer: cms.process.pid })
  expect(await give('test-echo', { body: '{"räksmörgås":[1]}' })).toEqual({ status: 200, answer: { räksmörgås: [1] } })
  expect(await give('test-echo')).toEqual({ status: 200, answer: null })
  expect(await give('test-nothing')).toEqual({ status: 200, answer: null })
})

it.each([
  ['is unknown', 'no-such-command', {}, 404, /^There is no command "no-such-command"; there are .*ping/],
  ['has a body that is no JSON', 'test-echo', { body: '{' }, 400, /must be JSON/],
  ['has too large a body', 'test-echo', { body: `"${'x'.repeat(11_000_000)}"` }, 413, /10 MB at most/],
  ['comes with GET', 'ping', { method: 'GET' }, 405, /Use POST/],
  ['refuses', 'test-refuse', {}, 422, /^Not today\.$/],
  ['breaks', 'test-break', {}, 500, /^The command test-break failed: it broke$/],
])('says why when the command %s', async (_, command, init, status, error) => {
  expect(await give(command, init)).toEqual({ status, answer: { error: expect.stringMatching(error) } })
})

it('runs one command at a time', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => give('test-count')))
  expect(answers.map(({ answer }) => answer)).toEqual(Array.from({ length: 8 }).fill(1))
})
