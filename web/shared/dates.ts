import type { Language } from './languages'

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }

// Readers and editors are in Sweden: a text published at half past midnight is published that day, wherever the server is.
const timeZone = 'Europe/Stockholm'

const formats = {
  day: { dateStyle: 'long', timeZone },
  shortDay: { day: 'numeric', month: 'short', year: 'numeric', timeZone },
  clock: { timeStyle: 'short', timeZone },
  month: { month: 'long', year: 'numeric', timeZone },
  minute: { dateStyle: 'long', timeStyle: 'short', timeZone },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateForm = keyof typeof formats

const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * An instant as a reader reads it, in Swedish time.
 * @throws RangeError when `instant` is no date
 */
export function formatInstant(instant: string, language: Language, form: DateForm = 'day'): string {
  const key = `${language} ${form}`
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locales[language], formats[form])
  formatters.set(key, formatter)
  return formatter.format(new Date(instant))
}
