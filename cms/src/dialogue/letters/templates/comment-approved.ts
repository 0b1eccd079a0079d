import type { Template } from '../letter'
import type { CommentFacts } from './shared-parts'
import { senderParts, under } from './shared-parts'

export const commentApproved: Template<CommentFacts> = {
  sv: facts => ({
    subject: 'Din kommentar är publicerad',
    parts: [
      { paragraph: 'Hej!' },
      { paragraph: `Din kommentar ${under.sv(facts.article)} visas nu på webbplatsen.` },
      ...facts.article ? [{ link: 'Läs den på sidan', href: facts.article.url }] : [],
      ...senderParts.sv(facts),
    ],
  }),
  en: facts => ({
    subject: 'Your comment is published',
    parts: [
      { paragraph: 'Hello,' },
      { paragraph: `Your comment ${under.en(facts.article)} is now shown on the site.` },
      ...facts.article ? [{ link: 'Read it on the page', href: facts.article.url }] : [],
      ...senderParts.en(facts),
    ],
  }),
}
