import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, signIn } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'

const sources = path.resolve(__dirname, '../../../src')

interface Schema { uid: string, kind: 'content-types' | 'components', attributes: Record<string, { type: string }> }

const attributesSchema = v.object({ attributes: v.record(v.string(), v.object({ type: v.string() })) })

function readSchema(file: string, uid: string, kind: Schema['kind']): Schema {
  const { attributes } = v.parse(attributesSchema, JSON.parse(readFileSync(file, 'utf8')))
  return { uid, kind, attributes }
}

/** Every schema in the sources, so that a new one cannot be forgotten. */
const schemas: Schema[] = [
  ...readdirSync(path.join(sources, 'api')).map(name =>
    readSchema(path.join(sources, 'api', name, 'content-types', name, 'schema.json'), `api::${name}.${name}`, 'content-types')),
  ...readdirSync(path.join(sources, 'components')).flatMap(category =>
    readdirSync(path.join(sources, 'components', category)).map(file =>
      readSchema(path.join(sources, 'components', category, file), `${category}.${path.basename(file, '.json')}`, 'components'))),
]

/** Fields that stand elsewhere than in the form, and where. */
const besideTheForm: Record<string, string[]> = {
  // a panel of its own beside the publish button
  'api::article.article': ['changeKind', 'changeNote'],
}

let cms: FreshCms
let administrator: AdminSession
beforeAll(async () => {
  cms = await freshCms()
  administrator = await signIn(cms)
})
afterAll(async () => cms?.dispose())

async function configurationOf({ uid, kind }: Schema): Promise<unknown> {
  const answer = await administrator.request('GET', `/content-manager/${kind}/${uid}/configuration`)
  return read(answer.body, 'data', kind === 'components' ? 'component' : 'contentType')
}

describe.each(schemas.map(schema => [schema.uid, schema] as const))('%s', (_, schema) => {
  const fields = Object.keys(schema.attributes)

  it('has a label and a help text of its own for every field', async () => {
    const configuration = await configurationOf(schema)
    for (const field of fields) {
      const edit = read(configuration, 'metadatas', field, 'edit')
      expect(read(edit, 'label'), field).not.toBe(field)
      expect(read(edit, 'label'), field).toMatch(/^[A-ZÅÄÖ]/)
      expect(read(edit, 'description'), field).toMatch(/^[A-ZÅÄÖ].*[.!?]$/s)
      expect(read(configuration, 'metadatas', field, 'list', 'label'), field).toBe(read(edit, 'label'))
    }
  })

  it('has every field once in the form, on rows that fit', async () => {
    const rows = read(await configurationOf(schema), 'layouts', 'edit')
    const cells = Array.isArray(rows) ? rows.flat() : []
    expect(cells.map(cell => read(cell, 'name')).sort())
      .toEqual(fields.filter(field => !besideTheForm[schema.uid]?.includes(field)).sort())
    for (const row of Array.isArray(rows) ? rows : [])
      expect(row.reduce((sum: number, cell: unknown) => sum + Number(read(cell, 'size')), 0)).toBeLessThanOrEqual(12)
  })

  it('names related entries by their name', async () => {
    const configuration = await configurationOf(schema)
    for (const [field, attribute] of Object.entries(schema.attributes)) {
      if (attribute.type === 'relation')
        expect(read(configuration, 'metadatas', field, 'edit', 'mainField'), field).toBe('name')
    }
  })

  it('has a Swedish description', async () => {
    const answer = await administrator.request('GET', `/content-manager/${schema.kind}`)
    const models = read(answer.body, 'data')
    const model = Array.isArray(models) ? models.find(entry => read(entry, 'uid') === schema.uid) : undefined
    expect(read(model, 'info', 'description')).toMatch(/^[A-ZÅÄÖ]/)
  })
})

it('lists articles by when they were last saved', async () => {
  const answer = await administrator.request('GET', '/content-manager/content-types/api::article.article/configuration')
  expect(read(answer.body, 'data', 'contentType')).toMatchObject({
    settings: { mainField: 'title', defaultSortBy: 'updatedAt', defaultSortOrder: 'DESC' },
    layouts: { list: ['title', 'kind', 'updatedAt'] },
  })
})

describe('an address is made of Swedish words', () => {
  it.each([
    ['Överträdelse på räksmörgås', 'overtradelse-pa-raksmorgas'],
    ['Åsa Öberg & Co', 'asa-oberg-och-co'],
    ['Éva Müller', 'eva-muller'],
    ['”Vem äger vattnet?” – om rätten', 'vem-ager-vattnet-om-ratten'],
  ])('%s → %s', async (title, slug) => {
    const answer = await administrator.request('POST', '/content-manager/uid/generate?locale=sv', {
      contentTypeUID: 'api::article.article',
      field: 'slug',
      data: { title, slug: '' },
    })
    expect(read(answer.body, 'data')).toBe(slug)
  })
})
