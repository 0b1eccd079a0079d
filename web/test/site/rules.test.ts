import type { RunningSite } from './running-site'
import { commentRules } from '@klartext/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesIn } from '#shared/messages'
import { pagePath } from '#shared/paths'
import { ruleAnchors, rulePath } from '#shared/rules'
import { readText } from './page-text'
import { startSite } from './running-site'

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => site.close())

describe.each(['sv', 'en'] as const)('the comment rules in %s', (language) => {
  it('have a heading for every rule, under the name that forms use', async () => {
    const html = await (await site.get(pagePath('commentRules', language))).text()
    const headings = Object.fromEntries([...html.matchAll(/<h3 id="([^"]*)"[^>]*>([\s\S]*?)<\/h3>/g)].map(([, id = '', text = '']) => [id, readText(text)]))
    expect(headings).toEqual(Object.fromEntries(commentRules.map(rule => [ruleAnchors[rule][language], messagesIn(language).dialogue.rules[rule]])))
  })
})

it('a rule that is none of ours leads to the rules as a whole', () => {
  expect([rulePath('hate', 'en'), rulePath('toString', 'sv')]).toEqual(['/en/comment-rules#hatred-against-a-group', '/kommentarsregler'])
})
