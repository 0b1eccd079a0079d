import type { Language } from '#shared/languages'
import type { Messages } from '#shared/messages'
import { formatInstant } from '#shared/dates'

/**
 * What is kept about somebody, as rows to read: a name in words and a value in words.
 * @param data as the CMS tells it; what lies deeper gets the names on the way to it
 * @param m the texts of the sender's pages
 */
export function storedRows(data: Record<string, unknown>, m: Messages['sender'], language: Language): { name: string, value: string }[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const name = m.storedNames[key] ?? key
    if (Array.isArray(value) && value.some(isRecord))
      return value.flatMap((item, index) => rowsBelow(`${name} ${index + 1}`, item))
    return rowsBelow(name, value)
  })

  function rowsBelow(name: string, value: unknown): { name: string, value: string }[] {
    return isRecord(value)
      ? storedRows(value, m, language).map(row => ({ name: `${name}: ${row.name.toLowerCase()}`, value: row.value }))
      : [{ name, value: wordsOf(value, m, language) }]
  }
}

function wordsOf(value: unknown, m: Messages['sender'], language: Language): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return m.storedNothing
  if (typeof value === 'boolean')
    return value ? m.yes : m.no
  if (Array.isArray(value))
    return value.map(item => wordsOf(item, m, language)).join(', ')
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(value) ? formatInstant(value, language, 'minute') : String(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
