import { describe, expect, it } from 'vitest'
import { everydayChecks, longChecks } from '../../checks/checks.mjs'
import { chooseChecks } from '../../checks/choose.mjs'

const checks = everydayChecks('/klartext')
const idsFor = (...args: string[]) => chooseChecks(checks, args).map(check => check.id)

describe('chooseChecks', () => {
  it.each([
    [[], ['lint', 'types', 'knip', 'unit', 'cms', 'e2e']],
    [['--only', 'e2e,lint'], ['lint', 'e2e']],
    [['--only=types'], ['types']],
    [['--only', 'lint', 'knip'], ['lint', 'knip']],
    [['--only', ' lint, knip'], ['lint', 'knip']],
  ])('%j', (args, ids) => {
    expect(idsFor(...args)).toEqual(ids)
  })

  it.each([[['--only']], [['--only', 'all']], [['--only', 'lint,all']], [['lint']], [['--watch']]])('refuses %j', (args) => {
    expect(() => idsFor(...args)).toThrow(expect.objectContaining({ name: 'PlainError', message: expect.stringContaining('lint,types,knip,unit,cms,e2e') }))
  })
})

describe('the checks', () => {
  it('leave what takes long to the long ones, and nothing to neither', () => {
    const args = [...checks, ...longChecks('/klartext')].map(check => check.command.join(' '))
    const [unit, cms, e2e, longUnit, longE2e] = args.filter(text => /vitest|playwright/.test(text))
    expect([unit, cms].every(text => text?.includes('--exclude **/*.long.test.*'))).toBe(true)
    expect(longUnit).toMatch(/ \.long\.test\.$/)
    expect(unit).toContain('--project=!@klartext/cms*')
    expect(cms).toContain('--project=@klartext/cms*')
    expect(e2e).toContain('--grep-invert @long')
    expect(longE2e).toContain('--grep @long')
  })
})
