/**
 * The admin's own API in the name of one account: what a communicator's clicks send.
 *
 * @typedef {object} Admin
 * @property {(method: string, path: string, body?: unknown) => Promise<unknown>} request throws an error with the answer when it is no success
 */

/**
 * @param {Pick<import('./stack.mjs').Stack, 'cmsUrl' | 'admin'>} stack
 * @returns {Promise<Admin>}
 */
export async function signIn({ cmsUrl, admin }) {
  const answer = await send(`${cmsUrl}/admin/login`, 'POST', admin, {})
  const token = valueAt(answer, 'data', 'token')
  if (typeof token !== 'string')
    throw new Error(`Signing in was answered ${JSON.stringify(answer)}`)
  return { request: (method, path, body) => send(`${cmsUrl}${path}`, method, body, { authorization: `Bearer ${token}` }) }
}

/**
 * The value at a path of keys in parsed JSON; undefined where the path ends early.
 *
 * @param {unknown} value
 * @param {...(string | number)} keys
 * @returns {unknown}
 */
export function valueAt(value, ...keys) {
  return keys.reduce((/** @type {unknown} */ part, key) => typeof part === 'object' && part !== null
    ? Object.entries(part).find(([name]) => name === String(key))?.[1]
    : undefined, value)
}

/**
 * @param {string} url
 * @param {string} method
 * @param {unknown} body
 * @param {Record<string, string>} headers
 * @returns {Promise<unknown>}
 */
async function send(url, method, body, headers) {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok)
    throw new Error(`${method} ${url} was answered ${answer.status}: ${text.slice(0, 500)}`)
  return text === '' ? null : JSON.parse(text)
}
