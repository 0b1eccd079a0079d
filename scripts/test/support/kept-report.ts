import { createStepReport } from '../../report/steps.mjs'

/** A progress report that keeps what it prints. */
export function keptReport() {
  const printed: string[] = []
  return { report: createStepReport({ write: text => printed.push(text) }, () => 0), text: () => printed.join('') }
}
