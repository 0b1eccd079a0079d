import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEnvText, withEnvFile } from '../../run/env-file.mjs'
import { tempDir } from '../support/temp-dir.ts'

describe('parseEnvText', () => {
  it.each([
    ['WEB_PORT=4000', { WEB_PORT: '4000' }],
    ['  export  WEB_PORT = 4000  ', { WEB_PORT: '4000' }],
    ['# a comment\n\nDATA_DIR=.data # where data lies', { DATA_DIR: '.data' }],
    ['ADMIN_PASSWORD=ab#c', { ADMIN_PASSWORD: 'ab#c' }],
    ['ADMIN_PASSWORD="a # b"', { ADMIN_PASSWORD: 'a # b' }],
    ['ADMIN_PASSWORD=\'a " b\' # note', { ADMIN_PASSWORD: 'a " b' }],
    ['DATABASE_URL=postgres://u:p=x@h:5432/d?sslmode=require', { DATABASE_URL: 'postgres://u:p=x@h:5432/d?sslmode=require' }],
    ['EMPTY=', { EMPTY: '' }],
    ['EMPTY= # nothing', { EMPTY: '' }],
    ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['A=1\nA=2', { A: '2' }],
    ['not a setting', {}],
  ])('reads %j', (text, values) => {
    expect(parseEnvText(text)).toEqual(values)
  })
})

describe('withEnvFile', () => {
  it('lets the environment go before the file', async () => {
    const file = join(await tempDir(), '.env')
    await writeFile(file, 'WEB_PORT=4000\nCMS_PORT=4001\n')
    expect(withEnvFile(file, { WEB_PORT: '5000' })).toEqual({ WEB_PORT: '5000', CMS_PORT: '4001' })
  })

  it('is the environment alone where there is no file', async () => {
    expect(withEnvFile(join(await tempDir(), '.env'), { A: '1' })).toEqual({ A: '1' })
  })
})
