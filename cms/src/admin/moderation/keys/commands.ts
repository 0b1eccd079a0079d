/** Everything that a single key does, in the order in which the help lists them. */
export const keys = [
  { command: 'next', key: 'j', label: 'j', words: 'Nästa kommentar' },
  { command: 'previous', key: 'k', label: 'k', words: 'Föregående kommentar' },
  { command: 'approve', key: 'g', label: 'g', words: 'Godkänn' },
  { command: 'answer', key: 's', label: 's', words: 'Svara' },
  { command: 'decline', key: 'a', label: 'a', words: 'Avböj' },
  { command: 'hide', key: 'd', label: 'd', words: 'Dölj' },
  { command: 'spam', key: 'x', label: 'x', words: 'Märk som skräppost' },
  { command: 'undo', key: 'z', label: 'z', words: 'Ångra' },
  { command: 'question', key: 'q', label: 'q', words: 'Märk som fråga, eller som inte en fråga' },
  { command: 'choose', key: ' ', label: 'mellanslag', words: 'Välj kommentaren, för att besluta om flera på en gång' },
  { command: 'help', key: '?', label: '?', words: 'Visa tangenterna' },
] as const

export type Command = (typeof keys)[number]['command']

/** Where the focus was: what is typed into a field is text, and space and enter belong to a control. */
export type Place = 'field' | 'control' | 'page'

export interface Press {
  key: string
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  place: Place
}

/** What a key asks for; null when it is none of ours, or meant for something else. */
export function commandFor({ key, ctrlKey, altKey, metaKey, place }: Press): Command | null {
  if (ctrlKey || altKey || metaKey || place === 'field')
    return null
  const found = keys.find(entry => entry.key === key.toLowerCase())
  if (!found || (found.command === 'choose' && place === 'control'))
    return null
  return found.command
}
