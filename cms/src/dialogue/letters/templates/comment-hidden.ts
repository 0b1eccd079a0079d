import type { Template } from '../letter'
import type { DecisionFacts } from './shared-parts'
import { objection, reasons, senderParts, under } from './shared-parts'

export const commentHidden: Template<DecisionFacts> = {
  sv: facts => ({
    subject: 'Din kommentar har dolts',
    parts: [
      { paragraph: 'Hej!' },
      { paragraph: `Din kommentar ${under.sv(facts.article)} visas inte längre. På dess plats står vilken regel det gäller och när den doldes; svaren på den finns kvar. Beslutet är fattat av en människa.` },
      ...reasons(facts, { rule: rule => `Den regel som beslutet bygger på: ${rule}.`, message: 'Den som bestämde skriver:' }),
      objection.sv,
      ...senderParts.sv(facts),
    ],
  }),
  en: facts => ({
    subject: 'Your comment has been hidden',
    parts: [
      { paragraph: 'Hello,' },
      { paragraph: `Your comment ${under.en(facts.article)} is no longer shown. In its place stand the rule and the date; the answers to it remain. A person made the decision.` },
      ...reasons(facts, { rule: rule => `The rule that the decision rests on: ${rule}.`, message: 'The person who decided writes:' }),
      objection.en,
      ...senderParts.en(facts),
    ],
  }),
}
