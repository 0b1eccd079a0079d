/**
 * The rules that readers' comments are held to, as the site's comment rules word them: a comment is declined or hidden by one of
 * them, and a report names one.
 */
export const commentRules = ['threat', 'hate', 'personal-attack', 'privacy', 'illegal', 'copyright', 'advertising', 'off-topic'] as const

export type CommentRule = (typeof commentRules)[number]
