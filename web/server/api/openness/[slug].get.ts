import type { OpennessData } from '../../../shared/page-data'
import { defineAnswer } from '../../answer'
import { cms } from '../../cms/client'
import { languageQuery, slugParam } from '../../page-queries'

/** `/api/openness/{slug}?language=`: how comments are looked after below the articles that one organisation publishes. */
export default defineAnswer(languageQuery, async ({ language }, event): Promise<OpennessData> => ({
  account: await cms().openness.read({ language, organisation: slugParam(event) }),
  readAt: new Date().toISOString(),
}))
