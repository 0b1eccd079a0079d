import type { Template } from '../letter'
import type { CommentFacts } from './shared-parts'
import { senderParts, under } from './shared-parts'

export const commentReceived: Template<CommentFacts & { isPublic: boolean }> = {
  sv: facts => ({
    subject: 'Vi har tagit emot din kommentar',
    parts: [
      { paragraph: 'Hej!' },
      {
        paragraph: facts.isPublic
          ? `Din kommentar ${under.sv(facts.article)} är mottagen och visas på webbplatsen.`
          : `Din kommentar ${under.sv(facts.article)} är mottagen. En människa läser den innan den visas, och du får ett brev när det är bestämt.`,
      },
      ...senderParts.sv(facts),
    ],
  }),
  en: facts => ({
    subject: 'We have received your comment',
    parts: [
      { paragraph: 'Hello,' },
      {
        paragraph: facts.isPublic
          ? `Your comment ${under.en(facts.article)} has been received and is shown on the site.`
          : `Your comment ${under.en(facts.article)} has been received. A person reads it before it is shown, and you will get a letter when that is decided.`,
      },
      ...senderParts.en(facts),
    ],
  }),
}
