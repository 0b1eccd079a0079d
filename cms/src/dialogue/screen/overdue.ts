/** Questions that came in before this instant should have been answered by now. */
export const overdueBefore = (now: Date, days: number): string => new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString()
