import type { Template } from '../letter'
import type { CommentFacts } from './shared-parts'
import { senderParts, under } from './shared-parts'

export const commentApproved: Template<CommentFacts> = {
  sv: facts => ({
    subject: facts.article ? 'Din kommentar är publicerad' : 'Din kommentar är godkänd',
    parts: [
      { paragraph: 'Hej!' },
      { paragraph: `Din kommentar ${under.sv(facts.article)} ${facts.article ? 'visas nu på webbplatsen' : 'är godkänd. Den visas om texten blir publik igen'}.` },
      ...facts.article ? [{ link: 'Läs den på sidan', href: facts.article.url }] : [],
      ...senderParts.sv(facts),
    ],
  }),
  en: facts => ({
    subject: facts.article ? 'Your comment is published' : 'Your comment is approved',
    parts: [
      { paragraph: 'Hello,' },
      { paragraph: `Your comment ${under.en(facts.article)} ${facts.article ? 'is now shown on the site' : 'has been approved. It will be shown if the text becomes public again'}.` },
      ...facts.article ? [{ link: 'Read it on the page', href: facts.article.url }] : [],
      ...senderParts.en(facts),
    ],
  }),
}
