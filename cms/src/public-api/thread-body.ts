import type { StoredComment } from './read/comments'

/**
 * Root comments with every reply below them, put together from bytes.
 * @param roots in their order
 * @param replies of all of them, in the order of the thread
 * @returns one JSON object for each root
 */
export function threadItems(roots: readonly StoredComment[], replies: readonly StoredComment[]): Buffer[] {
  const byParent = Map.groupBy(replies, reply => reply.parentId)
  return roots.map(root => Buffer.concat([...partsOf(root, byParent)]))
}

function* partsOf(comment: StoredComment, byParent: ReadonlyMap<string | null, StoredComment[]>): Generator<Buffer> {
  // the object's closing brace gives way to what is not kept with the comment
  yield comment.json.subarray(0, -1)
  yield Buffer.from(`,"replyCount":${comment.replyCount},"replies":[`)
  let isFirst = true
  for (const reply of byParent.get(comment.id) ?? []) {
    if (!isFirst)
      yield comma
    isFirst = false
    yield* partsOf(reply, byParent)
  }
  yield end
}

const comma = Buffer.from(',')
const end = Buffer.from(']}')
