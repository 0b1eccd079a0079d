import { createRule } from '../rule'

/** Shorter ones, such as thanks, are said by many. */
const leastLetters = 25
const spreadFrom = 3

/** The same text came in elsewhere lately. Many who say the same under one article may be a campaign of honest people; one text under many articles is not. */
export const duplicate = createRule('duplicate', async (evidence, lookups) => {
  if (evidence.text.replace(/[^\p{L}\p{N}]/gu, '').length < leastLetters)
    return null
  const { otherArticles, otherSenders } = await lookups.sameTextElsewhere(evidence)
  if (otherArticles > 0)
    return { weight: otherArticles >= spreadFrom ? 'spam' : 'suspect', detail: `Samma text har kommit till ${counted(otherArticles, 'annan artikel', 'andra artiklar')} den senaste veckan.` }
  return otherSenders > 0 ? { weight: 'suspect', detail: `Samma text har kommit från ${counted(otherSenders, 'annan avsändare', 'andra avsändare')} den senaste veckan.` } : null
})

const counted = (count: number, one: string, many: string): string => count === 1 ? `en ${one}` : `${count} ${many}`
