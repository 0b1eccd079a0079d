/**
 * What every bench is given.
 *
 * @typedef {object} BenchContext
 * @property {'sqlite' | 'postgres' | undefined} engine the one engine asked for with `--engine`; a bench decides where none was
 * @property {number[] | undefined} sizes the numbers of articles asked for with `--sizes`, where a bench measures sites of several sizes
 * @property {(line: string) => void} say one line of progress, to the error output
 */

/**
 * @typedef {object} Measured
 * @property {string} text for the terminal
 * @property {unknown} figures the same as data
 * @property {string[]} [missed] one sentence for each limit that the figures do not keep
 */

/**
 * One bench: a file that measures one thing.
 *
 * @typedef {object} Bench
 * @property {string} name what the command line calls it
 * @property {string} about one line
 * @property {(context: BenchContext) => Promise<Measured>} run
 */

export {}
