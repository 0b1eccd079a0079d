import admin from './translations/admin.json'
import contentManager from './translations/content-manager.json'
import i18n from './translations/i18n.json'
import moderation from './translations/moderation.json'
import strays from './translations/strays.json'
import upload from './translations/upload.json'
import values from './translations/values.json'

/** Swedish texts that Strapi lacks or says badly, by its message ids; `values` holds what the choices in our fields are called. */
export const swedish: Record<string, string> = { ...admin, ...contentManager, ...i18n, ...upload, ...strays, ...moderation, ...values }

/** Starts the admin in Swedish for whoever has not chosen a language in this browser. */
export function startInSwedish(): void {
  const key = 'strapi-admin-language'
  if (!localStorage.getItem(key))
    localStorage.setItem(key, 'sv')
  document.documentElement.lang = localStorage.getItem(key) ?? 'sv'
}
