import type { Template } from '../letter'

export const myData: Template<{ url: string }> = {
  sv: ({ url }) => ({
    subject: 'Dina uppgifter hos oss',
    parts: [
      { paragraph: 'Hej!' },
      { paragraph: 'Någon har bett att få se vad som finns sparat under den här adressen. Med länken ser du det, kan hämta det och kan radera det. Den gäller i en timme.' },
      { link: 'Se dina uppgifter', href: url },
      { paragraph: 'Var det inte du behöver du inte göra något: bara den som får det här brevet kan öppna länken.' },
    ],
  }),
  en: ({ url }) => ({
    subject: 'Your data with us',
    parts: [
      { paragraph: 'Hello,' },
      { paragraph: 'Somebody has asked to see what is kept under this address. The link shows it, and lets you download and erase it. It is good for one hour.' },
      { link: 'See your data', href: url },
      { paragraph: 'If that was not you, there is nothing to do: only somebody who gets this letter can open the link.' },
    ],
  }),
}
