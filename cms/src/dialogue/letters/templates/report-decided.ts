import type { ReportFacts } from '../facts'
import type { Template } from '../letter'

const outcome = {
  sv: ({ isUpheld, isGone }: ReportFacts) => isGone ? '. Kommentaren är redan borttagen.' : isUpheld ? ' och dolt kommentaren.' : ' och låter kommentaren stå kvar.',
  en: ({ isUpheld, isGone }: ReportFacts) => isGone ? '. The comment has been removed already.' : isUpheld ? ' and hidden the comment.' : ' and let the comment stand.',
}

/** Who took the comment away meanwhile, its sender or somebody else, is not the business of whoever reported it. */
export const reportDecided: Template<ReportFacts> = {
  sv: facts => ({
    subject: `Beslut om din anmälan ${facts.receipt}`,
    parts: [
      { paragraph: 'Hej!' },
      { paragraph: `Vi har prövat din anmälan ${facts.receipt}${outcome.sv(facts)}` },
      ...facts.reasons === null ? [] : [{ paragraph: 'Skälen för beslutet:' }, { quote: facts.reasons }],
      { paragraph: 'Beslutet är fattat av en människa. Tycker du att det är fel? Svara på det här brevet och skriv varför, så prövar vi det igen.' },
    ],
  }),
  en: facts => ({
    subject: `Decision on your report ${facts.receipt}`,
    parts: [
      { paragraph: 'Hello,' },
      { paragraph: `We have looked at your report ${facts.receipt}${outcome.en(facts)}` },
      ...facts.reasons === null ? [] : [{ paragraph: 'The reasons for the decision:' }, { quote: facts.reasons }],
      { paragraph: 'A person made the decision. Do you think that it is wrong? Answer this letter and say why, and we will look at it again.' },
    ],
  }),
}
