import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const module = fileURLToPath(new URL('../../../host/hold-tick.ts', import.meta.url))

/** A process that has rested, works until V8 has compiled its ticks, rests again with none under way, and says what V8 throws away. */
const script = `
const ticks = count => new Promise(done => (function next() { count-- > 0 ? process.nextTick(next) : done() })())
const turnOfLoop = () => new Promise(done => setTimeout(done, 5))
async function rest() {
  for (let turn = 0; turn < 4; turn++) {
    await turnOfLoop()
    gc()
  }
}
await rest()
for (let turn = 0; turn < 10; turn++) {
  await ticks(100_000)
  // V8 compiles beside, and takes the code in between
  await turnOfLoop()
}
await rest()`

async function isForgotten(before = ''): Promise<boolean> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--trace-opt', '--trace-deopt', '--no-warnings', '--input-type=module', '--eval', before + script], { maxBuffer: 10_000_000 })
  expect(stdout).toMatch(/completed optimizing .*<JSFunction nextTick/)
  return /<SharedFunctionInfo nextTick>\).*weak objects/.test(stdout)
}

it('what V8 knows of a tick is not forgotten while memory is tidied', async () => {
  expect(await isForgotten(`import { holdTick } from ${JSON.stringify(module)}; holdTick();`)).toBe(false)
})

it('without it V8 forgets: when this fails, Node does without hold-tick', async () => {
  expect(await isForgotten()).toBe(true)
})
