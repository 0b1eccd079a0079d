import type { Counts } from '../src/index.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUCKETS, featuresOf, scoreSpam, SPAM_THRESHOLD } from '../src/index.js'
import { isHeldOut } from '../src/training/index.js'
import { swedish } from './support/labelled.js'

// A kind of advertisement that no training comment holds.
const FORESTRY = [
  'Har du skog att avverka? Virkesbruket tar hand om allt från planering till plantering',
  'Skogsägare! Virkesbruket köper rotposter i hela länet, vi kommer ut och värderar',
  'Virkesbruket söker skog för gallring i vinter, hör av dig till vår inköpare',
  'Dags att gallra skogen? Virkesbruket har lediga maskinlag',
  'Vi på Virkesbruket hjälper dig med skogsbruksplan och avverkning',
  'Skogsägare i Sjövik: vår inköpare finns i trakten hela veckan och värderar virket',
  'Virkesbruket avverkar, gallrar och planterar med skonsamma maskiner, hör av dig för rådgivning',
  'Priserna på timmer är höga just nu, sälj dina rotposter till Virkesbruket',
]
const MORE_FORESTRY = [
  'Sälj virket nu när priserna är höga, Virkesbruket kommer gärna ut till din skog',
  'Skogsgallring med skonsamma maskiner, kontakta Virkesbruket för rådgivning',
  'Virkesbruket informerar: timmerpriset höjs, passa på att avverka',
]
const ABOUT_FORESTS = [
  'Jag har skog vid elljusspåret och ni har avverkat på fel sida gränsen.',
  'Sälj inte skogen bakom skolan! Där leker barnen.',
  'När ska ni gallra i dungen vid Tallgatan?',
]

/** Counts decisions as the CMS keeps them. */
function decided(...decisions: [kind: keyof Counts, texts: readonly string[]][]): Map<number, Counts> {
  const learnt = new Map<number, Counts>()
  for (const [kind, texts] of decisions) {
    for (const bucket of texts.flatMap(featuresOf)) {
      const counts = learnt.get(bucket) ?? { spam: 0, honest: 0 }
      learnt.set(bucket, { ...counts, [kind]: counts[kind] + 1 })
    }
  }
  return learnt
}

const honest = swedish().filter(({ isSpam }) => !isSpam).map(({ text }) => text)
const spam = swedish().filter(({ isSpam }) => isSpam).map(({ text }) => text)
const takenForSpam = (texts: readonly string[], learnt: Map<number, Counts>) => texts.filter(text => scoreSpam(text, '', learnt) >= SPAM_THRESHOLD)

describe('what moderators\' decisions teach', () => {
  it('eight marked examples make a new kind of spam known', () => {
    const learnt = decided(['spam', FORESTRY])
    for (const text of MORE_FORESTRY) {
      expect(scoreSpam(text)).toBeLessThan(SPAM_THRESHOLD)
      expect(scoreSpam(text, '', learnt)).toBeGreaterThanOrEqual(SPAM_THRESHOLD)
    }
  })

  it('honest comments on the same matter stay honest, and so do all others', () => {
    const learnt = decided(['spam', FORESTRY])
    for (const text of ABOUT_FORESTS)
      expect(scoreSpam(text, '', learnt)).toBeLessThan(0.2)
    const unseen = honest.filter(isHeldOut)
    expect(takenForSpam(unseen, learnt).length).toBe(takenForSpam(unseen, new Map()).length)
    const moved = unseen.map(text => Math.abs(scoreSpam(text, '', learnt) - scoreSpam(text)))
    expect(Math.max(...moved)).toBeLessThan(0.1)
  })

  it('the same examples move the score far less where honest comments hold the same words', () => {
    const [text = ''] = MORE_FORESTRY
    const spamAlone = scoreSpam(text, '', decided(['spam', FORESTRY]))
    const both = scoreSpam(text, '', decided(['spam', FORESTRY], ['honest', FORESTRY]))
    expect(both - scoreSpam(text)).toBeLessThan((spamAlone - scoreSpam(text)) / 2)
  })

  it('a comment approved against the score is let through the next time', () => {
    const text = 'Grattis till vinsten! Hämta priset på kommunens kontor, gratis kaffe till alla'
    const learnt = decided(['honest', [text, text, text]])
    expect(scoreSpam(text, '', learnt)).toBeLessThan(scoreSpam(text))
    expect(scoreSpam(text, '', learnt)).toBeLessThan(SPAM_THRESHOLD)
  })

  it('many approvals alone do not open the door to spam, nor many marks alone close it to readers', () => {
    const learnt = decided(['honest', [...honest, ...honest, ...honest].filter(text => !isHeldOut(text))])
    const unseen = spam.filter(isHeldOut)
    expect(takenForSpam(unseen, learnt).length).toBeGreaterThanOrEqual(takenForSpam(unseen, new Map()).length * 0.9)

    const marked = decided(['spam', [...spam, ...spam, ...spam].filter(text => !isHeldOut(text))])
    const readers = honest.filter(isHeldOut)
    expect(takenForSpam(readers, marked).length).toBeLessThanOrEqual(takenForSpam(readers, new Map()).length + 2)
  })

  it('nothing learnt, or what holds none of a comment\'s buckets, moves nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const own = new Set(featuresOf(text))
      const elsewhere = Array.from({ length: BUCKETS }, (_, bucket) => bucket).find(bucket => !own.has(bucket)) ?? 0
      expect(scoreSpam(text, '', new Map([[elsewhere, { spam: 9, honest: 1 }]]))).toBe(scoreSpam(text))
      expect(scoreSpam(text, '', () => undefined)).toBe(scoreSpam(text))
    }))
  })

  it('a map and a function of the same counts say the same', () => {
    const learnt = decided(['spam', FORESTRY])
    for (const text of MORE_FORESTRY)
      expect(scoreSpam(text, '', bucket => learnt.get(bucket))).toBe(scoreSpam(text, '', learnt))
  })

  it('one more comment marked as spam never makes the same comment less like it', () => {
    fc.assert(fc.property(fc.constantFrom(...honest, ...spam), fc.integer({ min: 1, max: 5 }), (text, times) => {
      const marked = (count: number) => scoreSpam(text, '', decided(['spam', Array.from<string>({ length: count }).fill(text)]))
      expect(marked(times)).toBeGreaterThanOrEqual(marked(times - 1) - 1e-12)
    }))
  })
})
