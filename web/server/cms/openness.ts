import type { Language } from '../../shared/languages'
import type { OpennessData } from '../../shared/page-data'
import { noteTime } from '../rendering'
import { cms } from './client'

/** What waits grows older without a change: the page tells its age in minutes at the finest. */
const readableForMs = 60_000

/** How comments are looked after on the whole site, or below the articles that one organisation publishes. */
export async function readOpenness(language: Language, organisation?: string): Promise<OpennessData> {
  const account = await cms().openness.read({ language, ...organisation !== undefined && { organisation } })
  if (account.waiting.oldestQuestionAt)
    noteTime(readableForMs)
  return { account, readAt: new Date().toISOString() }
}
