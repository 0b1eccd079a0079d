import { slugSchema } from '@klartext/contract'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import article from '../../../../src/api/article/content-types/article/schema.json'
import organisation from '../../../../src/api/organisation/content-types/organisation/schema.json'
import person from '../../../../src/api/person/content-types/person/schema.json'
import topic from '../../../../src/api/topic/content-types/topic/schema.json'
import { slugOf } from '../../../../src/publication/text/slug'

describe('slugOf', () => {
  it.each([
    ['Överträdelse på räksmörgås', 'overtradelse-pa-raksmorgas'],
    ['Åsa & Örjan: 10 år!', 'asa-och-orjan-10-ar'],
    ['Idéer från Zürich', 'ideer-fran-zurich'],
    ['”Vi hör av oss”', 'vi-hor-av-oss'],
    ['— –', ''],
    ['Привет', 'privet'],
  ])('%s', (title, slug) => expect(slugOf(title)).toBe(slug))

  it('cuts a long title at a word', () => {
    const slug = slugOf(`${'ord '.repeat(60)}slut`)
    expect(slug.length).toBeLessThanOrEqual(200)
    expect(slug).toMatch(/-ord$/)
  })

  it('gives a slug by the contract, or nothing, for any text', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (title) => {
    const slug = slugOf(title)
    expect(slug === '' || v.is(slugSchema, slug)).toBe(true)
  })))
})

it('every type replaces the same letters in its slug field', () => {
  for (const type of [organisation, person, topic])
    expect(type.attributes.slug.options).toEqual(article.attributes.slug.options)
})
