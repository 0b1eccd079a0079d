import type { Strapi } from '../../publication/subjects'
import { commentInputSchema } from '@klartext/contract'
import * as v from 'valibot'
import { parseInput } from '../../public-api/parse-input'
import { notFound } from '../../public-api/problem'
import { findComment } from '../../publication/comments/comment-row'
import { editBySender, eraseBySender, withdrawBySender } from '../decide/by-sender'
import { readMyDataToken } from '../my-data/my-data-link'
import { eraseOwned, ownedData } from '../my-data/owned'
import { requestMyData } from '../my-data/request-link'
import { mineOf } from './mine'
import { readSenderToken } from './sender-link'

/** What a private route does with the JSON that it was sent. */
type DialogueRoute = (strapi: Strapi, body: Record<string, unknown>, now: Date) => Promise<{ status: number, body: unknown }>

const { name, text, email } = commentInputSchema.entries
const tokenSchema = v.strictObject({ token: v.pipe(v.string('must be a string'), v.maxLength(500)) })
const editSchema = v.strictObject({ ...tokenSchema.entries, name, text, isQuestion: v.boolean('must be true or false') })
const requestSchema = v.strictObject({ email: v.nonNullish(email), language: v.optional(v.string(), 'sv') })

const done = (body: unknown) => ({ status: 200, body })
const gone = () => notFound('The link leads to nothing; it may have been copied only in part.')
const expired = () => notFound('The link leads to nothing; one to your own data is good for an hour. Ask for a new one.')

const routes: Readonly<Record<string, DialogueRoute>> = {
  'mine': async (strapi, body) => {
    const mine = await mineOf(strapi, commentOf(body))
    if (!mine)
      throw gone()
    return done(mine)
  },
  'mine/edit': async (strapi, body) => {
    const { token, ...edit } = parseInput(editSchema, body)
    const id = commentOf({ token })
    await editBySender(strapi, id, edit)
    return statusOf(strapi, id)
  },
  'mine/withdraw': async (strapi, body) => {
    const id = commentOf(body)
    await withdrawBySender(strapi, id)
    return statusOf(strapi, id)
  },
  'mine/erase': async (strapi, body) => {
    const id = commentOf(body)
    await eraseBySender(strapi, id)
    return statusOf(strapi, id)
  },
  'my-data/request': async (strapi, body, now) => {
    const { email: address, language } = parseInput(requestSchema, body)
    // answered before the address is looked up: how long it takes tells nothing
    requestMyData(strapi, address, language, now).catch(error => strapi.log.error(error))
    return { status: 202, body: {} }
  },
  'my-data': async (strapi, body, now) => done(await ownedData(strapi, ownerOf(body, now))),
  'my-data/erase': async (strapi, body, now) => done({ erased: await eraseOwned(strapi, ownerOf(body, now)) }),
}

/** The route with a path below `/_dialogue/`. */
export const findDialogueRoute = (path: string): DialogueRoute | null => Object.hasOwn(routes, path) ? routes[path] ?? null : null

function commentOf(body: Record<string, unknown>): string {
  const id = readSenderToken(parseInput(tokenSchema, body).token)
  if (id === null)
    throw gone()
  return id
}

function ownerOf(body: Record<string, unknown>, now: Date): string {
  const owner = readMyDataToken(parseInput(tokenSchema, body).token, now)
  if (owner === null)
    throw expired()
  return owner
}

async function statusOf(strapi: Strapi, id: string) {
  const comment = await findComment(strapi, id)
  return done({ status: comment?.moderationStatus ?? 'erased' })
}
