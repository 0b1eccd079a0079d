import type { Strapi } from '../../publication/subjects'
import type { LetterText } from './letter'
import type { LetterKind } from './letter-data'
import type { DecisionFacts } from './templates/shared-parts'
import * as v from 'valibot'
import { myDataToken } from '../my-data/my-data-link'
import { emailHmac } from '../vault/email'
import { answerFacts, commentFacts, reportFacts } from './facts'
import { letterDataSchemas } from './letter-data'
import { ruleWords } from './rule-words'
import { pageOfToken } from './site-addresses'
import { commentAnswered } from './templates/comment-answered'
import { commentApproved } from './templates/comment-approved'
import { commentDeclined } from './templates/comment-declined'
import { commentHidden } from './templates/comment-hidden'
import { commentReceived } from './templates/comment-received'
import { myData } from './templates/my-data'
import { reportDecided } from './templates/report-decided'
import { reportReceived } from './templates/report-received'

type Language = 'sv' | 'en'
/** Words one letter; null when what it tells of is gone. */
type Composer = (strapi: Strapi, data: unknown, language: Language, to: string) => Promise<LetterText | null>

const composers: Record<LetterKind, Composer> = {
  'comment-received': async (strapi, data, language) => {
    const facts = await commentFacts(strapi, v.parse(letterDataSchemas['comment-received'], data).commentId, language)
    return facts && commentReceived[language]({ ...facts, isPublic: facts.status === 'approved' })
  },
  'comment-approved': async (strapi, data, language) => {
    const facts = await commentFacts(strapi, v.parse(letterDataSchemas['comment-approved'], data).commentId, language)
    return facts && commentApproved[language](facts)
  },
  'comment-answered': async (strapi, data, language) => {
    const { commentId, answerId } = v.parse(letterDataSchemas['comment-answered'], data)
    const facts = await commentFacts(strapi, commentId, language)
    return facts && commentAnswered[language]({ ...facts, answer: await answerFacts(strapi, answerId) })
  },
  'comment-declined': async (strapi, data, language) => {
    const facts = await decisionFacts(strapi, data, language)
    return facts && commentDeclined[language](facts)
  },
  'comment-hidden': async (strapi, data, language) => {
    const facts = await decisionFacts(strapi, data, language)
    return facts && commentHidden[language](facts)
  },
  'report-received': async (_strapi, data, language) =>
    reportReceived[language](v.parse(letterDataSchemas['report-received'], data)),
  'report-decided': async (strapi, data, language) => {
    const facts = await reportFacts(strapi, v.parse(letterDataSchemas['report-decided'], data).receipt)
    return facts && reportDecided[language](facts)
  },
  'my-data': async (_strapi, _data, language, to) =>
    myData[language]({ url: pageOfToken('myData', language, myDataToken(emailHmac(to), new Date())) }),
}

async function decisionFacts(strapi: Strapi, data: unknown, language: Language): Promise<DecisionFacts | null> {
  const { commentId, rule, message } = v.parse(letterDataSchemas['comment-declined'], data)
  const facts = await commentFacts(strapi, commentId, language)
  return facts && { ...facts, rule: rule === null ? null : ruleWords(rule, language), message }
}

const isKind = (kind: string): kind is LetterKind => Object.hasOwn(composers, kind)

/**
 * Words a letter from its row, as things stand when it is sent.
 * @param strapi the running CMS
 * @param letter what its row says
 * @param letter.kind which template
 * @param letter.language of the letter
 * @param letter.data as it was put in, JSON
 * @param to whose letter it is; for the link to one's own data
 * @returns null when what it tells of is gone: then there is nothing to tell
 * @throws Error where the row is not one of ours
 */
export async function composeLetter(strapi: Strapi, { kind, language, data }: { kind: string, language: Language, data: string }, to: string): Promise<LetterText | null> {
  if (!isKind(kind))
    throw new Error(`There is no template for a letter "${kind}".`)
  return composers[kind](strapi, JSON.parse(data), language, to)
}
