import type { BodyPart, Comment, Inline } from '@klartext/contract'
import type { RunningSite } from './running-site'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examples, hostile } from '../fixture-content'
import { linksOf, mainOf, occurrences, readText, scriptsOf, textsOf } from './page-text'
import { startSite } from './running-site'

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => site.close())

async function page(path: string): Promise<string> {
  const response = await site.get(path)
  expect(response.status).toBe(200)
  return response.text()
}

const textOf = (parts: readonly Inline[]): string => parts.map(part => part.type === 'link' ? textOf(part.children) : part.text.replaceAll('\n', ' ')).join('')

/** Every text of an article's body, in reading order; a caption before what its image says. */
function bodyTexts(parts: readonly BodyPart[]): string[] {
  return parts.flatMap((part): string[] => {
    switch (part.type) {
      case 'list':
        return part.items.flatMap(({ children, list }) => [textOf(children), ...(list ? bodyTexts([list]) : [])])
      case 'figure':
        return [...(part.caption ? [part.caption] : []), ...(part.src ? [] : [part.alt])]
      case 'infographic':
        return [...(part.caption ? [part.caption] : []), ...part.longDescription.split('\n'), ...(part.table?.rows.flat() ?? [])]
      case 'factBox':
        return [part.title, ...bodyTexts(part.parts)]
      case 'quote':
        return [textOf(part.children), ...(part.attribution ? [part.attribution] : [])]
      default:
        return [textOf(part.children)]
    }
  })
}

const commentTexts = (comments: readonly Comment[]): string[] => comments.flatMap(({ bodyHtml, replies }) => [...(bodyHtml ? [readText(bodyHtml)] : []), ...commentTexts(replies)])

/** Holds a text to an order: each of `pieces` stands after the one before. */
function expectInOrder(text: string, pieces: readonly string[]): void {
  let from = 0
  for (const piece of pieces) {
    const at = text.indexOf(piece, from)
    expect(at, `«${piece}» after ${from}`).toBeGreaterThanOrEqual(from)
    from = at + piece.length
  }
}

describe.each([
  ['an essay with its thread', '/artiklar/varfor-tar-bygglovet-sa-lang-tid', examples.essay, examples.thread.items],
  ['a profile', '/artiklar/hon-lyssnar-efter-lackor', examples.profile, []],
  ['an imported page', '/artiklar/tre-somrar-i-hamnen', examples.imported, []],
] as const)('%s', (_name, path, article, comments) => {
  const longEnough = (text: string) => text.length > 25

  it('holds every text, in reading order, and no longer text twice', async () => {
    const main = readText(mainOf(await page(path)).replace(/<nav class="contents"[\s\S]*?<\/nav>/, ''))
    const pieces = [...bodyTexts(article.body), ...commentTexts(comments)].map(text => text.replaceAll(/\s+/g, ' ').trim())
    expectInOrder(main, [article.title, ...(article.standfirst ? [article.standfirst] : []), ...pieces])
    expect(pieces.filter(longEnough).map(piece => [piece, occurrences(main, piece)])).toEqual(pieces.filter(longEnough).map(piece => [piece, 1]))
  })
})

describe('a profile', () => {
  it('opens with the face, the name and the title, in that order', async () => {
    const main = mainOf(await page('/artiklar/hon-lyssnar-efter-lackor'))
    expectInOrder(main, ['fetchpriority="high"', 'href="/personer/maja-lindqvist"', '<h1>'])
    const [portrait = ''] = main.match(/<img[^>]*>/) ?? []
    expect(portrait).toContain('class="fx6 fy4"')
    expect(portrait).toContain('srcset="/media/maja-i-natten_480.avif 480w, /media/maja-i-natten_960.avif 960w, ')
  })

  it('gives every spoken line its dash and a space that does not break', async () => {
    const main = mainOf(await page('/artiklar/hon-lyssnar-efter-lackor'))
    const lines = [...main.matchAll(/<p class="dialogue">(.*?)<\/p>/g)].map(([, line = '']) => line)
    expect(lines).toHaveLength(examples.profile.body.filter(({ type }) => type === 'dialogue').length)
    expect(lines.filter(line => !/^(?:<b>[^<]*<\/b>)?<i>–\u00A0<\/i>\S/.test(line))).toEqual([])
    expect(lines.map(line => /<b>(.*)<\/b>/.exec(line)?.[1])).toEqual(['Maja Lindqvist', undefined, 'Elin Borg', 'Maja Lindqvist', undefined, undefined])
  })

  it('turns links on its own site into paths', async () => {
    const main = mainOf(await page('/artiklar/hon-lyssnar-efter-lackor'))
    expect(linksOf(main)['vatten i Sjövik']).toBe('/amnen/vatten')
    expect(occurrences(main, 'klartext.example')).toBe(0)
  })
})

describe('an imported page', () => {
  it('shows a missing picture as text, and only the date it states', async () => {
    const main = mainOf(await page('/artiklar/tre-somrar-i-hamnen'))
    expect(textsOf(main, 'figure')[0]).toBe('Bilden saknas. Så här beskrevs den: Gun Ekdahl framför hamnkontoret.')
    expect(textsOf(main, 'summary')).toEqual(['Beskrivning av bilden i ord', 'Siffrorna i en tabell'])
    expect(textsOf(main, 'dt')).toEqual(['Ändrad', 'Lästid', 'LIX', 'Versioner'])
    expect(textsOf(main, 'dd')[0]).toBe('22 augusti 2017')
    expect(textsOf(main, 'dd').at(-1)).toBe('1, sedan flytten hit')
  })
})

describe('a thread', () => {
  const path = '/artiklar/varfor-tar-bygglovet-sa-lang-tid'

  it('counts in its heading what the API counts', async () => {
    expect(textsOf(mainOf(await page(path)), 'h2')).toContain(`${examples.thread.total} kommentarer`)
  })

  it('numbers and nests as people cite it, each with an address of its own', async () => {
    const main = mainOf(await page(path))
    const anchors = [...main.matchAll(/<article id="kommentar-([\d.]+)"/g)].map(([, number]) => number)
    expect(anchors).toEqual(['1', '2', '2.1', '2.1.1', '2.2', '3', '3.1', '4'])
    expect(linksOf(main)).toMatchObject({ '2.1.1': '#kommentar-2.1.1', 'svar på 2.1': '#kommentar-2.1' })
  })

  it('marks the author, questions and answers, the unknown name and the hidden text', async () => {
    const main = mainOf(await page(path))
    const comment = (number: string) => readText(main.slice(main.indexOf(`id="kommentar-${number}"`)).split('</article>')[0] ?? '')
    expect(/<article id="kommentar-2\.1" class="([^"]*)"/.exec(main)?.[1]?.split(' ').sort()).toEqual(['author', 'comment'])
    expect(comment('2.1')).toContain('Karim Nordin bygglovshandläggare, svarar för texten')
    expect(comment('2')).toContain('besvarad')
    expect(comment('3')).toContain('Kommentaren doldes den 16 april 2026 eftersom den angrep en person.')
    expect(comment('4')).toContain('Namn saknas')
  })
})

describe('text that would do harm', () => {
  it('is shown as text, in the page and in its structured data', async () => {
    const html = await page('/artiklar/farlig-text')
    expect(scriptsOf(html)).toEqual([])
    expect(occurrences(readText(mainOf(html)), hostile)).toBe(3)
  })
})

describe('the history of an article', () => {
  const path = '/artiklar/varfor-tar-bygglovet-sa-lang-tid/andringar'

  it('tells every version with its date, kind and note, the latest first', async () => {
    expectInOrder(readText(mainOf(await page(path))), [
      '6 maj 2026 kl. 13:12',
      'Rättelse',
      'Rättat: väntan på kompletteringar är 41 dygn, inte 31. Felet var mitt.',
      '22 april 2026 kl. 10:00',
      'Språket putsat',
      'Ingen kommentar till ändringen.',
      '14 april 2026 kl. 06:30',
      'Först publicerad',
    ])
  })

  it('shows a version as it stood, and says so', async () => {
    const main = readText(mainOf(await page(`${path}?version=${examples.version.version}`)))
    expect(main).toContain(`Så löd texten i version ${examples.version.version}`)
    expect(main).toContain(examples.version.article?.title)
  })

  it('says why the text of a version is gone', async () => {
    expect(readText(mainOf(await page('/artiklar/tre-somrar-i-hamnen/andringar?version=1')))).toContain('har tagits bort för att lagen kräver det')
  })
})
