import type { Template } from '../letter'
import type { CommentFacts } from './shared-parts'
import { senderParts, under } from './shared-parts'

/** The answer is the site's own: of a person that it has a page for. */
export const commentAnswered: Template<CommentFacts & { answer: { name: string, text: string } | null }> = {
  sv: facts => ({
    subject: 'Din fråga har fått svar',
    parts: [
      { paragraph: 'Hej!' },
      { paragraph: `Det du skrev ${under.sv(facts.article)} har fått ett svar${facts.answer ? ` av ${facts.answer.name}` : ''}.` },
      ...facts.answer ? [{ quote: facts.answer.text }] : [],
      ...facts.article ? [{ link: 'Läs svaret på sidan', href: facts.article.url }] : [],
      ...senderParts.sv(facts),
    ],
  }),
  en: facts => ({
    subject: 'Your question has been answered',
    parts: [
      { paragraph: 'Hello,' },
      { paragraph: `What you wrote ${under.en(facts.article)} has been answered${facts.answer ? ` by ${facts.answer.name}` : ''}.` },
      ...facts.answer ? [{ quote: facts.answer.text }] : [],
      ...facts.article ? [{ link: 'Read the answer on the page', href: facts.article.url }] : [],
      ...senderParts.en(facts),
    ],
  }),
}
