import { expect, it } from 'vitest'
import { startSentence } from '../../../scripts/start-sentence.mjs'

const environment = { DATABASE_URL: 'postgres://user:hemligt@db.example:5433/klartext', DATA_DIR: '/data' }
const failing = (code: string, more: object = {}) => Object.assign(new Error(`${code} happened`), { code }, more)

it.each([
  ['a refusal of our own', Object.assign(new Error('DATA_DIR is in use.'), { name: 'StartRefusal' }), 'DATA_DIR is in use.'],
  ['a setting', new Error('Could not load js config file /klartext/cms/dist/config/server.js: APP_KEYS is not set.'), 'APP_KEYS is not set.'],
  ['a folder that cannot be made', new Error('Could not load js config file /k/server.js: EACCES: permission denied, mkdir \'/data/public\''), 'DATA_DIR /data cannot be written (EACCES: permission denied, mkdir \'/data/public\'); give this user the right to write there, or set DATA_DIR to another folder.'],
  ['a refused connection', failing('ECONNREFUSED'), 'PostgreSQL does not answer at db.example:5433 (ECONNREFUSED); start it, or mend DATABASE_URL.'],
  ['a refused connection at every address of a host', Object.assign(new AggregateError([failing('ECONNREFUSED')], 'All addresses failed'), { code: 'ECONNREFUSED' }), 'PostgreSQL does not answer at db.example:5433 (ECONNREFUSED); start it, or mend DATABASE_URL.'],
  ['a connection that never comes', Object.assign(new Error('Timeout acquiring a connection.'), { name: 'KnexTimeoutError' }), 'PostgreSQL does not answer at db.example:5433 (timeout); start it, or mend DATABASE_URL.'],
  ['a wrong password', failing('28P01'), 'PostgreSQL at db.example:5433 does not accept the user or password in DATABASE_URL.'],
  ['a missing database', failing('3D000'), 'PostgreSQL at db.example:5433 has no database of the name in DATABASE_URL; create it, or mend DATABASE_URL.'],
  ['a file that is no database', failing('SQLITE_NOTADB'), 'The database in DATA_DIR /data is no SQLite database; put a sound one there, or set DATA_DIR to another folder.'],
  ['a full disk', failing('SQLITE_FULL'), 'The database in DATA_DIR /data has no room left; free some on its disk.'],
  ['a taken port', failing('EADDRINUSE', { syscall: 'listen', port: 1337 }), 'Port 1337 is in use; stop what uses it, or set CMS_PORT to another port.'],
  ['a port for administrators', failing('EACCES', { syscall: 'listen', port: 80 }), 'Port 80 may not be opened by this user; set CMS_PORT to one above 1023.'],
  ['a missing build', failing('MODULE_NOT_FOUND', { message: 'Cannot find module \'/klartext/cms/dist/src/index.js\'' }), 'The CMS is not built; run npm start, or npm run build.'],
])('%s is told in one sentence', (_, error, sentence) => {
  expect(startSentence(error, environment)).toEqual({ sentence, isForeseen: true })
  expect(sentence).not.toContain('hemligt')
})

it.each([
  ['an error of ours', new TypeError('x is not a function\n  more'), 'The CMS could not start: x is not a function'],
  ['a network error that is not the database\'s', failing('ECONNREFUSED'), 'The CMS could not start: ECONNREFUSED happened'],
  ['something thrown that is no error', 'oops', 'The CMS could not start: oops'],
])('%s keeps its stack', (_, error, sentence) => {
  expect(startSentence(error, { DATABASE_URL: '' })).toEqual({ sentence, isForeseen: false })
})
