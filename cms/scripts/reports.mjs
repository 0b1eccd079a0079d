// What each command of cli.mjs takes, and says of the CMS's answer.
import { none, readBackup, readRedact, readRestore } from './arguments.mjs'

/**
 * @typedef {object} Command
 * @property {string} summary one line for the usage
 * @property {string} [takes] what is written behind its name
 * @property {import('./arguments.mjs').ReadArguments} read
 * @property {(answer: any, seconds: number) => { text: string, isGood: boolean }} report
 */

/** @param {Record<string, number>} counts */
const listed = counts => Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(', ')

/** @type {Record<string, Command>} */
export const reports = {
  'verify-log': {
    summary: 'check the hash chain of the publication log',
    read: none,
    report: ({ rows, ok, firstBroken }) => ({
      text: ok ? `${rows} rows, the chain holds.` : `The chain is broken at row ${firstBroken.seq}: ${firstBroken.why}`,
      isGood: ok,
    }),
  },
  'rebuild': {
    summary: 'make the read model of the public API and the queues of the moderators anew',
    read: none,
    report: (counts, seconds) => ({ text: `Rebuilt ${listed(counts)} in ${seconds.toFixed(1)} s.`, isGood: true }),
  },
  'load-examples': {
    summary: 'fill an empty database with the example content',
    read: none,
    report: ({ loaded, ...counts }, seconds) => ({
      text: loaded ? `Loaded ${listed(counts)} in ${seconds.toFixed(1)} s.` : 'There is content already; nothing was loaded.',
      isGood: true,
    }),
  },
  'backup': {
    summary: 'write everything but the secrets into one file',
    takes: 'FILE',
    read: readBackup,
    report: ({ file, tables, rows, uploads }, seconds) => ({
      text: `Wrote ${rows} rows of ${tables} tables and ${uploads} uploads into ${file} in ${seconds.toFixed(1)} s.\nThe secrets (DATA_DIR/secrets.json, or .env) and the journal of erasures (DATA_DIR/erasures.log) are not in it: keep both, each in a place of its own. Without COMMENT_KEY nobody can read the addresses.`,
      isGood: true,
    }),
  },
  'restore': {
    summary: 'put a backup in the place of everything that is here',
    takes: 'FILE [--yes] [--erasures FILE]',
    read: readRestore,
    report: ({ madeAt, tables, rows, uploads, erasedAgain, canReadAddresses }, seconds) => ({
      text: [
        `Restored ${rows} rows of ${tables} tables and ${uploads} uploads as they were at ${madeAt}, in ${seconds.toFixed(1)} s.`,
        `${erasedAgain} erasures since then were carried out again. Everybody has to sign in anew.`,
        ...canReadAddresses ? [] : ['COMMENT_KEY is not the one that the backup was made with: e-mail addresses in it cannot be read. Set the old one and start again.'],
      ].join('\n'),
      isGood: canReadAddresses,
    }),
  },
  'redact': {
    summary: 'empty what the publication log keeps of a comment or an article',
    takes: 'comment ID | article SLUG [--language CODE], [--yes]',
    read: readRedact,
    report: ({ what, id, isDone }) => ({ text: isDone ? `The ${what} ${id} is redacted.` : `The ${what} ${id} was redacted before; nothing was left to do.`, isGood: true }),
  },
  'retention': {
    summary: 'remove now what has been kept long enough, as each day does',
    read: none,
    report: ({ senders, addresses, reportAddresses, texts, letters }) => ({
      text: `Removed ${senders} hashes of network addresses, ${addresses + reportAddresses} e-mail addresses, ${texts} refused comments and ${letters} rows of letters.`,
      isGood: true,
    }),
  },
}
