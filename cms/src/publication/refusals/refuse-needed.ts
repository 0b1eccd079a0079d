import type { Publication } from '../publication'
import type { DocumentKey } from '../read-model/document-key'
import type { DocumentType } from '../subjects'
import { defaultLanguage } from '../languages'
import { distinctKeys } from '../read-model/document-key'
import { readProjectedRows } from '../read-model/projected-rows'
import { readPublicSnapshots } from '../read-model/public-snapshots'
import { namedBy } from '../read-model/references'
import { refusal } from './fault'
import { nouns, quoted } from './labels'

/** How many of the documents that stand in the way a message names. */
const namedDocuments = 5

/**
 * Refuses to take out of the public what a public document names.
 * @param publication what the work runs in
 * @param type of the document that is to be unpublished or deleted; an article is never needed
 * @param id its documentId
 * @throws ValidationError in Swedish that names up to five of the documents, and how many more there are
 */
export async function refuseNeeded(publication: Publication, type: DocumentType, id: string): Promise<void> {
  if (type === 'article')
    return
  const naming = onePerDocument((await namedBy(publication.trx, { type, id })).filter(key => key.id !== id))
  if (naming.length === 0)
    return
  const names = await namesOf(publication, naming.slice(0, namedDocuments))
  const more = naming.length - names.length
  const list = [...names, ...more > 0 ? [`${more} till`] : []]
  const [snapshot] = await readPublicSnapshots(publication.trx, [{ type, id }], defaultLanguage)
  const { definite, pronoun } = nouns[type]
  const name = quoted(snapshot && snapshot.type !== 'article' ? snapshot.name : null)
  throw refusal(`${definite} ${name} kan inte tas bort från webbplatsen.`, [{
    path: [],
    message: `Publicerat innehåll hänvisar dit: ${joined(list)}. Ta först bort ${pronoun} där och publicera ändringen.`,
  }])
}

async function namesOf({ trx }: Publication, keys: readonly DocumentKey[]): Promise<string[]> {
  const rows = await readProjectedRows(trx, keys)
  return keys.flatMap(key => rows.filter(row => row.key.type === key.type && row.key.id === key.id && row.key.language === key.language)).map(({ key, content }) => {
    const name = content.type === 'article' || content.type === 'withdrawal' ? content.title : content.name
    return `${nouns[key.type].inside} ${quoted(name)}`
  })
}

/** One row for each document: the one in Swedish, where there is one. */
function onePerDocument(keys: readonly DocumentKey[]): DocumentKey[] {
  const inOrder = [...keys].sort((a, b) => Number(b.language === defaultLanguage) - Number(a.language === defaultLanguage))
  const seen = new Set<string>()
  return distinctKeys(inOrder).filter((key) => {
    const document = `${key.type} ${key.id}`
    const isFirst = !seen.has(document)
    seen.add(document)
    return isFirst
  })
}

const joined = (items: readonly string[]): string => items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} och ${items.at(-1) ?? ''}`
