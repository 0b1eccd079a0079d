import type { Language } from './languages'

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }

const steps = [
  { unit: 'day', minutes: 1440, next: { unit: 'hour', minutes: 60 }, from: 2880 },
  { unit: 'hour', minutes: 60, next: { unit: 'minute', minutes: 1 }, from: 60 },
] as const

/**
 * A span of time in words, in its two largest units: days and hours from two days, hours and minutes from one hour.
 * @param minutes not negative; a part of a minute is rounded
 */
export function durationText(minutes: number, language: Language): string {
  const whole = Math.round(minutes)
  const step = steps.find(({ from }) => whole >= from)
  if (!step)
    return unitText(whole, 'minute', language)
  const rounded = Math.round(whole / step.next.minutes) * step.next.minutes
  const rest = Math.round(rounded % step.minutes / step.next.minutes)
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format([
    unitText(Math.floor(rounded / step.minutes), step.unit, language),
    ...(rest > 0 ? [unitText(rest, step.next.unit, language)] : []),
  ])
}

/** How long to wait, in words that never promise too little. */
export function waitText(seconds: number, language: Language): string {
  return seconds < 60 ? unitText(Math.max(1, Math.ceil(seconds)), 'second', language) : durationText(Math.ceil(seconds / 60), language)
}

function unitText(count: number, unit: 'second' | 'minute' | 'hour' | 'day', language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
