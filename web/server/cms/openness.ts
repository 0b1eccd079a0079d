import type { Language } from '../../shared/languages'
import type { OpennessData } from '../../shared/page-data'
import { noteTime } from '../rendering'
import { cms } from './client'

/** What waits and what was declined is in no public log, so that nothing tells of it: all readers of a second get one page. */
const readableForMs = 1_000

/** How comments are looked after on the whole site, or below the articles that one organisation publishes. */
export async function readOpenness(language: Language, organisation?: string): Promise<OpennessData> {
  noteTime(readableForMs)
  const account = await cms().openness.read({ language, ...organisation !== undefined && { organisation } })
  return { account, readAt: new Date().toISOString() }
}
