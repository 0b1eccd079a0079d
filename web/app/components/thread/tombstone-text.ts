import type { Messages } from '#shared/messages'

/**
 * Why a comment is not shown, as a sentence.
 * @param m the texts of the interface
 * @param rule the short name of a reason, or a moderator's own words
 * @param date as the reader reads it
 */
export function tombstoneText(m: Messages, rule: string, date: string): string {
  const reason = Object.hasOwn(m.tombstoneReasons, rule) ? m.tombstoneReasons[rule] : undefined
  return reason ? m.tombstone(date, reason) : m.tombstoneByRule(date, rule.replace(/\.$/, ''))
}
