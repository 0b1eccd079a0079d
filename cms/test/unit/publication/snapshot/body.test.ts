import type { BodyEntry } from '../../../../src/publication/entries/entry-schemas'
import type { PersonLink } from '../../../../src/publication/snapshot/schemas'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '../../../../src/publication/snapshot/body'

const people = new Map([['maja', 'Maja Lindqvist'], ['elin', 'Elin Borg']])
const person = (id: string): PersonLink | null => {
  const name = people.get(id)
  return name === undefined ? null : { id, slug: id, url: `/personer/${id}`, name, role: null, organisation: null, portrait: null }
}
const references = { person, organisation: () => null, topic: () => null }
const run = (text: string, ...marks: string[]) => ({ type: 'text', text, marks })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const textPart = (speaker: string | null, ...blocks: object[]): BodyEntry => ({ __component: 'body.text', text: blocks, speaker })
const body = (entries: BodyEntry[], onlySubject: string | null = null) => bodyOf(entries, { language: 'sv', references, onlySubject })
const text = (value: string) => ({ type: 'text', text: value })

const maja = { id: 'maja', name: 'Maja Lindqvist', slug: 'maja' }

describe('spoken lines', () => {
  it('are said by the only subject', () => {
    expect(body([textPart(null, paragraph(text('Hon lyssnar.')), paragraph(text('–Där!')))], 'maja')).toEqual([
      { type: 'paragraph', children: [run('Hon lyssnar.')] },
      { type: 'dialogue', speaker: maja, children: [run('Där!')] },
    ])
  })
  it('are said by whom the part names, if it names anybody', () => {
    expect(body([textPart('elin', paragraph(text('– Hur då?')))], 'maja')).toMatchObject([{ speaker: { id: 'elin', name: 'Elin Borg' } }])
  })
  it('are said by nobody where the article is about several people or none, or the speaker is not public', () => {
    expect(body([textPart(null, paragraph(text('– Ja.')))])).toMatchObject([{ type: 'dialogue', speaker: null }])
    expect(body([textPart('okänd', paragraph(text('– Ja.')))], 'maja')).toMatchObject([{ type: 'dialogue', speaker: null }])
  })
  it('are several where each line of a paragraph opens with a dash', () => {
    expect(body([textPart(null, paragraph(text('– Ett.\n– '), { type: 'text', text: 'Två.', bold: true }, text('\noch mer\n-Tre.')))], 'maja')).toEqual([
      { type: 'dialogue', speaker: maja, children: [run('Ett.')] },
      { type: 'dialogue', speaker: maja, children: [run('Två.', 'bold'), run('\noch mer')] },
      { type: 'dialogue', speaker: maja, children: [run('Tre.')] },
    ])
  })
  it('are no paragraph that only ends in one, no heading, no list and nothing in a fact box', () => {
    const blocks = [
      paragraph(text('Hon säger:\n– Ja.')),
      { type: 'heading', level: 2, children: [text('– Nej')] },
      { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('– a')] }] },
    ]
    expect(body([textPart(null, ...blocks), { __component: 'body.fact-box', title: 'Fakta', text: [paragraph(text('– b'))] }], 'maja').map(part => part.type))
      .toEqual(['paragraph', 'heading', 'list', 'factBox'])
  })
})

describe('other parts', () => {
  it('a quote', () => {
    expect(body([{ __component: 'body.quote', text: ' "Ja." ', attribution: '' }])).toEqual([{ type: 'quote', children: [run('”Ja.”')], attribution: null }])
  })
  it('that hold nothing are left out', () => {
    const figure = { image: null, alt: null, caption: null, credit: null, missingFile: false, decorative: false }
    expect(body([
      textPart(null),
      { __component: 'body.quote', text: ' ', attribution: 'Maja' },
      { __component: 'body.figure', ...figure },
      { __component: 'body.infographic', ...figure, longDescription: 'a', tableCaption: null, tableText: null },
      { __component: 'body.fact-box', title: ' ', text: [] },
    ])).toEqual([])
  })
  it('share the anchors of one article', () => {
    const heading = { type: 'heading', level: 2, children: [text('Rör')] }
    expect(body([textPart(null, heading), { __component: 'body.fact-box', title: 'Rör', text: [heading] }])).toMatchObject([
      { anchor: 'ror' },
      { parts: [{ anchor: 'ror-2' }] },
    ])
  })
})
