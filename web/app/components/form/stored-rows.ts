import type { Language } from '#shared/languages'
import type { Messages } from '#shared/messages'
import { formatInstant } from '#shared/dates'

/** Keys whose value is a word of the CMS's own; what people wrote is never put in other words. */
const stateKeys = new Set(['status', 'state', 'event', 'kind', 'weight', 'language'])

export interface StoredRow {
  name: string
  value: string
}

/**
 * What is kept about somebody, as rows to read: a name in words and a value in words.
 * @param data as the CMS tells it; what lies deeper gets the names on the way to it
 * @param m the texts of the sender's pages
 * @param language for dates
 */
export function storedRows(data: Record<string, unknown>, m: Messages['sender'], language: Language): StoredRow[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const name = m.storedWords.names[key] ?? key
    if (Array.isArray(value) && value.some(isRecord))
      return value.flatMap((item, index) => rowsBelow(`${name} ${index + 1}`, key, item))
    return rowsBelow(name, key, value)
  })

  function rowsBelow(name: string, key: string, value: unknown): StoredRow[] {
    return isRecord(value)
      ? storedRows(value, m, language).map(row => ({ name: `${name}: ${row.name.toLowerCase()}`, value: row.value }))
      : [{ name, value: wordsOf(key, value, m, language) }]
  }
}

function wordsOf(key: string, value: unknown, m: Messages['sender'], language: Language): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return m.storedNothing
  if (typeof value === 'boolean')
    return value ? m.yes : m.no
  if (Array.isArray(value))
    return value.map(item => wordsOf(key, item, m, language)).join(', ')
  if (typeof value === 'number')
    return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value)
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text))
    return formatInstant(text, language, 'minute')
  return stateKeys.has(key) ? m.storedWords.states[text] ?? text : text
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
