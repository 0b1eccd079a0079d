const link = /(?:https?:\/\/|www\.)[^\s<>"]+/gi

/** How many links stand in a text, and how many words beside them. */
export const countLinks = (text: string): { links: number, words: number } => ({
  links: text.match(link)?.length ?? 0,
  words: text.replace(link, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
})
