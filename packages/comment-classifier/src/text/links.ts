// What ends a bare domain name. A short list: "klart.Sen" is a missing space, and a link that is missed costs little.
const ENDINGS = 'com|net|org|info|biz|example|test|io|co|ru|cn|xyz|top|shop|online|site|store|club|live|app|dev|me|tv|eu|se|nu|no|dk|fi|de|uk|fr|it|pl'
const LINK = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s<>"[\\]]+|(?<![\\p{L}\\p{N}@._-])[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}\\.){1,5}(?:${ENDINGS})(?![\\p{L}\\p{N}@-])(?:[/?#][^\\s<>"[\\]]*)?`,
  'giu',
)
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}(?:@|\(at\)|\[at\])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/giu
/** "namn . com", "namn(punkt)com": a domain that hides from a search for links. */
const HIDDEN_DOT = /(?<=[\p{L}\p{N}])(?:\s{1,2}\.\s{0,2}|\s{0,2}\.\s{1,2}|\s?[([](?:punkt|dot)[)\]]\s?)(?=(?:com|net|org|ru|example)(?![\p{L}\p{N}]))/giu
const HOST_NOISE = new RegExp(`^(?:https?:\\/\\/)?(?:www\\.)?|\\.(?:${ENDINGS})(?=[/?#:]|$)`, 'gi')

/** A text taken apart into what is linked and what is said. */
export interface TextAndLinks {
  /** The text, a space where a link or an address stood. */
  words: string
  links: string[]
  emails: string[]
  /** Whether a link's dot was hidden. */
  hidden: boolean
}

/**
 * Takes links and e-mail addresses out of a text.
 *
 * @param text a text with plain letters
 * @returns the rest, and what was taken out
 */
export function takeLinks(text: string): TextAndLinks {
  const links: string[] = []
  const emails: string[] = []
  const opened = text.replace(HIDDEN_DOT, '.')
  const words = opened
    .replace(EMAIL, (email) => {
      emails.push(email)
      return ' '
    })
    .replace(LINK, (link) => {
      links.push(link)
      return ' '
    })
  return { words, links, emails, hidden: opened !== text }
}

/**
 * The words in a link or an e-mail address. What ends its host's name is no word: where a link leads tells, not which registry named it.
 *
 * @param link a link or an address
 */
export function wordsOfLink(link: string): string[] {
  return link.replace(HOST_NOISE, '').split(/[^\p{L}\p{N}]+/u).filter(word => /\p{L}{2}/u.test(word)).slice(0, 12)
}
