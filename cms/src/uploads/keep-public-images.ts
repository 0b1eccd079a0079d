import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import * as v from 'valibot'
import { nouns, quoted } from '../publication/refusals/labels'
import { documentTypes, uids } from '../publication/subjects'

const fileSchema = v.object({ id: v.number(), name: v.string(), folderPath: v.nullish(v.string(), null) })
const foldersSchema = v.array(v.object({ path: v.string() }))
const usersSchema = v.array(v.object({ name: v.nullable(v.string()) }))

type Ids = readonly (number | string)[]

/**
 * Keeps the files of pictures that are public: one that a published document shows can be neither deleted nor replaced. Readers would
 * see a hole, or another picture under the same address, and no version and no log row would tell of it.
 * Must run in `register()`, before anything asks for the services.
 */
export function keepPublicImages(strapi: Core.Strapi): void {
  const services = strapi.get('services')
  services.extend('plugin::upload.upload', (service: Record<'remove' | 'replace', (...rest: unknown[]) => Promise<unknown>>) => ({
    ...service,
    async remove(file: unknown, ...rest: unknown[]) {
      await refuseShown(strapi, [v.parse(fileSchema, file).id], 'delete')
      return service.remove(file, ...rest)
    },
    async replace(id: unknown, ...rest: unknown[]) {
      await refuseShown(strapi, [v.parse(v.union([v.number(), v.string()]), id)], 'replace')
      return service.replace(id, ...rest)
    },
  }))
  // all are looked at before the first is gone
  services.extend('plugin::upload.file', (service: { deleteByIds: (ids?: Ids) => Promise<unknown> }) => ({
    ...service,
    async deleteByIds(ids: Ids = []) {
      await refuseShown(strapi, ids, 'delete')
      return service.deleteByIds(ids)
    },
  }))
  services.extend('plugin::upload.folder', (service: { deleteByIds: (ids?: Ids) => Promise<unknown> }) => ({
    ...service,
    async deleteByIds(ids: Ids = []) {
      await refuseShown(strapi, await filesBelow(strapi, ids), 'delete')
      return service.deleteByIds(ids)
    },
  }))
}

const advice = {
  delete: 'Byt eller ta bort bilden där och publicera ändringen först.',
  replace: 'Ladda upp den nya bilden som en egen fil, välj den där och publicera; då syns ändringen i historiken.',
}

/** @throws ApplicationError in Swedish that names the first file that is public and where it is shown */
async function refuseShown(strapi: Core.Strapi, ids: Ids, act: keyof typeof advice): Promise<void> {
  const files: unknown = await strapi.db.query('plugin::upload.file').findMany({ where: { id: { $in: [...ids] } } })
  for (const file of v.parse(v.array(fileSchema), files)) {
    const place = await shownIn(strapi, file.id)
    if (place !== null)
      throw new errors.ApplicationError(`”${file.name}” visas i ${place} och kan inte ${act === 'delete' ? 'tas bort' : 'ersättas'}. ${advice[act]}`)
  }
}

async function filesBelow(strapi: Core.Strapi, folderIds: Ids): Promise<number[]> {
  const folders: unknown = await strapi.db.query('plugin::upload.folder').findMany({ where: { id: { $in: [...folderIds] } } })
  const paths = v.parse(foldersSchema, folders).flatMap(({ path }) => [{ folderPath: { $eq: path } }, { folderPath: { $startsWith: `${path}/` } }])
  const files: unknown = paths.length === 0 ? [] : await strapi.db.query('plugin::upload.file').findMany({ where: { $or: paths } })
  return v.parse(v.array(fileSchema), files).map(file => file.id)
}

/** A published document that shows the file, as a sentence names it; null where none does. Pictures stand in components alone. */
async function shownIn(strapi: Core.Strapi, fileId: number): Promise<string | null> {
  const knex = strapi.db.connection
  for (const type of documentTypes.filter(type => type !== 'topic')) {
    const table = strapi.getModel(uids[type]).collectionName
    if (table === undefined)
      throw new Error(`${uids[type]} has no table.`)
    const rows: unknown = await knex('files_related_mph as m')
      .join(`${table}_cmps as c`, join => join.on('c.cmp_id', 'm.related_id').andOn('c.component_type', 'm.related_type'))
      .join(`${table} as d`, 'd.id', 'c.entity_id')
      .select(`d.${type === 'article' ? 'title' : 'name'} as name`)
      .where('m.file_id', fileId)
      .whereNotNull('d.published_at')
      .limit(1)
    const [shown] = v.parse(usersSchema, rows)
    if (shown)
      return `${nouns[type].inside} ${quoted(shown.name)}`
  }
  return null
}
