import type { Core } from '@strapi/strapi'

interface RegistrationContext { request: { body?: unknown } }
interface AuthenticationController { register: (context: RegistrationContext) => Promise<unknown> }

/** Lets an invitation that is accepted without a body be refused like one that lacks everything; Strapi answers 500. */
export function answerEmptyRegistration(strapi: Core.Strapi): void {
  strapi.get('controllers').extend('admin::authentication', (controller: AuthenticationController) => ({
    ...controller,
    async register(context: RegistrationContext) {
      context.request.body ??= {}
      return controller.register.call(this, context)
    },
  }))
}
