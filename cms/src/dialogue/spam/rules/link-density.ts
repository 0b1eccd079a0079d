import { countLinks } from '../links'
import { createRule } from '../rule'

/** How forums and web pages are told to make a link; nobody writes so in a comment by hand. */
const forumLink = /\[(?:url|link)[=\]]/i
const pageLink = /<a\s[^>]*href/i

/** Links, and hardly a word beside them. */
export const linkDensity = createRule('link-density', ({ name, text }) => {
  const { links, words } = countLinks(text)
  const told = `${links === 1 ? 'En länk' : `${links} länkar`} på ${words === 1 ? 'ett ord' : `${words} ord`}.`
  if (forumLink.test(text))
    return { weight: 'spam', detail: 'Länkar så som forum skriver dem.' }
  if (links >= 8 || (links >= 3 && words < 5 * links))
    return { weight: 'spam', detail: told }
  if (countLinks(name).links > 0)
    return { weight: 'suspect', detail: 'En länk i namnet.' }
  if (pageLink.test(text))
    return { weight: 'suspect', detail: 'En länk så som webbsidor skriver dem.' }
  return links >= 3 || (links >= 1 && words < 5 * links) ? { weight: 'suspect', detail: told } : null
})
