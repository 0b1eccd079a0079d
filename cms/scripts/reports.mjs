// What each command of cli.mjs takes, and says of the CMS's answer.
import * as v from 'valibot'
import { none, readBackup, readRedact, readRestore } from './arguments.mjs'

/**
 * @typedef {object} Command
 * @property {string} summary one line for the usage
 * @property {string} [takes] what is written behind its name
 * @property {import('./arguments.mjs').ReadArguments} read
 * @property {(answer: unknown, seconds: number) => Said} report
 */

/**
 * @typedef {object} Said
 * @property {string} text
 * @property {boolean} isGood whether the command ends with 0
 */

/**
 * Reads the CMS's answer with a schema before anything is said of it.
 *
 * @template {v.GenericSchema} Schema
 * @param {Schema} schema
 * @param {(answer: v.InferOutput<Schema>, seconds: number) => Said} say
 * @returns {Command['report']}
 */
const reading = (schema, say) => (answer, seconds) => say(v.parse(schema, answer), seconds)

const counts = v.record(v.string(), v.number())
const { string, number, boolean } = v

/** @param {Record<string, number>} found */
const listed = found => Object.entries(found).map(([name, count]) => `${count} ${name}`).join(', ')

/** @type {Record<string, Command>} */
export const reports = {
  'verify-log': {
    summary: 'check the hash chain of the publication log',
    read: none,
    report: reading(v.object({ rows: number(), firstBroken: v.optional(v.object({ seq: number(), why: string() })) }), ({ rows, firstBroken }) => ({
      text: firstBroken ? `The chain is broken at row ${firstBroken.seq}: ${firstBroken.why}` : `${rows} rows, the chain holds.`,
      isGood: firstBroken === undefined,
    })),
  },
  'rebuild': {
    summary: 'make the read model of the public API and the queues of the moderators anew',
    read: none,
    report: reading(counts, (found, seconds) => ({ text: `Rebuilt ${listed(found)} in ${seconds.toFixed(1)} s.`, isGood: true })),
  },
  'picture-sizes': {
    summary: 'make the sizes of pictures that were uploaded before there were any',
    read: none,
    report: reading(v.object({ made: number(), had: number(), unreadable: v.array(string()) }), ({ made, had, unreadable }, seconds) => ({
      text: [
        `Made the sizes of ${made} pictures in ${seconds.toFixed(1)} s; ${had} had theirs.`,
        ...unreadable.length === 0 ? [] : [`These files could not be read as pictures: ${unreadable.join(', ')}.`],
      ].join('\n'),
      isGood: unreadable.length === 0,
    })),
  },
  'load-examples': {
    summary: 'fill an empty database with the example content',
    read: none,
    report: reading(v.objectWithRest({ loaded: boolean() }, number()), ({ loaded, ...found }, seconds) => ({
      text: loaded ? `Loaded ${listed(found)} in ${seconds.toFixed(1)} s.` : 'There is content already; nothing was loaded.',
      isGood: true,
    })),
  },
  'backup': {
    summary: 'write everything but the secrets into one file',
    takes: 'FILE',
    read: readBackup,
    report: reading(v.object({ file: string(), tables: number(), rows: number(), uploads: number() }), ({ file, tables, rows, uploads }, seconds) => ({
      text: `Wrote ${rows} rows of ${tables} tables and ${uploads} uploads into ${file} in ${seconds.toFixed(1)} s.\nThe secrets (DATA_DIR/secrets.json, or .env) and the journal of erasures (DATA_DIR/erasures.log) are not in it: keep both, each in a place of its own. Without COMMENT_KEY nobody can read the addresses.`,
      isGood: true,
    })),
  },
  'restore': {
    summary: 'put a backup in the place of everything that is here',
    takes: 'FILE [--yes] [--erasures FILE]',
    read: readRestore,
    report: reading(v.object({ madeAt: string(), tables: number(), rows: number(), uploads: number(), erasedAgain: number(), canReadAddresses: boolean() }), ({ madeAt, tables, rows, uploads, erasedAgain, canReadAddresses }, seconds) => ({
      text: [
        `Restored ${rows} rows of ${tables} tables and ${uploads} uploads as they were at ${madeAt}, in ${seconds.toFixed(1)} s.`,
        `${erasedAgain} erasures since then were carried out again. Everybody has to sign in anew.`,
        ...canReadAddresses ? [] : ['COMMENT_KEY is not the one that the backup was made with: e-mail addresses in it cannot be read. Set the old one and start again.'],
      ].join('\n'),
      isGood: canReadAddresses,
    })),
  },
  'redact': {
    summary: 'empty what the publication log keeps of a comment or an article',
    takes: 'comment ID | article SLUG [--language CODE], [--yes]',
    read: readRedact,
    report: reading(v.object({ what: string(), id: string(), isDone: boolean() }), ({ what, id, isDone }) => ({ text: isDone ? `The ${what} ${id} is redacted.` : `The ${what} ${id} was redacted before; nothing was left to do.`, isGood: true })),
  },
  'retention': {
    summary: 'remove now what has been kept long enough, as each day does',
    read: none,
    report: reading(v.object({ senders: number(), addresses: number(), reportAddresses: number(), texts: number(), letters: number() }), ({ senders, addresses, reportAddresses, texts, letters }) => ({
      text: `Removed ${senders} hashes of network addresses, ${addresses + reportAddresses} e-mail addresses, ${texts} refused comments and ${letters} rows of letters.`,
      isGood: true,
    })),
  },
}
