import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { SITE_NODE_OPTIONS } from '../../../scripts/run/server-plans.mjs'
import { freePorts } from '../stack/free-port.mjs'
import { startProgram, startServer } from '../stack/server.mjs'

/** @typedef {{ identity: import('../load/raw-answer.mjs').RawAnswer, br: import('../load/raw-answer.mjs').RawAnswer }} Answers */

const BARE = fileURLToPath(new URL('bare-server.mjs', import.meta.url))
const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'
/** They belong to a connection, not to the answer, and Node writes them itself. */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'date']

/**
 * Starts one Node process, with the site's own options, that writes the same bytes with the same headers, from memory.
 *
 * @param {Answers} answers
 */
export async function startBareServer(answers) {
  const [port = 0] = await freePorts(1)
  const url = `http://127.0.0.1:${port}/`
  const ready = Object.fromEntries(Object.entries(answers).map(([coding, { headers, body }]) => [coding, {
    headers: Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name)).flatMap(([name, value]) => [name, String(value)]),
    body: body.toString('base64'),
  }]))
  const server = await startServer({
    name: 'bare node:http',
    node: process.execPath,
    args: [...SITE_NODE_OPTIONS, BARE],
    cwd: os.tmpdir(),
    env: { NODE_ENV: 'production', PORT: String(port), BARE_ANSWERS: JSON.stringify(ready) },
    healthUrl: url,
  })
  return { url, server }
}

/**
 * Starts nginx with one worker on the same bytes as files, plain and compressed beforehand. Its headers are its own, and fewer
 * than ours. `tcp_nopush` stays off: it holds answers back for 40 ms.
 *
 * @param {Answers} answers
 * @throws {Error} when nginx or its module for brotli is not there
 */
export async function startNginx(answers) {
  if (!existsSync(BROTLI_MODULE))
    throw new Error(`nginx cannot send what was compressed with brotli: there is no ${BROTLI_MODULE} (on Debian: apt-get install libnginx-mod-http-brotli-static).`)
  const [port = 0] = await freePorts(1)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-bench-nginx-'))
  await writeFile(path.join(folder, 'essay.html'), answers.identity.body)
  await writeFile(path.join(folder, 'essay.html.br'), answers.br.body)
  await writeFile(path.join(folder, 'nginx.conf'), configuration(folder, port))
  const url = `http://127.0.0.1:${port}/essay.html`
  const server = await startProgram({
    name: 'nginx',
    program: process.env.NGINX_PATH || '/usr/sbin/nginx',
    args: ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')],
    cwd: folder,
    env: {},
    healthUrl: url,
    folders: [folder],
  })
  return { url, server }
}

/**
 * @param {string} folder
 * @param {number} port
 */
function configuration(folder, port) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join(' ')
  return `load_module ${BROTLI_MODULE};
daemon off; master_process off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr warn;
events { worker_connections 256; }
http {
  ${temporary}
  access_log off; sendfile on; tcp_nodelay on; keepalive_requests 1000000000; open_file_cache max=16;
  types { text/html html; } charset utf-8;
  server { listen 127.0.0.1:${port}; root ${folder}; brotli_static on; }
}
`
}
