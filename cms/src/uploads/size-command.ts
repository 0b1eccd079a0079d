import type { Core } from '@strapi/strapi'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { exclusively } from '../publication/lock'
import { createPublication } from '../publication/publication'
import { projectEverything } from '../publication/rebuild/project-everything'
import { imageFormat } from './clean-image'
import { oneAtATime } from './one-at-a-time'
import { isOwnSize, makeSizes } from './picture-sizes'
import { readUpload } from './store/upload-store'
import { storedSize } from './stored-size'

const model = 'plugin::upload.file'
const batch = 50

const filesSchema = v.array(v.object({ id: v.number(), name: v.string(), hash: v.string(), url: v.string(), formats: v.nullish(v.record(v.string(), v.unknown()), null) }))
type StoredFile = v.InferOutput<typeof filesSchema>[number]

export interface SizesMade {
  /** Pictures that got their sizes now. */
  made: number
  /** Pictures that had them. */
  had: number
  /** Names of files that are no pictures, or are not where the media library says. */
  unreadable: string[]
}

/**
 * Makes the sizes of pictures that came in before there were any, one picture at a time, and shows them in what is public. Copies that
 * Strapi made stay: earlier versions show them.
 */
export async function makeMissingSizes(strapi: Core.Strapi): Promise<SizesMade> {
  const result: SizesMade = { made: 0, had: 0, unreadable: [] }
  let after = 0
  for (;;) {
    const rows: unknown = await strapi.db.query(model).findMany({ where: { id: { $gt: after } }, orderBy: { id: 'asc' }, limit: batch })
    const files = v.parse(filesSchema, rows)
    for (const file of files) {
      after = file.id
      if (Object.keys(file.formats ?? {}).some(isOwnSize))
        result.had += 1
      else if (await giveSizes(strapi, file))
        result.made += 1
      else
        result.unreadable.push(file.name)
    }
    if (files.length < batch)
      break
  }
  if (result.made > 0)
    await showSizes(strapi)
  return result
}

/** @returns false for what is no picture */
async function giveSizes(strapi: Core.Strapi, file: StoredFile): Promise<boolean> {
  const picture = await readUpload(file.url.slice(file.url.lastIndexOf('/') + 1))
  const format = picture && await imageFormat(picture)
  if (!format)
    return false
  const folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-sizes-'))
  try {
    const formats = { ...file.formats }
    for (const size of await oneAtATime(() => makeSizes(picture, format, file.hash, folder))) {
      const stored = storedSize(size, file.name)
      await strapi.plugin('upload').service('provider').upload(stored)
      formats[size.key] = stored
    }
    await strapi.db.query(model).update({ where: { id: file.id }, data: { formats } })
    return true
  }
  finally {
    await rm(folder, { recursive: true })
  }
}

async function showSizes(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await exclusively(trx, () => projectEverything(createPublication(strapi, trx)))
  })
}
