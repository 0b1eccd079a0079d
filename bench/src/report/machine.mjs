import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import process from 'node:process'

/**
 * What the figures depend on beside the code: the machine and the day.
 *
 * @param {Date} now
 */
export function machine(now) {
  return {
    date: now.toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
  }
}

/** @param {ReturnType<typeof machine>} about */
export function machineLine({ date, cpu, cores, memoryGb, system, node }) {
  return `${date.slice(0, 16).replace('T', ' ')} UTC, ${cores} cores of ${cpu}, ${memoryGb} GB, ${system}, Node ${node.slice(1)}`
}
