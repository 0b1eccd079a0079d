import type { OpennessData } from '../../../shared/page-data'
import { defineAnswer } from '../../answer'
import { readOpenness } from '../../cms/openness'
import { languageQuery } from '../../page-queries'

/** `/api/openness?language=`: how comments are looked after on the whole site. */
export default defineAnswer(languageQuery, async ({ language }): Promise<OpennessData> => readOpenness(language))
