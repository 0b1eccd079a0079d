// What each command of cli.mjs says of the CMS's answer.

/**
 * @typedef {object} Command
 * @property {string} summary one line for the usage
 * @property {(answer: any, seconds: number) => { text: string, isGood: boolean }} report
 */

/** @param {Record<string, number>} counts */
const listed = counts => Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(', ')

/** @type {Record<string, Command>} */
export const reports = {
  'verify-log': {
    summary: 'check the hash chain of the publication log',
    report: ({ rows, ok, firstBroken }) => ({
      text: ok ? `${rows} rows, the chain holds.` : `The chain is broken at row ${firstBroken.seq}: ${firstBroken.why}`,
      isGood: ok,
    }),
  },
  'rebuild': {
    summary: 'make the read model of the public API and the queues of the moderators anew',
    report: (counts, seconds) => ({ text: `Rebuilt ${listed(counts)} in ${seconds.toFixed(1)} s.`, isGood: true }),
  },
  'load-examples': {
    summary: 'fill an empty database with the example content',
    report: ({ loaded, ...counts }, seconds) => ({
      text: loaded ? `Loaded ${listed(counts)} in ${seconds.toFixed(1)} s.` : 'There is content already; nothing was loaded.',
      isGood: true,
    }),
  },
}
