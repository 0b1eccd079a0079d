import type { RemoteError } from '../../harness/boot'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom, Type } from './newsroom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom, text, uids } from './newsroom'

let cms: FreshCms
let room: Newsroom
let draftPerson: string
let draftOrganisation: string
let draftTopic: string
let image: number
let pdf: number

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  draftPerson = await room.draft('person', { name: 'Okända Ann' })
  draftOrganisation = await room.draft('organisation', { name: 'Okänd enhet' })
  draftTopic = await room.draft('topic', { name: 'Okänt ämne' })
  image = await cms.run('createFile', { name: 'maja', width: 1200, height: 800, mime: 'image/png' }) as number
  pdf = await cms.run('createFile', { name: 'blankett', width: null, height: null, mime: 'application/pdf' }) as number
})
afterAll(async () => cms?.dispose())

interface Refusal { message: string, faults: { path: string, message: string }[] }

/** What a refused call says; everything must be as it was. */
async function refusalOf(work: () => Promise<unknown>): Promise<Refusal> {
  const before = { log: await room.log(), readModel: await room.readModel() }
  const error = await work().then(() => null, (error: RemoteError) => error)
  expect({ log: await room.log(), readModel: await room.readModel() }).toEqual(before)
  if (error === null)
    throw new Error('it was not refused')
  expect(error.remoteName).toBe('ValidationError')
  const { errors } = error.details as { errors: { path: (string | number)[], message: string, name: string }[] }
  return { message: error.message, faults: errors.map(({ path, message }) => ({ path: path.join('.'), message })) }
}

const article = (over: object = {}) => ({ title: 'Brister', kind: 'essay', body: body(), ...over })

/** The refusal of a draft, which must be the same whether it is published or saved and published at once. */
async function refused(type: Type, data: object, locale?: string): Promise<Refusal> {
  const id = await room.draft(type, data, { locale })
  const refusal = await refusalOf(() => room.publish(type, id, { locale }))
  expect(await refusalOf(() => room.update(type, id, {}, { locale }))).toEqual(refusal)
  expect(await room.call(type, 'findOne', { documentId: id, locale, status: 'published' })).toBeNull()
  return refusal
}

const figure = (over: object = {}) => ({ __component: 'body.figure', image, alt: 'Maja vid brunnen', ...over })
const infographic = (over: object = {}) => ({ __component: 'body.infographic', image, alt: 'Staplar', longDescription: 'Två staplar.', ...over })
const linked = (url: string) => [{ type: 'paragraph', children: [{ type: 'text', text: '' }, { type: 'link', url, children: [{ type: 'text', text: 'hit' }] }, { type: 'text', text: '' }] }]

describe('an article is refused', () => {
  const second = (part: object) => [...body(), part]
  it.each([
    ['without a title', () => article({ title: '' }), 'title', 'Rubrik: Skriv en rubrik.'],
    ['without a body', () => article({ body: [] }), 'body', 'Brödtext: Skriv en text. Artikeln har inget innehåll ännu.'],
    ['with an empty body', () => article({ body: body(' ') }), 'body', 'Brödtext: Skriv en text. Artikeln har inget innehåll ännu.'],
    ['whose author is not public', () => article({ authors: [draftPerson] }), 'authors', 'Skribenter: Personen ”Okända Ann” är inte publicerad. Publicera personen först, eller ta bort personen ur fältet.'],
    ['whose subject is not public', () => article({ subjects: [draftPerson] }), 'subjects', 'Porträtterade: Personen ”Okända Ann” är inte publicerad. Publicera personen först, eller ta bort personen ur fältet.'],
    ['whose organisation is not public', () => article({ organisations: [draftOrganisation] }), 'organisations', 'Organisationer: Organisationen ”Okänd enhet” är inte publicerad. Publicera organisationen först, eller ta bort den ur fältet.'],
    ['whose publisher is not public', () => article({ publisher: draftOrganisation }), 'publisher', 'Utgivare: Organisationen ”Okänd enhet” är inte publicerad. Publicera organisationen först, eller ta bort den ur fältet.'],
    ['whose topic is not public', () => article({ topics: [draftTopic] }), 'topics', 'Ämnen: Ämnet ”Okänt ämne” är inte publicerat. Publicera ämnet först, eller ta bort det ur fältet.'],
    ['whose speaker is not public', () => article({ body: second({ __component: 'body.text', text: text('– Ja.'), speaker: draftPerson }) }), 'body.1.speaker', 'Brödtext, del 2, Talare: Personen ”Okända Ann” är inte publicerad. Publicera personen först, eller ta bort personen ur fältet.'],
    ['with a cover without alt text', () => article({ cover: { image } }), 'cover.alt', 'Huvudbild: Alternativtext saknas. Skriv vad bilden visar, eller markera den som rent dekorativ.'],
    ['with a figure without alt text', () => article({ body: second(figure({ alt: ' ' })) }), 'body.1.alt', 'Brödtext, del 2 (Bild): Alternativtext saknas. Skriv vad bilden visar, eller markera den som rent dekorativ.'],
    ['with a figure without an image', () => article({ body: second(figure({ image: null })) }), 'body.1.image', 'Brödtext, del 2 (Bild): Bildfil saknas. Välj en bild, eller markera att bildfilen saknas.'],
    ['with a figure that is no image', () => article({ body: second(figure({ image: pdf })) }), 'body.1.image', 'Brödtext, del 2 (Bild): Filen går inte att visa som bild. Ladda upp den på nytt som JPEG, PNG, WebP eller AVIF.'],
    ['with an infographic without alt text', () => article({ body: second(infographic({ alt: '' })) }), 'body.1.alt', 'Brödtext, del 2 (Infografik): Alternativtext saknas. Skriv i en mening vad infografiken visar.'],
    ['with an infographic without a long description', () => article({ body: second(infographic({ longDescription: null })) }), 'body.1.longDescription', 'Brödtext, del 2 (Infografik): Lång beskrivning saknas. Berätta med ord det som infografiken visar.'],
    ['with a table that does not add up', () => article({ body: second(infographic({ tableText: 'Skäl;Dygn\nKö;3\nSvar' })) }), 'body.1.tableText', 'Brödtext, del 2 (Infografik): Rad 3 i tabellen har 1 cell, men rubrikraden har 2 celler. Skilj cellerna åt med tabb eller semikolon.'],
    ['with a link that no browser may follow', () => article({ body: [{ __component: 'body.text', text: linked('/\\\\a.example') }] }), 'body.0.text', 'Brödtext, del 1 (Text): Länken ”hit” går till ”/\\\\a.example”, som inte går att använda. Länkar ska börja med https://, http://, mailto:, tel:, / eller #.'],
    ['with such a link in a fact box', () => article({ body: [{ __component: 'body.fact-box', title: 'Fakta', text: linked('//a.example') }] }), 'body.0.text', 'Brödtext, del 1 (Faktaruta): Länken ”hit” går till ”//a.example”, som inte går att använda. Länkar ska börja med https://, http://, mailto:, tel:, / eller #.'],
    ['with an address that is none', () => article({ slug: 'Fel_adress' }), 'slug', 'Adress: ”Fel_adress” kan inte stå i en adress. Använd bara små bokstäver a–z, siffror och bindestreck mellan orden.'],
  ])('%s', async (_, data, path, message) => {
    expect((await refused('article', data())).faults).toEqual([{ path, message }])
  })

  it('without a kind', async () => {
    const id = await room.draft('article', { title: 'Utan slag', body: body() })
    await room.sql('update articles set kind = null where document_id = ?', [id])
    expect((await refusalOf(() => room.publish('article', id))).faults).toEqual([{ path: 'kind', message: 'Slag: Välj om artikeln är en profil eller en essä.' }])
  })
  it('in a language that the site has no pages in', async () => {
    await cms.run('createLocale', { code: 'fi', name: 'Finska' })
    expect((await refused('article', article(), 'fi')).faults).toEqual([{ path: 'locale', message: 'Språket ”fi” finns inte på webbplatsen. Artiklar publiceras på svenska eller engelska.' }])
  })
  it('with an address that another article has', async () => {
    await room.create('article', article({ title: 'Först', slug: 'upptagen' }))
    const id = await room.draft('article', article({ title: 'Sist' }))
    await room.sql('update articles set slug = ? where document_id = ?', ['upptagen', id])
    expect((await refusalOf(() => room.publish('article', id))).faults).toEqual([{ path: 'slug', message: 'Adress: ”upptagen” används redan av en annan artikel. Välj en annan adress.' }])
  })
  it('with every fault at once, the first three of them in the message', async () => {
    const refusal = await refused('article', article({ title: 'Mycket', authors: [draftPerson], topics: [draftTopic], cover: { image }, body: [figure({ alt: null }), figure({ image: null })] }))
    expect(refusal.faults.map(fault => fault.path)).toEqual(['cover.alt', 'body.0.alt', 'body.1.image', 'authors', 'topics'])
    expect(refusal.message).toBe('Artikeln ”Mycket” kan inte publiceras. Huvudbild: Alternativtext saknas. Skriv vad bilden visar, eller markera den som rent dekorativ. '
      + 'Brödtext, del 1 (Bild): Alternativtext saknas. Skriv vad bilden visar, eller markera den som rent dekorativ. '
      + 'Brödtext, del 2 (Bild): Bildfil saknas. Välj en bild, eller markera att bildfilen saknas. Och 2 fel till.')
  })
  it('when it is created and published at once, and is not there afterwards', async () => {
    const count = async () => (await room.sql('select id from articles')).length
    const before = await count()
    expect((await refusalOf(() => room.create('article', article({ cover: { image } })))).faults).toMatchObject([{ path: 'cover.alt' }])
    expect(await count()).toBe(before)
  })
})

describe('an article is not refused', () => {
  it.each([
    ['with a decorative picture', () => article({ cover: { image, decorative: true } })],
    ['with a picture whose file is missing', () => article({ body: [figure({ image: null, missingFile: true })] })],
    ['with an infographic whose file is missing', () => article({ body: [infographic({ image: null, missingFile: true, longDescription: null })] })],
    ['with links that browsers follow', () => article({ body: ['https://a.example', 'mailto:a@b.example', 'tel:+461', '/om'].map(url => ({ __component: 'body.text', text: linked(url) })) })],
  ])('%s', async (_, data) => {
    await room.shown('article', await room.create('article', data()))
  })
})

describe('people, organisations and topics are refused', () => {
  it.each<[string, Type, () => object, string, string]>([
    ['a person of an organisation that is not public', 'person', () => ({ name: 'Maja', organisation: draftOrganisation }), 'organisation', 'Organisation: Organisationen ”Okänd enhet” är inte publicerad. Publicera organisationen först, eller ta bort den ur fältet.'],
    ['a person with a portrait without alt text', 'person', () => ({ name: 'Maja', portrait: { image } }), 'portrait.alt', 'Porträtt: Alternativtext saknas. Skriv vad bilden visar, eller markera den som rent dekorativ.'],
    ['a person with a bad link in the biography', 'person', () => ({ name: 'Maja', bio: linked('//a.example') }), 'bio', 'Presentation: Länken ”hit” går till ”//a.example”, som inte går att använda. Länkar ska börja med https://, http://, mailto:, tel:, / eller #.'],
    ['a person with a link that is no address', 'person', () => ({ name: 'Maja', links: [{ label: 'Sida', url: 'https://a b' }] }), 'links.0.url', 'Länkar: ”https://a b” är ingen webbadress. Skriv hela adressen, med https:// först.'],
    ['an organisation below one that is not public', 'organisation', () => ({ name: 'Enhet', parent: draftOrganisation }), 'parent', 'Hör till: Organisationen ”Okänd enhet” är inte publicerad. Publicera organisationen först, eller ta bort den ur fältet.'],
    ['an organisation with a logo without alt text', 'organisation', () => ({ name: 'Enhet', logo: { image } }), 'logo.alt', 'Logotyp: Alternativtext saknas. Skriv vad bilden visar, eller markera den som rent dekorativ.'],
    ['an organisation with a website that is no address', 'organisation', () => ({ name: 'Enhet', website: 'https://a b' }), 'website', 'Webbplats: ”https://a b” är ingen webbadress. Skriv hela adressen, med https:// först.'],
    ['a topic without a name', 'topic', () => ({ name: '' }), 'name', 'Namn: Skriv ett namn.'],
  ])('%s', async (_, type, data, path, message) => {
    expect((await refused(type, data())).faults).toEqual([{ path, message }])
  })

  it('an organisation that would stand above itself', async () => {
    const top = await room.create('organisation', { name: 'Kommunen' })
    const middle = await room.create('organisation', { name: 'Förvaltningen', parent: top })
    const bottom = await room.create('organisation', { name: 'Enheten', parent: middle })
    const refusal = await refusalOf(() => room.update('organisation', top, { parent: bottom }))
    expect(refusal.faults).toEqual([{ path: 'parent', message: 'Hör till: Organisationen kan inte stå över sig själv (”Kommunen” hör till ”Enheten” hör till ”Förvaltningen” hör till ”Kommunen”). Välj en annan organisation.' }])
    expect((await refusalOf(() => room.update('organisation', top, { parent: top }))).faults).toMatchObject([{ path: 'parent' }])
  })
})

describe('what public documents name stays public', () => {
  it('names the documents, at most five, and how many more', async () => {
    const person = await room.create('person', { name: 'Behövd Bo' })
    const titles = ['Ett', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex', 'Sju']
    const ids: string[] = []
    for (const title of titles)
      ids.push(await room.create('article', article({ title, authors: [person] })))
    for (const method of ['unpublish', 'delete']) {
      const refusal = await refusalOf(() => room.call('person', method, { documentId: person }))
      expect(refusal.message).toMatch(/^Personen ”Behövd Bo” kan inte tas bort från webbplatsen\. Publicerat innehåll hänvisar dit: (?:artikeln ”\S+”(?:, | och )){5}2 till\. Ta först bort personen där och publicera ändringen\.$/)
    }
    for (const id of ids)
      await room.unpublish('article', id)
    await room.unpublish('person', person)
    expect(await room.answer('person', person)).toBeNull()
  })
  it('holds organisations for their people and those below them, and topics', async () => {
    const organisation = await room.create('organisation', { name: 'Behövd kommun' })
    await room.create('organisation', { name: 'Lägre enhet', parent: organisation })
    await room.create('person', { name: 'Anställd', organisation })
    const topic = await room.create('topic', { name: 'Behövt ämne' })
    await room.create('article', article({ title: 'Om ämnet', topics: [topic] }))
    expect((await refusalOf(() => room.unpublish('organisation', organisation))).message)
      .toBe('Organisationen ”Behövd kommun” kan inte tas bort från webbplatsen. Publicerat innehåll hänvisar dit: organisationen ”Lägre enhet” och personen ”Anställd”. Ta först bort den där och publicera ändringen.')
    expect((await refusalOf(() => room.remove('topic', topic))).message)
      .toBe('Ämnet ”Behövt ämne” kan inte tas bort från webbplatsen. Publicerat innehåll hänvisar dit: artikeln ”Om ämnet”. Ta först bort det där och publicera ändringen.')
  })
  it('counts a speaker and an article in two languages once', async () => {
    const speaker = await room.create('person', { name: 'Talar' })
    const spoken = [{ __component: 'body.text', text: text('– Ja.'), speaker }]
    const id = await room.create('article', article({ title: 'På svenska', body: spoken }))
    await room.update('article', id, { title: 'In English', body: spoken }, { locale: 'en' })
    expect((await refusalOf(() => room.unpublish('person', speaker))).message).toContain('hänvisar dit: artikeln ”På svenska”. Ta')
  })
})

describe('in the admin', () => {
  it('the message is the answer, and the edits sent with it are not kept', async () => {
    const login = await fetch(`${cms.url}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify((await import('../../harness/secrets')).testAdmin) })
    const { data } = await login.json() as { data: { token: string } }
    const id = await room.draft('article', article({ title: 'Före' }))
    const answer = await fetch(`${cms.url}/content-manager/collection-types/${uids.article}/${id}/actions/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'authorization': `Bearer ${data.token}` },
      body: JSON.stringify(article({ title: 'Efter', body: [figure({ alt: '' })] })),
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      data: null,
      error: {
        name: 'ValidationError',
        message: 'Artikeln ”Efter” kan inte publiceras. Brödtext, del 1 (Bild): Alternativtext saknas. Skriv vad bilden visar, eller markera den som rent dekorativ.',
        details: { errors: [{ path: ['body', 0, 'alt'], name: 'ValidationError' }] },
      },
    })
    expect(await room.call('article', 'findOne', { documentId: id })).toMatchObject({ title: 'Före' })
  })
})
