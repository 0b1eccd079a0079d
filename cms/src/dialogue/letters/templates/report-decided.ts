import type { Template } from '../letter'

export const reportDecided: Template<{ receipt: string, isUpheld: boolean, reasons: string | null }> = {
  sv: ({ receipt, isUpheld, reasons }) => ({
    subject: `Beslut om din anmälan ${receipt}`,
    parts: [
      { paragraph: 'Hej!' },
      { paragraph: isUpheld ? `Vi har prövat din anmälan ${receipt} och dolt kommentaren.` : `Vi har prövat din anmälan ${receipt} och låter kommentaren stå kvar.` },
      ...reasons === null ? [] : [{ paragraph: 'Skälen för beslutet:' }, { quote: reasons }],
      { paragraph: 'Beslutet är fattat av en människa. Tycker du att det är fel? Svara på det här brevet och skriv varför, så prövar vi det igen.' },
    ],
  }),
  en: ({ receipt, isUpheld, reasons }) => ({
    subject: `Decision on your report ${receipt}`,
    parts: [
      { paragraph: 'Hello,' },
      { paragraph: isUpheld ? `We have looked at your report ${receipt} and hidden the comment.` : `We have looked at your report ${receipt} and let the comment stand.` },
      ...reasons === null ? [] : [{ paragraph: 'The reasons for the decision:' }, { quote: reasons }],
      { paragraph: 'A person made the decision. Do you think that it is wrong? Answer this letter and say why, and we will look at it again.' },
    ],
  }),
}
