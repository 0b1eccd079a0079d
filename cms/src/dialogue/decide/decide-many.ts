import type { Strapi } from '../../publication/subjects'
import type { Decision } from './decide'
import { errors } from '@strapi/utils'
import { decide } from './decide'
import { ChangedMeanwhile } from './refusals'

export type ManyDecisions = Omit<Decision, 'commentId' | 'expected'> & { items: readonly { id: string, expected: number }[] }

/**
 * Decides alike on several comments, each for itself: one that is refused keeps none of the others back.
 * @returns those that were decided on, and why each of the others was not, in Swedish
 */
export async function decideMany(strapi: Strapi, { items, ...decision }: ManyDecisions): Promise<{ done: string[], refused: { id: string, message: string }[] }> {
  const done: string[] = []
  const refused: { id: string, message: string }[] = []
  for (const { id, expected } of items) {
    try {
      await decide(strapi, { ...decision, commentId: id, expected })
      done.push(id)
    }
    catch (error) {
      if (!(error instanceof ChangedMeanwhile) && !(error instanceof errors.ApplicationError))
        throw error
      refused.push({ id, message: error.message })
    }
  }
  return { done, refused }
}
