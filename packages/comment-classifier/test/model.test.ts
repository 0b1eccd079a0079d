import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUCKETS, featureGroups } from '../src/features/features-of.js'
import { pack, unpack } from '../src/spam/model.js'
import { probability } from '../src/spam/score.js'
import { trained } from '../src/spam/trained.js'
import { foldOf, isHeldOut, measure, readComments, readCommentsCsv, readQuestions, trainSpamModel, weightsFile } from '../src/training/index.js'
import { english, sharedIsThere, swedish } from './support/labelled.js'

const trainedFile = readFileSync(new URL('../src/spam/trained.ts', import.meta.url), 'utf8')

describe('the model in the package', () => {
  it('is smaller than 300 kB', () => {
    expect(trainedFile.length).toBeLessThan(300_000)
  })

  it.skipIf(!sharedIsThere)('is what training makes of the comments that are not held out, to the byte, in whatever order', () => {
    const seen = [...english(), ...swedish()].filter(({ text }) => !isHeldOut(text))
    expect(weightsFile(trainSpamModel(seen)) === trainedFile).toBe(true)
    expect(weightsFile(trainSpamModel(seen.reverse())) === trainedFile).toBe(true)
  }, 60_000)

  it('comes out of its packing as it went in', () => {
    expect(pack(unpack(trained))).toEqual(trained)
  })

  it('is refused when it is of another size or holds what stands for nothing', () => {
    expect(() => unpack({ ...trained, spam: trained.spam.slice(1) })).toThrow(`of ${BUCKETS - 1} buckets where ${BUCKETS} are needed`)
    expect(() => unpack({ ...trained, weights: `å${trained.weights.slice(1)}` })).toThrow('"å", which stands for no number')
  })

  it('rounds weights by half a step at most and keeps small counts', () => {
    const model = { bias: 0.5, weights: new Float64Array(BUCKETS), spam: new Uint16Array(BUCKETS), honest: new Uint16Array(BUCKETS) }
    model.weights.set([-2, 1.234, 0.01])
    model.spam.set([0, 1, 20, 64_000])
    model.honest.set([19, 400, 1000])
    const packed = pack(model)
    const { weights, spam, honest } = unpack(packed)
    for (const bucket of [0, 1, 2])
      expect(Math.abs((weights[bucket] ?? 0) - (model.weights[bucket] ?? 0))).toBeLessThanOrEqual(packed.step / 2)
    expect([...spam.slice(0, 3)]).toEqual([0, 1, 20])
    expect(spam[3]).toBeGreaterThan(2000)
    expect(honest[0]).toBe(19)
    for (const [bucket, count] of [[1, 400], [2, 1000]] as const)
      expect(Math.abs((honest[bucket] ?? 0) / count - 1)).toBeLessThan(0.04)
  })
})

describe('training', () => {
  const examples = [
    ...Array.from({ length: 10 }, (_, at) => ({ text: `köp billigt nummer ${'abcdefghij'[at]}`, isSpam: true })),
    ...Array.from({ length: 10 }, (_, at) => ({ text: `tack för svaret ${'abcdefghij'[at]}`, isSpam: false })),
  ]

  it('tells apart what it was shown, and counts it', () => {
    const model = trainSpamModel(examples)
    const weigh = (text: string) => probability(unpack(pack(model)), featureGroups(text))
    expect(weigh('köp billigt')).toBeGreaterThan(0.5)
    expect(weigh('tack för svaret')).toBeLessThan(0.5)
    expect([model.spam[0], model.honest[0]]).toEqual([10, 10])
  })

  it('reads CSV with quotes and lines in them', () => {
    expect(readCommentsCsv('label,text\nspam,"a ""b"", c"\nham,d\r\nham,"e\nf"\n')).toEqual([
      { text: 'a "b", c', isSpam: true },
      { text: 'd', isSpam: false },
      { text: 'e\nf', isSpam: false },
    ])
  })

  it('refuses labels that it does not know', () => {
    expect(() => readComments('{"label":"ham","text":"a"}')).toThrow('Comment 1 is labelled "ham"')
    expect(() => readCommentsCsv('label,text\nspam,a\nmaybe,b')).toThrow('Comment 2 is labelled "maybe"')
    expect(() => readQuestions('{"isQuestion":"yes","text":"a"}')).toThrow('Comment 1 is labelled "yes"')
  })

  it('holds out the same fifth each time, and what differs in marks and digits alone with it', () => {
    const texts = swedish().map(({ text }) => text)
    const share = texts.filter(isHeldOut).length / texts.length
    expect(share).toBeGreaterThan(0.16)
    expect(share).toBeLessThan(0.24)
    for (const text of texts.filter(text => /\p{L}/u.test(text))) {
      expect(isHeldOut(`${text} !! 123`)).toBe(isHeldOut(text))
      expect(foldOf(text.toUpperCase().toLowerCase())).toBe(foldOf(text))
    }
    expect(new Set(texts.map(foldOf))).toEqual(new Set([0, 1, 2, 3, 4]))
  })
})

describe('the labelled sets', () => {
  it('hold enough of each kind, no comment twice, and no address that could be real', () => {
    const comments = swedish()
    expect(comments.filter(({ isSpam }) => isSpam).length).toBeGreaterThanOrEqual(300)
    expect(comments.filter(({ isSpam }) => !isSpam).length).toBeGreaterThanOrEqual(350)
    expect(new Set(comments.map(({ text }) => text)).size).toBe(comments.length)
    const linked = comments.flatMap(({ text }) => text.match(/(?:https?:\/\/|www\.)[^\s,/\]"<]+/g) ?? [])
    expect(linked.filter(host => !/\.example[.?#]?$/.test(host))).toEqual([])
  })
})

describe('measures', () => {
  it('count and share', () => {
    const answers = [[true, true], [true, true], [true, false], [false, true], [false, false]].map(([is = false, said = false]) => ({ is, said }))
    expect(measure(answers)).toEqual({ truePositives: 2, falsePositives: 1, falseNegatives: 1, trueNegatives: 1, precision: 2 / 3, recall: 2 / 3 })
    expect(measure([])).toMatchObject({ precision: 1, recall: 1 })
  })
})
