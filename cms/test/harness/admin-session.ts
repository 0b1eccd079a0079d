import type { BootedCms } from './boot'
import { testAdmin } from './secrets'

export interface AdminAnswer {
  status: number
  /** The parsed JSON, or null when the answer has no body. */
  body: unknown
}

/** Requests to the admin's own API in the name of one account. */
export interface AdminSession {
  /** The header that tells who asks. */
  authorization: string
  request: (method: string, path: string, body?: unknown) => Promise<AdminAnswer>
  /** Adds a file to the media library, or puts it in the place of the one with the id. */
  upload: (file: { name: string, type: string, content: Uint8Array<ArrayBuffer> }, inPlaceOf?: number) => Promise<AdminAnswer>
}

export type RoleCode = 'strapi-author' | 'strapi-editor' | 'klartext-moderator'

/** Signs in as the first administrator, or with the given login. */
export async function signIn(cms: Pick<BootedCms, 'url'>, login: { email: string, password: string } = testAdmin): Promise<AdminSession> {
  const answer = await send(cms.url, 'POST', '/admin/login', { body: JSON.stringify(login), headers: { 'content-type': 'application/json' } })
  const token = read(answer.body, 'data', 'token')
  if (typeof token !== 'string')
    throw new TypeError(`Signing in as ${login.email} was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  const authorization = `Bearer ${token}`
  return {
    authorization,
    request: (method, path, body) => send(cms.url, method, path, body === undefined
      ? { headers: { authorization } }
      : { headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    upload({ name, type, content }, inPlaceOf) {
      const form = new FormData()
      form.append('files', new Blob([content], { type }), name)
      return send(cms.url, 'POST', inPlaceOf === undefined ? '/upload' : `/upload?id=${inPlaceOf}`, { headers: { authorization }, body: form })
    },
  }
}

/** Invites a new account with one role, accepts the invitation, and signs in with it. */
export async function signInAs(cms: Pick<BootedCms, 'url'>, role: RoleCode): Promise<AdminSession> {
  const administrator = await signIn(cms)
  const roles = await administrator.request('GET', '/admin/roles')
  const roleId = list(read(roles.body, 'data')).find(entry => read(entry, 'code') === role)
  const email = `${role}-${++accounts}@klartext.example`
  const invited = await administrator.request('POST', '/admin/users', { email, firstname: role, lastname: '', roles: [read(roleId, 'id')] })
  const registrationToken = read(invited.body, 'data', 'registrationToken')
  const accepted = await send(cms.url, 'POST', '/admin/register', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ registrationToken, userInfo: { firstname: role, password: testAdmin.password } }),
  })
  if (accepted.status !== 200)
    throw new Error(`The invitation of ${email} was answered ${accepted.status}: ${JSON.stringify(accepted.body)}`)
  return signIn(cms, { email, password: testAdmin.password })
}

let accounts = 0

/** The value at a path of keys in parsed JSON; undefined where the path ends early. */
export function read(value: unknown, ...keys: (string | number)[]): unknown {
  return keys.reduce<unknown>((part, key) => {
    if (typeof part !== 'object' || part === null || !(key in part))
      return undefined
    return Object.entries(part).find(([name]) => name === String(key))?.[1]
  }, value)
}

/** The value as a list; empty when it is none. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

async function send(url: string, method: string, path: string, init: RequestInit): Promise<AdminAnswer> {
  const response = await fetch(`${url}${path}`, { ...init, method })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null }
}
