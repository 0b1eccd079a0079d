import type { Core } from '@strapi/strapi'
import { applyOnce } from './apply-once'

/** The languages articles are written in; the first is the default. */
export const languages = [
  { code: 'sv', name: 'Svenska' },
  { code: 'en', name: 'Engelska' },
] as const

interface StoredLocale { id: number, code: string }

/** Creates the languages that are missing and names them in Swedish. */
export async function ensureLanguages(strapi: Core.Strapi): Promise<void> {
  await applyOnce(strapi, 'languages', languages, async () => {
    const locales = strapi.plugin('i18n').service('locales')
    for (const { code, name } of languages) {
      const known: StoredLocale | null = await locales.findByCode(code)
      if (known)
        await locales.update({ id: known.id }, { name })
      else
        await locales.create({ code, name })
    }
    await locales.setDefaultLocale({ code: languages[0].code })
  })
}
