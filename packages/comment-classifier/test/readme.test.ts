import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isQuestion, scoreSpam, SPAM_THRESHOLD } from '../src/index.js'

it('the README states what its example gives', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const loan = ['Låna pengar utan säkerhet, ansök på snabbt.example', 'Lotta'] as const
  const question = 'När öppnar badet?'
  for (const text of [...loan, question])
    expect(readme).toContain(`'${text}'`)
  expect(readme).toContain(`score >= SPAM_THRESHOLD // ${scoreSpam(...loan) >= SPAM_THRESHOLD}`)
  expect(readme).toContain(`isQuestion('${question}') // ${isQuestion(question).isQuestion}`)
})
