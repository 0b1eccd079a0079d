export { type Example, foldOf, isHeldOut, readComments, readCommentsCsv, readQuestions } from './examples.js'
export { type Confusion, measure, type Measures } from './measure.js'
export { scoreWith, trainSpamModel } from './train.js'
export { weightsFile } from './weights-file.js'
