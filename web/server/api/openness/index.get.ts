import type { OpennessData } from '../../../shared/page-data'
import { defineAnswer } from '../../answer'
import { cms } from '../../cms/client'
import { languageQuery } from '../../page-queries'

/** `/api/openness?language=`: how comments are looked after on the whole site. */
export default defineAnswer(languageQuery, async ({ language }): Promise<OpennessData> => ({ account: await cms().openness.read({ language }), readAt: new Date().toISOString() }))
