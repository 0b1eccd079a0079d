import type { Template } from '../letter'
import type { DecisionFacts } from './shared-parts'
import { objection, reasons, senderParts, under } from './shared-parts'

export const commentDeclined: Template<DecisionFacts> = {
  sv: facts => ({
    subject: 'Din kommentar publiceras inte',
    parts: [
      { paragraph: 'Hej!' },
      { paragraph: `Vi har läst din kommentar ${under.sv(facts.article)} och bestämt att inte publicera den. Beslutet är fattat av en människa.` },
      ...reasons(facts, { rule: rule => `Den regel som beslutet bygger på: ${rule}.`, message: 'Den som bestämde skriver:' }),
      objection.sv,
      ...senderParts.sv(facts),
    ],
  }),
  en: facts => ({
    subject: 'Your comment will not be published',
    parts: [
      { paragraph: 'Hello,' },
      { paragraph: `We have read your comment ${under.en(facts.article)} and decided not to publish it. A person made the decision.` },
      ...reasons(facts, { rule: rule => `The rule that the decision rests on: ${rule}.`, message: 'The person who decided writes:' }),
      objection.en,
      ...senderParts.en(facts),
    ],
  }),
}
