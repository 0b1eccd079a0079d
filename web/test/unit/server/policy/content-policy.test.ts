import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contentPolicy } from '../../../../server/policy/content-policy'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the policy of a page', () => {
  it('lets nothing in that the page does not hold', () => {
    expect(contentPolicy('<p>Text</p>', '\'none\'')).toBe('default-src \'none\'; img-src \'self\'; font-src \'self\'; connect-src \'self\'; form-action \'self\'; frame-ancestors \'none\'; base-uri \'none\'')
  })

  it('names each style once, by its bytes', () => {
    const html = '<style>a{color:red}</style><style media="print">b{}\n</style><style>a{color:red}</style><style></style>'
    expect(contentPolicy(html, '\'none\'')).toContain(`; style-src ${hash('a{color:red}')} ${hash('b{}\n')}; form-action`)
  })

  it.each([
    ['<script>go()</script>', [hash('go()')]],
    ['<script type="module">go()</script>', [hash('go()')]],
    ['<script type=speculationrules>{"a":1}</script>', [hash('{"a":1}')]],
    ['<SCRIPT TYPE="SpeculationRules">{}</SCRIPT>', [hash('{}')]],
    ['<script type="application/ld+json">{}</script>', []],
    ['<script data-hid="x" type="application/ld+json">å</script><script>å</script>', [hash('å')]],
  ])('%s', (html, hashes) => {
    const scripts = /script-src ([^;]*)/.exec(contentPolicy(html, '\'none\''))?.[1]
    expect(scripts).toEqual(hashes.length > 0 ? hashes.join(' ') : undefined)
  })

  it('says who may frame the page', () => {
    expect(contentPolicy('', 'https://cms.example')).toContain('frame-ancestors https://cms.example;')
  })
})
