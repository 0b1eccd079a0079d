import type { LetterPart } from '../letter'

/** The article that a letter is about, or null where it is not public any more. */
export interface ArticleFacts { title: string, url: string }

export interface CommentFacts {
  article: ArticleFacts | null
  /** Where the sender sees the comment, edits, withdraws and erases it. */
  senderUrl: string
}

export interface DecisionFacts extends CommentFacts {
  /** In the letter's language. */
  rule: string | null
  message: string | null
}

export const under = {
  sv: (article: ArticleFacts | null): string => article ? `under ”${article.title}”` : 'under en text som inte längre är publik',
  en: (article: ArticleFacts | null): string => article ? `under “${article.title}”` : 'under a text that is no longer public',
}

/** The rule and the moderator's own words, as far as there are any. */
export function reasons(facts: DecisionFacts, words: { rule: (rule: string) => string, message: string }): LetterPart[] {
  return [
    ...facts.rule === null ? [] : [{ paragraph: words.rule(facts.rule) }],
    ...facts.message === null ? [] : [{ paragraph: words.message }, { quote: facts.message }],
  ]
}

/** How a letter ends: the sender's own page, and why the letter came. */
export const senderParts = {
  sv: ({ senderUrl }: CommentFacts): LetterPart[] => [
    { link: 'Se din kommentar och allt som finns sparat om dig, ändra eller ta bort den', href: senderUrl },
    { paragraph: 'Länken är din. Den som har den kan göra detsamma, så skicka den inte vidare.' },
    { paragraph: 'Du får brevet för att adressen angavs när kommentaren skrevs. Var det inte du kan du ta bort allt med länken ovan.' },
  ],
  en: ({ senderUrl }: CommentFacts): LetterPart[] => [
    { link: 'See your comment and everything that is kept about you, change or remove it', href: senderUrl },
    { paragraph: 'The link is yours. Anybody who has it can do the same, so do not pass it on.' },
    { paragraph: 'You get this letter because the address was given when the comment was written. If that was not you, the link above removes everything.' },
  ],
}

export const objection = {
  sv: { paragraph: 'Tycker du att beslutet är fel? Svara på det här brevet och skriv varför, så prövar vi det igen. Du får svar med en motivering.' },
  en: { paragraph: 'Do you think that the decision is wrong? Answer this letter and say why, and we will look at it again. You will get an answer with reasons.' },
} satisfies Record<string, LetterPart>
