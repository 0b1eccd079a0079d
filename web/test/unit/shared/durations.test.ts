import { describe, expect, it } from 'vitest'
import { durationText, waitText } from '#shared/durations'

describe('durationText', () => {
  it.each([
    [0, '0 minuter', '0 minutes'],
    [1, '1 minut', '1 minute'],
    [59.4, '59 minuter', '59 minutes'],
    [59.6, '1 timme', '1 hour'],
    [61, '1 timme och 1 minut', '1 hour and 1 minute'],
    [694, '11 timmar och 34 minuter', '11 hours and 34 minutes'],
    [2879, '47 timmar och 59 minuter', '47 hours and 59 minutes'],
    [2880, '2 dygn', '2 days'],
    [2909, '2 dygn', '2 days'],
    [2911, '2 dygn och 1 timme', '2 days and 1 hour'],
    [4319, '3 dygn', '3 days'],
    [14_400, '10 dygn', '10 days'],
  ])('%f minutes are %s', (minutes, swedish, english) => {
    expect([durationText(minutes, 'sv'), durationText(minutes, 'en')]).toEqual([swedish, english])
  })
})

describe('waitText', () => {
  it.each([
    [0, '1 sekund'],
    [1, '1 sekund'],
    [59, '59 sekunder'],
    [60, '1 minut'],
    [61, '2 minuter'],
    [170, '3 minuter'],
    [3600, '1 timme'],
    [3601, '1 timme och 1 minut'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(waitText(seconds, 'sv')).toBe(text)
  })
})
