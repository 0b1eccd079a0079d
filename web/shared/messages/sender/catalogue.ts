import type { Mine } from '../../form-data'

/** Words for what the CMS keeps under a name of its own. */
export interface StoredWords {
  names: Record<string, string>
  /** What stands as a state, an event or a language. */
  states: Record<string, string>
}

/** The texts of the pages that a letter leads to: one's own comment, and everything kept under one's address. */
export interface SenderMessages {
  title: string
  intro: (date: string, title: string) => string
  status: Record<Mine['comment']['status'], string>
  reason: string
  message: string
  object: string
  change: string
  changeHint: string
  save: string
  withdraw: string
  withdrawText: string
  withdrawCertain: string
  stored: string
  storedText: string
  storedWords: StoredWords
  storedNothing: string
  yes: string
  no: string
  erase: string
  eraseText: string
  eraseCertain: string
  edited: string
  editedText: string
  withdrawn: string
  withdrawnText: string
  erased: string
  erasedText: string
  linkDead: string
  linkDeadText: string

  myData: {
    title: string
    intro: string
    email: string
    emailHint: string
    send: string
    sent: string
    sentText: string
    openTitle: string
    openText: string
    show: string
    download: string
    downloadText: string
    eraseAll: string
    eraseAllText: string
    eraseAllCertain: string
    erasedCount: (count: number) => string
    linkDead: string
    newLink: string
  }
}
