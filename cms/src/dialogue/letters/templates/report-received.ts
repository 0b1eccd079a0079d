import type { Template } from '../letter'

export const reportReceived: Template<{ receipt: string }> = {
  sv: ({ receipt }) => ({
    subject: `Vi har tagit emot din anmälan ${receipt}`,
    parts: [
      { paragraph: 'Hej!' },
      { paragraph: `Din anmälan av en kommentar är mottagen och har nummer ${receipt}. En människa läser den, och du får ett brev med beslutet och skälen för det.` },
      { paragraph: 'Du får brevet för att adressen angavs i anmälan. Var det inte du behöver du inte göra något.' },
    ],
  }),
  en: ({ receipt }) => ({
    subject: `We have received your report ${receipt}`,
    parts: [
      { paragraph: 'Hello,' },
      { paragraph: `Your report of a comment has been received and has number ${receipt}. A person reads it, and you will get a letter with the decision and its reasons.` },
      { paragraph: 'You get this letter because the address was given in the report. If that was not you, there is nothing to do.' },
    ],
  }),
}
