import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { examples, readExample } from './example-files.js'

/** The example with another value at a path; `undefined` takes the key away. */
function withChange(node: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined)
    return value
  if (Array.isArray(node))
    return node.map((each, index) => String(index) === key ? withChange(each, rest, value) : each)
  if (typeof node !== 'object' || node === null || !(key in node))
    throw new Error(`the example has no ${key} to break`)
  return Object.fromEntries(Object.entries(node)
    .map(([name, each]) => [name, name === key ? withChange(each, rest, value) : each])
    .filter(([, each]) => each !== undefined))
}

describe('a broken answer is refused and the field is named', () => {
  it.each<[file: string, path: string, value: unknown, named?: string]>([
    ['api-info.json', 'apiStatus', 'beta'],
    ['api-info.json', 'apiReleased', '2026-02-30'],
    ['api-info.json', 'apiDocumentation', '/api'],
    ['comment-input.json', 'name', ' '],
    ['comment-input.json', 'name', 'x'.repeat(81)],
    ['comment-input.json', 'text', ' \n '],
    ['comment-input.json', 'text', 'x'.repeat(5001)],
    ['comment-input.json', 'email', 'oskar@sjovik'],
    ['comment-input.json', 'email', 'oskar sjovik@sjovik.example'],
    ['comment-input.json', 'parent', 'Not an id'],
    ['comment-input.json', 'isQuestion', 'yes'],
    ['comment-preview.json', 'token', 'two words'],
    ['comment-preview.json', 'moderation', 'closed'],
    ['comment-receipt.json', 'status', 'spam'],
    ['report-input.json', 'inGoodFaith', false],
    ['report-input.json', 'rule', 'ugly'],
    ['report-receipt.json', 'receipt', '7'],
    ['openness.json', 'months.0.month', '2026-13'],
    ['openness.json', 'months.0.declined', { ugly: 1 }, 'months.0.declined.ugly'],
    ['openness.json', 'total.questions.medianMinutesToAnswer', -1],
    ['problem-bad-comment.json', 'errors.0.code', 'ugly'],
    ['article-essay.json', 'id', 'Not an id'],
    ['article-essay.json', 'type', 'page'],
    ['article-essay.json', 'kind', 'news'],
    ['article-essay.json', 'language', 'swedish'],
    ['article-essay.json', 'slug', 'Räksmörgås'],
    ['article-essay.json', 'slug', 'två--streck'],
    ['article-essay.json', 'url', '/artiklar/varfor'],
    ['article-essay.json', 'url', 'ftp://klartext.example/x'],
    ['article-essay.json', 'title', ''],
    ['article-essay.json', 'title', undefined],
    ['article-essay.json', 'standfirst', undefined],
    ['article-essay.json', 'firstPublishedAt', '2026-04-14'],
    ['article-essay.json', 'firstPublishedAt', '2026-04-14T06:30:00'],
    ['article-essay.json', 'firstPublishedAt', '2026-04-14 06:30:00Z'],
    ['article-essay.json', 'firstPublishedAt', '2026-04-31T06:30:00Z'],
    ['article-essay.json', 'publicUpdatedAt', '2026-04-14T06:30:00+0200'],
    ['article-essay.json', 'publicUpdatedAt', null],
    ['article-essay.json', 'version', 0],
    ['article-essay.json', 'readingMinutes', 1.5],
    ['article-essay.json', 'lix', -1],
    ['article-essay.json', 'commentCount', '7'],
    ['article-essay.json', 'commentsOpen', 'true'],
    ['article-essay.json', 'authors.0.name', ''],
    ['article-essay.json', 'authors.0.organisation.slug', undefined],
    ['article-essay.json', 'links.self', 'articles/x'],
    ['article-essay.json', 'cover.width', null, 'cover'],
    ['article-essay.json', 'cover.src', null, 'cover'],
    ['article-essay.json', 'cover.sources.0.type', 'text/html'],
    ['article-essay.json', 'cover.height', 0],
    ['article-profile.json', 'cover.focalPoint.x', 1.2],
    ['article-essay.json', 'body.0.type', 'video'],
    ['article-essay.json', 'body.0.children.0.marks', ['blink'], 'body.0.children.0.marks.0'],
    ['article-essay.json', 'body.2.level', 1],
    ['article-essay.json', 'body.2.anchor', 'Nio veckor'],
    ['article-essay.json', 'body.4.longDescription', null],
    ['article-essay.json', 'body.4.height', null, 'body.4'],
    ['article-essay.json', 'body.4.table.headers', ['Ett'], 'body.4.table'],
    ['article-essay.json', 'body.4.table.headers', [], 'body.4.table.headers'],
    ['article-essay.json', 'body.8.items.1.list.items.0.children', 'text'],
    ['article-essay.json', 'body.9.parts.0.type', 'dialogue'],
    ['article-essay.json', 'body.9.parts.1.children.1.url', 'javascript:alert(1)'],
    ['article-profile.json', 'body.1.speaker.name', undefined],
    ['article-profile.json', 'translations.0.url', undefined],
    ['article-page.json', 'page', 0],
    ['article-page.json', 'limit', 101],
    ['article-page.json', 'total', -1],
    ['article-page.json', 'items.2.title', undefined],
    ['thread.json', 'rootTotal', undefined],
    ['thread.json', 'items.0.number', '01'],
    ['thread.json', 'items.1.replies.0.number', '2.'],
    ['thread.json', 'items.1.replies.0.replies.0.author.isAuthor', undefined],
    ['thread.json', 'items.1.replies.0.replies.0.parent', 'someoneelse', 'items.1.replies.0'],
    ['thread.json', 'items.2.bodyHtml', '<p>Dold text</p>', 'items.2'],
    ['thread.json', 'items.2.tombstone.at', 'i går'],
    ['version-page.json', 'items.0.digest', 'abc'],
    ['version-page.json', 'items.0.changeKind', 'typo'],
    ['article-version.json', 'article.body', null],
    ['change-page.json', 'items.0.seq', 0],
    ['change-page.json', 'items.0.action', 'deleted'],
    ['change-page.json', 'items.0.type', 'page'],
    ['change-page.json', 'items.0.tags', 'articles'],
    ['change-page.json', 'more', undefined],
    ['person.json', 'links.0.url', 'javascript:alert(1)'],
    ['person.json', 'articleCount', undefined],
    ['organisation.json', 'kind', 'church'],
    ['organisation.json', 'parent.url', 'not a url'],
    ['topic.json', 'name', ''],
    ['problem-bad-query.json', 'status', 200],
    ['problem-bad-query.json', 'errors.0.path', undefined],
    ['problem-gone.json', 'withdrawnAt', 'nyss'],
    ['problem-not-found.json', 'detail', undefined],
  ])('%s: %s = %j', (file, path, value, named = path) => {
    const schema = examples[file] ?? v.never()
    const result = v.safeParse(schema, withChange(readExample(file), path.split('.'), value))
    expect(result.success).toBe(false)
    expect(result.issues?.map(issue => v.getDotPath(issue))).toContain(named)
  })

  it('keeps a new field that it does not know out of the way', () => {
    const topic = { ...v.parse(v.looseObject({}), readExample('topic.json')), colour: 'blue' }
    expect(v.parse(examples['topic.json'] ?? v.never(), topic)).toEqual(readExample('topic.json'))
  })
})
