import { describe, expect, it } from 'vitest'
import { markdownToBody } from '../../../src/example-content/markdown-to-body'

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })

describe('a Markdown body becomes parts', () => {
  it('keeps the order, and puts the text between two parts into one', () => {
    const body = markdownToBody('Ett.\n\nTvå.\n\n```quote\ntext: Sagt.\nattribution: Ada\n```\n\nTre.\n\n```fact-box\ntitle: Fakta\ntext: |\n  - a\n```\n')
    expect(body).toEqual([
      { kind: 'text', text: [paragraph('Ett.'), paragraph('Två.')] },
      { kind: 'quote', text: 'Sagt.', attribution: 'Ada' },
      { kind: 'text', text: [paragraph('Tre.')] },
      { kind: 'factBox', title: 'Fakta', text: [{ type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [{ type: 'text', text: 'a' }] }] }] },
    ])
  })

  it('reads a figure and an infographic with its table', () => {
    const [figure, infographic] = markdownToBody('```figure\nimage: a.webp\nalt: En hamn.\n```\n\n```infographic\nimage: b.webp\nalt: Ett diagram.\nlongDescription: Allt.\ntable:\n  - [Yta, Tid]\n  - [Gata, "3"]\n```')
    expect(figure).toEqual({ kind: 'figure', figure: { image: 'a.webp', alt: 'En hamn.' } })
    expect(infographic).toEqual({
      kind: 'infographic',
      infographic: { image: 'b.webp', alt: 'Ett diagram.', longDescription: 'Allt.', table: [['Yta', 'Tid'], ['Gata', '3']] },
    })
  })

  it.each([
    ['a part that does not exist', '```film\n```', /no body part "film"/],
    ['a figure without alt text', '```figure\nimage: a.webp\n```', /figure: alt/],
    ['a field that does not exist', '```quote\ntext: a\nsource: b\n```', /quote: source/],
    ['what is not YAML', '```quote\ntext: "a\n```', /quote is not YAML/],
    ['a figure that is not a WebP', '```figure\nimage: ../a.png\nalt: b\n```', /figure: image – must be the name of a \.webp/],
  ])('%s is refused by name', (_, markdown, message) => {
    expect(() => markdownToBody(markdown)).toThrow(message)
  })
})
