import { readFile, writeFile } from 'node:fs/promises'
import { isHeldOut, readComments, readCommentsCsv, trainSpamModel, weightsFile } from '@klartext/comment-classifier/training'

const [csv] = process.argv.slice(2).filter(argument => argument !== '--')
if (csv === undefined) {
  console.error('Say where the English comments are: pnpm --filter @klartext/comment-classifier train -- PATH_TO_CSV')
  process.exit(1)
}
const swedish = readComments(await readFile(new URL('../data/comments.sv.jsonl', import.meta.url), 'utf8'))
const english = readCommentsCsv(await readFile(csv, 'utf8'))
const seen = [...swedish, ...english].filter(({ text }) => !isHeldOut(text))
await writeFile(new URL('../src/spam/trained.ts', import.meta.url), weightsFile(trainSpamModel(seen)))
console.log(`Trained on ${seen.length} comments of ${swedish.length + english.length}; the others are held out. Build the package to use it.`)
