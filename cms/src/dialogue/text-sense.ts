/** Whether a text asks something, for a sender who did not say so: a sentence of it ends with a question mark. */
export const looksLikeQuestion = (text: string): boolean => /\p{L}[^.!?\n]*\?(?=$|[\s"”’»)\]!?])/u.test(text)
