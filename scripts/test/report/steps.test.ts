import { describe, expect, it } from 'vitest'
import { createStepReport } from '../../report/steps.mjs'

function createClock(...times: number[]) {
  return () => times.shift() ?? 0
}

describe('createStepReport', () => {
  it('says the label at the beginning and the seconds at the end, on one line', async () => {
    const printed: string[] = []
    const report = createStepReport({ write: text => printed.push(text) }, createClock(1000, 3340))
    const result = await report.step('Building web', async () => {
      expect(printed.join('')).toBe('  Building web … ')
      return 'built'
    })
    expect(result).toBe('built')
    expect(printed.join('')).toBe('  Building web … 2.3 s\n')
  })

  it('says that a step failed and passes its error on', async () => {
    const printed: string[] = []
    const report = createStepReport({ write: text => printed.push(text) }, createClock(0, 500))
    await expect(report.step('Installing', async () => {
      throw new Error('no network')
    })).rejects.toThrow('no network')
    expect(printed.join('')).toBe('  Installing … failed after 0.5 s\n')
  })

  it('gives a step inside a step a line of its own', async () => {
    const printed: string[] = []
    const report = createStepReport({ write: text => printed.push(text) }, createClock(0, 1000, 3000, 4000))
    await report.step('Installing', () => report.step('Fetching pnpm', async () => undefined))
    expect(printed.join('')).toBe('  Installing … \n  Fetching pnpm … 2.0 s\n  Installing: 4.0 s\n')
  })

  it('keeps a line that comes in between off the half-written line of the step', async () => {
    const printed: string[] = []
    const report = createStepReport({ write: text => printed.push(text) }, createClock(0, 1000))
    await report.step('Starting', async () => report.line('Web: a warning'))
    report.line('done')
    expect(printed.join('')).toBe('  Starting … \nWeb: a warning\n  Starting: 1.0 s\ndone\n')
  })
})
