import process from 'node:process'

/** Milliseconds of the system's steady clock: the same in every thread of this machine. */
export function now() {
  return Number(process.hrtime.bigint()) / 1e6
}
