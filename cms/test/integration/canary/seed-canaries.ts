import type { FreshCms } from '../../harness/fresh-cms'
import { list, read, signIn } from '../../harness/admin-session'
import { body, createNewsroom, text } from '../publication/newsroom'
import { canaryStart } from './canary-forms'

export interface Seeded {
  /** Every secret that was written. */
  canaries: string[]
  /** Documents that are or were not public, by the plural of their type in Strapi's addresses. */
  ids: Record<string, string>
  /** Article slugs: public, withdrawn, unpublished, and one that only a draft has. */
  slugs: string[]
}

/** Fills a CMS with public content, and with canaries wherever something is that readers must not see. */
export async function seedCanaries(cms: FreshCms): Promise<Seeded> {
  const room = createNewsroom(cms)
  const canaries: string[] = []
  const canary = (place: string): string => {
    const word = `${canaryStart}${place}${Math.random().toString(36).slice(2, 10)}`
    canaries.push(word)
    return word
  }

  const employer = await room.create('organisation', { name: 'Sjöviks kommun', slug: 'sjovik', kind: 'municipality' })
  const author = await room.create('person', { name: 'Ylva Ström', slug: 'ylva-strom', organisation: employer })
  const topic = await room.create('topic', { name: 'Vatten', slug: 'vatten' })
  const article = { kind: 'essay', authors: [author], publisher: employer, topics: [topic], commentsOpen: true, body: body() }
  const hidden = (place: string) => ({
    title: canary(`${place}Title`),
    standfirst: canary(`${place}Standfirst`),
    description: canary(`${place}Description`),
    body: [...body(canary(`${place}Body`)), { __component: 'body.quote', text: canary(`${place}Quote`) }, { __component: 'body.figure', alt: canary(`${place}Alt`), missingFile: true }],
  })

  const shown = await room.create('article', { ...article, title: 'Bron', slug: 'bron' })
  await room.save('article', shown, { ...hidden('modified'), changeKind: 'correction', changeNote: canary('note'), statedPublishedAt: '1931-07-13T01:02:03.000Z' })
  canaries.push('1931-07-13')
  const draft = await room.draft('article', { ...article, ...hidden('draft'), slug: 'bara-ett-utkast' })
  const unpublished = await room.create('article', { ...article, ...hidden('unpublished'), slug: 'avpublicerad' })
  await room.unpublish('article', unpublished)
  const withdrawn = await room.create('article', { ...article, ...hidden('withdrawn'), slug: 'tillbakadragen' })
  await cms.run('withdraw', { documentId: withdrawn, language: 'sv', notice: 'Uppgifterna var fel.' })
  await room.sql('update publication_log set actor = ? where subject_type = ?', [canary('actor'), 'article'])

  const person = await room.draft('person', { name: canary('person'), role: canary('role'), bio: text(canary('bio')) })
  const organisation = await room.draft('organisation', { name: canary('organisation'), kind: 'other', description: text(canary('description')) })
  const draftTopic = await room.draft('topic', { name: canary('topic') })

  const comment = (status: string) => room.draft('comment', { articleId: shown, moderationStatus: status, authorName: canary(`${status}Name`), bodyText: canary(`${status}Text`) })
  const pending = await comment('pending')
  for (const status of ['declined', 'spam', 'withdrawn', 'erased'])
    await comment(status)
  await room.draft('comment', { articleId: shown, moderationStatus: 'approved', authorName: 'Bo', bodyText: 'Bra!' })
  const torn = await room.draft('comment', { articleId: shown, moderationStatus: 'approved', authorName: canary('tornName'), bodyText: canary('tornText') })
  await room.call('comment', 'update', { documentId: torn, data: { moderationStatus: 'hidden', hiddenRule: 'Personangrepp', hiddenAt: '2026-05-02T08:00:00.000Z' } })

  const administrator = await signIn(cms)
  const roles = await administrator.request('GET', '/admin/roles')
  const roleId = list(read(roles.body, 'data')).map(role => read(role, 'id'))
  await administrator.request('POST', '/admin/users', { email: `${canary('admin')}@exempel.example`, firstname: canary('firstname'), lastname: canary('lastname'), roles: [roleId[0]] })
  await cms.run('documents', {
    uid: 'plugin::users-permissions.user',
    method: 'create',
    params: { data: { username: canary('username'), email: `${canary('user')}@exempel.example`, password: 'Provkorning-2026', confirmed: true } },
  })
  await administrator.request('POST', '/admin/api-tokens', { name: canary('token'), description: canary('tokenText'), type: 'read-only', lifespan: null })
  await administrator.upload({ name: `${canary('file')}.png`, type: 'image/png', content: new Uint8Array(Buffer.from(dot, 'base64')) })
  return {
    canaries,
    ids: { articles: draft, people: person, organisations: organisation, topics: draftTopic, comments: pending },
    slugs: ['bron', 'tillbakadragen', 'avpublicerad', 'bara-ett-utkast'],
  }
}

/** A picture of one pixel. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
