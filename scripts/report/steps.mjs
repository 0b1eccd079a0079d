/**
 * @typedef {object} StepReport
 * @property {<T>(label: string, work: () => Promise<T>) => Promise<T>} step runs the work and prints its label and seconds on one line
 * @property {(text: string) => void} line prints one line
 */

/**
 * Prints progress, one line a step: the label when it begins, the seconds when it ends.
 *
 * @param {{ write: (text: string) => unknown }} out where to write
 * @param {() => number} [now] the clock, in milliseconds
 * @returns {StepReport}
 */
export function createStepReport(out, now = () => performance.now()) {
  // The step whose line is half-written: other text must not land on it.
  let openLabel = ''

  return {
    async step(label, work) {
      const startedAt = now()
      if (openLabel !== '')
        out.write('\n')
      const seconds = () => `${((now() - startedAt) / 1000).toFixed(1)} s`
      openLabel = label
      out.write(`  ${label} … `)
      try {
        const result = await work()
        out.write(openLabel === label ? `${seconds()}\n` : `  ${label}: ${seconds()}\n`)
        return result
      }
      catch (error) {
        out.write(openLabel === label ? `failed after ${seconds()}\n` : `  ${label}: failed after ${seconds()}\n`)
        throw error
      }
      finally {
        openLabel = ''
      }
    },
    line(text) {
      out.write(openLabel === '' ? `${text}\n` : `\n${text}\n`)
      openLabel = ''
    },
  }
}
