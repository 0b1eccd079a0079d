import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isQuestion, scoreSpam, SPAM_THRESHOLD } from '@klartext/comment-classifier'
import { foldOf, isHeldOut, measure, readComments, readCommentsCsv, readQuestions, scoreComment, trainSpamModel } from '@klartext/comment-classifier/training'
import { matrix } from './matrix.mjs'

/** @typedef {import('@klartext/comment-classifier/training').Example} Example */

/** @type {[string, string]} */
const SPAM = ['spam', 'honest']
/** @type {[string, string]} */
const QUESTION = ['question', 'none']
const FOLDS = [0, 1, 2, 3, 4]
const ENGLISH = new URL('../../../shared/data/comment-spam.en.csv', import.meta.url)
/** 96 of the English comments are this sentence with other letters behind it, so that training has seen its like. */
const ALIKE = /^Check out this (?:video|playlist) on YouTu/

/** @type {import('./bench.mjs').Bench} */
export const classifier = {
  name: 'classifier',
  about: 'how often the classifier of comments is right: spam by language, and questions',
  async run() {
    const swedish = readComments(await dataFile('comments.sv.jsonl'))
    const english = existsSync(ENGLISH) ? readCommentsCsv(await readFile(ENGLISH, 'utf8')) : []
    const questions = readQuestions(await dataFile('questions.sv.jsonl'))
    const results = [...spamResults(swedish, english), ...questionResults(questions)]
    return {
      text: [
        ...results.map(({ what, part, names, measures }) => matrix(`${what}, ${part}`, names, measures)),
        ...english.length === 0 ? [`The English comments are not at ${fileURLToPath(ENGLISH)}: they were not measured, and the cross-validation did without them.`] : [],
      ].join('\n\n'),
      figures: results.map(({ what, part, measures }) => ({ what, part, ...measures })),
    }
  },
}

/** @param {string} name */
function dataFile(name) {
  return readFile(fileURLToPath(import.meta.resolve(`@klartext/comment-classifier/data/${name}`)), 'utf8')
}

/**
 * @param {Example[]} swedish
 * @param {Example[]} english
 */
function spamResults(swedish, english) {
  const seen = [...swedish, ...english].filter(({ text }) => !isHeldOut(text))
  const leftOut = new Map(FOLDS.flatMap((fold) => {
    const model = trainSpamModel(seen.filter(({ text }) => foldOf(text) !== fold))
    return seen.filter(({ text }) => foldOf(text) === fold).map(example => [example, scoreComment(model, example.text)])
  }))
  const sets = [
    { what: 'Spam in Swedish', examples: swedish },
    { what: 'Spam in English', examples: english },
    { what: 'Spam in English, without what is nearly alike', examples: english.filter(({ text }) => !ALIKE.test(text)) },
  ].filter(({ examples }) => examples.length > 0)
  return sets.flatMap(({ what, examples }) => [
    { what, part: 'held out', names: SPAM, measures: measureSpam(examples.filter(({ text }) => isHeldOut(text)), ({ text }) => scoreSpam(text)) },
    { what, part: 'cross-validated', names: SPAM, measures: measureSpam(examples.filter(example => leftOut.has(example)), example => leftOut.get(example) ?? 0) },
  ])
}

/**
 * @param {Example[]} examples
 * @param {(example: Example) => number} score
 */
function measureSpam(examples, score) {
  return measure(examples.map(example => ({ is: example.isSpam, said: score(example) >= SPAM_THRESHOLD })))
}

/** @param {{ text: string, isQuestion: boolean }[]} questions */
function questionResults(questions) {
  const measureQuestions = (/** @type {typeof questions} */ those) => measure(those.map(({ text, isQuestion: is }) => ({ is, said: isQuestion(text).isQuestion })))
  return [
    { what: 'Questions', part: 'held out', names: QUESTION, measures: measureQuestions(questions.filter(({ text }) => isHeldOut(text))) },
    { what: 'Questions', part: 'what the rules were made on', names: QUESTION, measures: measureQuestions(questions.filter(({ text }) => !isHeldOut(text))) },
  ]
}
