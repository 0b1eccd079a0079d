import { describe, expect, it } from 'vitest'
import { textFaults } from '../../../../src/publication/refusals/text-faults'

const place = { path: ['body', 2, 'text'], name: 'Brödtext, del 3 (Text)' }
const link = (url: unknown) => [{ type: 'list', children: [{ type: 'list-item', children: [{ type: 'link', url, children: [{ type: 'text', text: 'hit' }] }] }] }]

describe('textFaults', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', '//a.example', '/\\a.example', 'om', null])('names the link to %j, however deep it lies', (url) => {
    expect(textFaults(link(url), place)).toEqual([{
      path: ['body', 2, 'text'],
      message: `Brödtext, del 3 (Text): Länken ”hit” går till ”${url ?? ''}”, som inte går att använda. Länkar ska börja med https://, http://, mailto:, tel:, / eller #.`,
    }])
  })
  it.each(['https://a.example', 'mailto:a@b.example', '/om', '#ankare'])('has nothing against %s', url => expect(textFaults(link(url), place)).toEqual([]))
  it('sends an image to its own part', () => {
    expect(textFaults([{ type: 'image', image: {}, children: [] }], place)).toMatchObject([{ message: expect.stringContaining('lägg den i en egen del av slaget Bild') }])
  })
})
