import type { Core } from '@strapi/strapi'

interface Credentials { email: string, password: string }
type Verdict = [error: unknown, user: unknown, info?: { message: string }]
interface AuthService { checkCredentials: (credentials: Credentials) => Promise<Verdict> }

/** Says in Swedish that a login is wrong: the sign-in page shows the server's words as they are. */
export function refuseSignInInSwedish(strapi: Core.Strapi): void {
  strapi.get('services').extend('admin::auth', (service: AuthService) => ({
    ...service,
    async checkCredentials(credentials: Credentials): Promise<Verdict> {
      const verdict = await service.checkCredentials(credentials)
      const [error, user, info] = verdict
      return info?.message === 'Invalid credentials' ? [error, user, { message: 'Fel e-postadress eller lösenord.' }] : verdict
    },
  }))
}
