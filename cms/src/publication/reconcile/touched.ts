import type { Knex } from 'knex'
import type { CommentPlace } from '../comments/comments-of-people'
import type { DocumentKey } from '../read-model/document-key'
import type { Snapshot } from '../snapshot/schemas'
import { commentsBy, commentsOfPeopleUnder } from '../comments/comments-of-people'
import { showing } from '../read-model/references'

/** Whose answers a change touches beside those of the document itself. */
export interface Touched {
  documents: readonly DocumentKey[]
  comments: readonly CommentPlace[]
}

export const nothing: Touched = { documents: [], comments: [] }

export const together = (all: readonly Touched[]): Touched => ({
  documents: all.flatMap(touched => touched.documents),
  comments: all.flatMap(touched => touched.comments),
})

/**
 * What shows a person, an organisation or a topic: the documents that name it, and the comments of the people concerned. Of an article:
 * the comments under it that may be its authors'.
 */
export async function dependentsOf(trx: Knex, snapshot: Snapshot): Promise<Touched> {
  if (snapshot.type === 'article')
    return { documents: [], comments: await commentsOfPeopleUnder(trx, snapshot.id) }
  const documents = await showing(trx, { type: snapshot.type, id: snapshot.id })
  const people = new Set([...snapshot.type === 'person' ? [snapshot.id] : [], ...documents.filter(key => key.type === 'person').map(key => key.id)])
  const comments: CommentPlace[] = []
  for (const id of people)
    comments.push(...await commentsBy(trx, id))
  return { documents, comments }
}
