/**
 * @typedef {object} Measured
 * @property {string} text for the terminal
 * @property {unknown} figures the same as data
 */

/**
 * One bench: a file that measures one thing.
 *
 * @typedef {object} Bench
 * @property {string} name what the command line calls it
 * @property {string} about one line
 * @property {() => Promise<Measured>} run
 */

export {}
