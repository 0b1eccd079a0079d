import type { Example } from '../../src/training/index.js'
import { existsSync, readFileSync } from 'node:fs'
import { readComments, readCommentsCsv } from '../../src/training/index.js'

const shared = new URL('../../../../../shared/', import.meta.url)

/** Whether the files that are not the project's own are there. */
export const sharedIsThere = existsSync(shared)

export const swedish = (): Example[] => readComments(readFileSync(new URL('../../data/comments.sv.jsonl', import.meta.url), 'utf8'))
export const english = (): Example[] => readCommentsCsv(readFileSync(new URL('data/comment-spam.en.csv', shared), 'utf8'))

/** The comments below a real page, one text each. */
export function commentsOfEssay(): string[] {
  const page = readFileSync(new URL('samples/essay.sv.txt', shared), 'utf8')
  const thread = page.slice(page.indexOf('14 thoughts on'), page.indexOf('Leave a Reply'))
  return thread.split(/\n\s*\d+\.\s/).slice(1).map(text => text.trim())
}
