import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import type { Called, Origin } from '../origin'
import type { Source } from '../reply'
import type { ImageHead } from './image-file'
import type { ImageStore, StoredImage } from './image-store'
import { setTimeout as pause } from 'node:timers/promises'
import { imageTypeOf } from '../../server/cms/uploads'
import { replyText } from '../reply'
import { replyImage } from './reply-image'

/** How long a picture is given without asking the CMS whether it is still there. */
const trustedForMs = 60_000
/** How long a reader of a kept picture waits for the CMS to say so. */
const deadlineMs = 300
/** How long a CMS that did not answer is left alone, where a picture is kept. */
const silentForMs = 5_000
/** What nobody asks for is looked at too: an erased picture leaves within the hour. */
const checkedAgainAfterMs = 3_000_000

export interface Images {
  answer: (request: IncomingMessage, response: ServerResponse) => void
  /** Asks the CMS about the pictures that nobody asked for in a while; ends at once where it is silent. */
  checkOld: () => Promise<void>
}

export interface Picture {
  head: ImageHead
  /** @throws where the picture is no longer what its head says */
  body: () => Promise<Uint8Array | Readable>
}

type Outcome = { kind: 'held', picture: Picture } | { kind: 'gone' } | { kind: 'silent' }

/**
 * Pictures, kept on disk: fetched once, however many ask, and checked with the CMS when they are asked for again after a minute.
 * One that the CMS says is gone leaves; while the CMS is silent they stay.
 */
export function createImages({ origin, store, now = Date.now }: { origin: Pick<Origin, 'call'>, store: ImageStore, now?: () => number }): Images {
  const underWay = new Map<string, Promise<Outcome>>()
  let silentUntil = 0

  const pictureOf = (kept: StoredImage): Picture => ({ head: kept.head, body: async () => store.open(kept) })

  /** What the CMS answers; a connection that breaks in the middle of a picture is a silence too. */
  async function call(name: string, headers: Record<string, string>): Promise<Called> {
    try {
      return await origin.call(`/media/${name}`, headers)
    }
    catch (error) {
      console.error(`The CMS did not give the picture ${name}:`, error)
      return { status: 503, headers: {}, body: new Uint8Array() }
    }
  }

  /** A full disk ends neither the answer nor the site: the picture is in hand, and is asked for again. */
  async function onDisk(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    }
    catch (error) {
      console.error(`The picture ${name} could not be kept or removed:`, error)
    }
  }

  async function fetchImage(name: string, kept: StoredImage | undefined): Promise<Outcome> {
    const { status, headers, body } = await call(name, kept?.head.etag ? { 'if-none-match': kept.head.etag } : {})
    if (status === 304 && kept) {
      kept.checkedAt = now()
      return { kind: 'held', picture: pictureOf(kept) }
    }
    if (status === 200) {
      const head = { type: headers['content-type'] ?? '', etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null, length: body.byteLength }
      await onDisk(name, async () => store.put(name, head, body, now()))
      return { kind: 'held', picture: { head, body: async () => body } }
    }
    if (status === 404 || status === 410) {
      await onDisk(name, async () => store.remove(name))
      return { kind: 'gone' }
    }
    silentUntil = now() + silentForMs
    return { kind: 'silent' }
  }

  /** Asks the CMS about a picture, once for all who want to know. */
  function ask(name: string, kept: StoredImage | undefined): Promise<Outcome> {
    const known = underWay.get(name)
    if (known)
      return known
    const asked = fetchImage(name, kept).finally(() => underWay.delete(name))
    underWay.set(name, asked)
    return asked
  }

  async function find(name: string): Promise<Picture & { source: Source } | 404 | 503> {
    const kept = store.get(name)
    if (kept && now() - kept.checkedAt < trustedForMs)
      return { ...pictureOf(kept), source: 'hit' }
    if (kept && now() < silentUntil)
      return { ...pictureOf(kept), source: 'stale' }
    const asked = ask(name, kept)
    const outcome = kept ? await withinDeadline(asked) : await asked
    if (outcome.kind === 'held')
      return { ...outcome.picture, source: 'miss' }
    if (outcome.kind === 'gone')
      return 404
    return kept ? { ...pictureOf(kept), source: 'stale' } : 503
  }

  async function withinDeadline(asked: Promise<Outcome>): Promise<Outcome> {
    const outcome = await Promise.race([asked, pause(deadlineMs, null, { ref: false })])
    if (outcome)
      return outcome
    silentUntil = now() + silentForMs
    return { kind: 'silent' }
  }

  async function give(name: string, request: IncomingMessage, response: ServerResponse, isLastTry = false): Promise<void> {
    const found = await find(name)
    if (typeof found === 'number')
      return replyText(response, found, found === 404 ? 'There is no such picture.' : 'The picture cannot be had now.', found === 503 ? { 'retry-after': '60' } : {})
    try {
      await replyImage(request, response, found)
    }
    catch (error) {
      // it left the disk, or another came in its place, between the look and the reading: one more look finds what holds now
      if (isLastTry || response.headersSent)
        throw error
      await give(name, request, response, true)
    }
  }

  return {
    answer(request, response) {
      const name = /^\/media\/([^/?#]+)/.exec(request.url ?? '')?.[1] ?? ''
      if (imageTypeOf(name) === null)
        return replyText(response, 404, 'There is no such picture.')
      give(name, request, response).catch((error: unknown) => {
        console.error(`The picture ${name} could not be sent:`, error)
        response.destroy()
      })
    },
    async checkOld() {
      for (const kept of store.checkedBefore(now() - checkedAgainAfterMs)) {
        if ((await ask(kept.name, kept)).kind === 'silent')
          break
      }
    },
  }
}
