import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isQuestion, scoreSpam, SPAM_THRESHOLD } from '../src/index.js'
import { isHeldOut, measure, readQuestions } from '../src/training/index.js'
import { english, sharedIsThere, swedish } from './support/labelled.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('the README states what its example gives', () => {
  const loan = ['Låna pengar utan säkerhet, ansök på snabbt.example', 'Lotta'] as const
  const question = 'När öppnar badet?'
  for (const text of [...loan, question])
    expect(readme).toContain(`'${text}'`)
  expect(readme).toContain(`score >= SPAM_THRESHOLD // ${scoreSpam(...loan) >= SPAM_THRESHOLD}`)
  expect(readme).toContain(`isQuestion('${question}') // ${isQuestion(question).isQuestion}`)
})

it('the README states the figures on what is held out', () => {
  const questions = readQuestions(readFileSync(new URL('../data/questions.sv.jsonl', import.meta.url), 'utf8'))
  const spamAnswers = (examples: ReturnType<typeof swedish>) => examples.map(({ text, isSpam }) => ({ text, is: isSpam, said: scoreSpam(text) >= SPAM_THRESHOLD }))
  states('spam, Swedish', spamAnswers(swedish()))
  states('questions', questions.map(each => ({ text: each.text, is: each.isQuestion, said: isQuestion(each.text).isQuestion })))
  if (sharedIsThere)
    states('spam, English', spamAnswers(english()))
})

function states(what: string, answers: { text: string, is: boolean, said: boolean }[]): void {
  const { precision, recall, truePositives, falsePositives, falseNegatives, trueNegatives } = measure(answers.filter(({ text }) => isHeldOut(text)))
  expect(readme).toMatch(new RegExp(`\\| ${what} \\| ${precision.toFixed(3)} \\| ${recall.toFixed(3)} \\| ${truePositives} found, ${falseNegatives} missed, ${falsePositives} of ${trueNegatives + falsePositives}\\b`))
}
