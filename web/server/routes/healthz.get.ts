import { defineEventHandler } from 'h3'

/** `/healthz`: this process answers. It does not ask the CMS: a silent CMS must not take the site down with it. */
export default defineEventHandler(() => ({ status: 'ok' }))
