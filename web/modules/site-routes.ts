import type { Language } from '../shared/languages'
import type { SitePage } from '../shared/paths'
import { defineNuxtModule } from 'nuxt/kit'
import { languages } from '../shared/languages'
import { contentPages, pathPatterns, previewPath } from '../shared/paths'

const pageFiles: Record<SitePage, string> = {
  start: 'start.vue',
  articles: 'article-list.vue',
  article: 'article.vue',
  history: 'history.vue',
  write: 'write.vue',
  comment: 'comment.vue',
  report: 'report.vue',
  person: 'person.vue',
  organisation: 'organisation.vue',
  topic: 'topic.vue',
  openness: 'openness.vue',
  opennessOf: 'openness.vue',
  sender: 'sender.vue',
  myData: 'my-data.vue',
  myDataLink: 'my-data-link.vue',
  ...Object.fromEntries(contentPages.map(page => [page, 'content-page.vue'])),
} as Record<SitePage, string>

/** Routes come from `shared/paths.ts`, one per page and language, so that no file name spells an address. */
export default defineNuxtModule({
  meta: { name: 'klartext-site-routes' },
  setup(_options, nuxt) {
    const file = (name: string) => `${nuxt.options.srcDir}/pages/${name}`
    nuxt.hook('pages:extend', (pages) => {
      const route = (page: SitePage, language: Language) => ({
        name: `${page}-${language}`,
        path: pathPatterns[page][language],
        file: file(pageFiles[page]),
        meta: { language, page },
      })
      const sitePages = Object.keys(pathPatterns) as SitePage[]
      pages.splice(0, pages.length, ...sitePages.flatMap(page => languages.map(language => route(page, language))), {
        name: 'preview',
        path: previewPath,
        file: file('preview.vue'),
        meta: { language: 'sv', page: null },
      })
    })
  },
})
