import type { Inline } from '@klartext/contract'
import { describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { InlineText } from '~/components/article/InlineText'
import { withoutLinks } from '~/components/article/without-links'
import { withoutHydrationMarks } from '../../../../../server/hydration-marks'

const render = async (parts: Inline[]) => withoutHydrationMarks(await renderToString(createSSRApp({ render: () => h(InlineText, { parts }) })))

describe('inlineText', () => {
  it.each<[Inline[], string]>([
    [[], ''],
    [[{ type: 'text', text: 'Bara text', marks: [] }], 'Bara text'],
    [[{ type: 'text', text: 'a < b & "c"', marks: [] }], 'a &lt; b &amp; &quot;c&quot;'],
    [[{ type: 'text', text: 'fet', marks: ['bold'] }, { type: 'text', text: ' rad', marks: [] }], '<strong>fet</strong> rad'],
    [[{ type: 'text', text: 'x', marks: ['bold', 'italic', 'underline', 'strikethrough', 'code'] }], '<strong><em><u><s><code>x</code></s></u></em></strong>'],
    [[{ type: 'text', text: 'rad ett\nrad två\n', marks: [] }], 'rad ett<br>rad två<br>'],
    [[{ type: 'link', url: '/om', children: [{ type: 'text', text: 'om ', marks: [] }, { type: 'text', text: 'oss', marks: ['italic'] }] }], '<a href="/om">om <em>oss</em></a>'],
    [[{ type: 'link', url: 'https://a.example/?x="&y', children: [{ type: 'text', text: '<script>', marks: [] }] }], '<a href="https://a.example/?x=&quot;&amp;y">&lt;script&gt;</a>'],
  ])('%o', async (parts, html) => {
    expect(await render(parts)).toBe(html)
  })
})

describe('withoutLinks', () => {
  it('keeps the text of a link', () => {
    const text = { type: 'text' as const, text: 'om', marks: [] }
    expect(withoutLinks([text, { type: 'link', url: '/om', children: [text] }])).toEqual([text, text])
  })
})
