const sentenceEnd = /(?:[.!?…]["”’»)\]]*|["”’»][.!?]?)$/u
const endInside = /[.!?…]["”’»)\]]*\s+["“”’«»(]?\p{Lu}/u

/** True when the text ends as a sentence does: with a full stop, question mark, exclamation mark, ellipsis or closing quotation mark. */
export const endsSentence = (text: string): boolean => sentenceEnd.test(text)

/** True when a sentence ends inside the text and another begins. */
export const holdsSeveralSentences = (text: string): boolean => endInside.test(text)

export const wordCount = (text: string): number => text.split(/\s+/u).filter(word => word !== '').length
