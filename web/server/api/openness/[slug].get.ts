import type { OpennessData } from '../../../shared/page-data'
import { defineAnswer } from '../../answer'
import { readOpenness } from '../../cms/openness'
import { languageQuery, slugParam } from '../../page-queries'

/** `/api/openness/{slug}?language=`: how comments are looked after below the articles that one organisation publishes. */
export default defineAnswer(languageQuery, async ({ language }, event): Promise<OpennessData> => readOpenness(language, slugParam(event)))
