import type { Resource } from '../resource'
import { emptyQuerySchema, idSchema } from '@klartext/contract'
import * as v from 'valibot'
import { bytesRepresentation } from '../json-representation'
import { notFound } from '../problem'
import { parseQuery } from '../query'
import { readComment } from '../read/comments'
import { threadItems } from '../thread-body'

/** One public comment, without what is below it; `?parent=` at its article's comments pages that. */
export const comment: Resource = {
  pattern: 'comments/:id',
  async answer({ database }, { params, query }) {
    parseQuery(emptyQuerySchema, query)
    const [id = ''] = params
    const found = v.is(idSchema, id) ? await readComment(database, id) : null
    if (!found)
      throw notFound('No public comment has this id.')
    return bytesRepresentation(Buffer.concat(threadItems([found], [])), { cacheTags: `comments:${found.articleId}` })
  },
}
