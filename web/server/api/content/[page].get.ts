import type { ContentPageData } from '../../../shared/page-data'
import { queryCollection } from '@nuxt/content/server'
import { getRouterParam } from 'h3'
import { contentPages, pagePath } from '../../../shared/paths'
import { defineAnswer } from '../../answer'
import { notFound } from '../../errors/page-fault'
import { languageQuery } from '../../page-queries'

/** `/api/content/{page}?language=`: a page kept in git. Its file is named after its address: `content/sv/om.md`, `content/en/about.md`. */
export default defineAnswer(languageQuery, async ({ language }, event): Promise<ContentPageData> => {
  const page = contentPages.find(name => name === getRouterParam(event, 'page'))
  if (!page)
    throw notFound()
  const address = pagePath(page, language)
  const content = await queryCollection(event, 'pages').where('stem', '=', language === 'sv' ? `sv${address}` : address.slice(1)).first()
  if (!content)
    throw notFound()
  return { content }
})
