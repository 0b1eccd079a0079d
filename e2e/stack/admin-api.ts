import type { Stack } from './stack'

export interface Login { email: string, password: string }

/** The admin's own API, for what a journey finds in place when it begins. */
export interface AdminApi {
  /** @throws Error with the answer when it is not 2xx */
  request: (method: string, path: string, body?: unknown) => Promise<unknown>
}

export type RoleCode = 'strapi-author' | 'strapi-editor' | 'klartext-moderator'

const sessions = new Map<string, Promise<AdminApi>>()

/** Signs in once and keeps the session for the next who asks: Strapi refuses a sixth sign-in within five minutes. */
export function signInToApi({ cmsUrl }: Pick<Stack, 'cmsUrl'>, login: Login): Promise<AdminApi> {
  const key = `${cmsUrl} ${login.email}`
  const session = sessions.get(key) ?? openSession(cmsUrl, login)
  sessions.set(key, session)
  return session
}

async function openSession(cmsUrl: string, login: Login): Promise<AdminApi> {
  const answer = await send(`${cmsUrl}/admin/login`, 'POST', login)
  const authorization = `Bearer ${textAt(answer, 'data', 'token')}`
  return { request: (method, path, body) => send(`${cmsUrl}${path}`, method, body, { authorization }) }
}

/** Invites an account with one role and accepts the invitation. */
export async function createAccount(stack: Stack, role: RoleCode, name: string): Promise<Login> {
  const administrator = await signInToApi(stack, stack.admin)
  const roles = at(await administrator.request('GET', '/admin/roles'), 'data')
  const roleId = Array.isArray(roles) ? at(roles.find(entry => at(entry, 'code') === role), 'id') : undefined
  const email = `${name.toLowerCase()}@klartext.example`
  const { password } = stack.admin
  const invited = await administrator.request('POST', '/admin/users', { email, firstname: name, lastname: '', roles: [roleId] })
  await send(`${stack.cmsUrl}/admin/register`, 'POST', {
    registrationToken: textAt(invited, 'data', 'registrationToken'),
    userInfo: { firstname: name, password },
  })
  return { email, password }
}

/** The value at a path of keys in parsed JSON; undefined where the path ends early. */
export function at(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((part, key) => typeof part === 'object' && part !== null
    ? Object.entries(part).find(([name]) => name === key)?.[1]
    : undefined, value)
}

function textAt(value: unknown, ...keys: string[]): string {
  const text = at(value, ...keys)
  if (typeof text !== 'string')
    throw new TypeError(`The answer has no text at ${keys.join('.')}: ${JSON.stringify(value)}`)
  return text
}

async function send(url: string, method: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok)
    throw new Error(`${method} ${url} was answered ${response.status}: ${text}`)
  return text === '' ? null : JSON.parse(text)
}
