import { describe, expect, it } from 'vitest'
import { scoreSpam, SPAM_THRESHOLD } from '../src/index.js'
import { isHeldOut, measure } from '../src/training/index.js'
import { commentsOfEssay, english, sharedIsThere, swedish } from './support/labelled.js'

// What a name adds must not cost an honest sender anything.
const NAMES = ['', 'Lotta', 'Svetlana', 'Mohammed', 'Nguyen', 'Anonym']

describe('spam among comments that training never saw', () => {
  it.each(NAMES)('swedish, from "%s"', name => holds(swedish(), name))
  it.skipIf(!sharedIsThere).each(NAMES)('english, from "%s"', name => holds(english(), name))

  it.skipIf(!sharedIsThere)('the five comments of a real page are honest', () => {
    const comments = commentsOfEssay()
    expect(comments).toHaveLength(5)
    expect(comments.filter(text => scoreSpam(text) >= SPAM_THRESHOLD)).toEqual([])
  })
})

function holds(examples: { text: string, isSpam: boolean }[], name: string): void {
  const heldOut = examples.filter(({ text }) => isHeldOut(text))
  expect(heldOut.length).toBeGreaterThan(examples.length / 6)
  const { precision, recall } = measure(heldOut.map(({ text, isSpam }) => ({ is: isSpam, said: scoreSpam(text, name) >= SPAM_THRESHOLD })))
  expect(precision).toBeGreaterThanOrEqual(0.95)
  expect(recall).toBeGreaterThanOrEqual(0.85)
}
