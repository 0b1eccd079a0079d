import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Origin } from '../origin'
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
  bytes: () => Promise<Uint8Array>
}

type Outcome = { kind: 'held', picture: Picture } | { kind: 'gone' } | { kind: 'silent' }

/**
 * Pictures, kept on disk: fetched once, however many ask, and checked with the CMS when they are asked for again after a minute.
 * One that the CMS says is gone leaves; while the CMS is silent they stay.
 */
export function createImages({ origin, store, now = Date.now }: { origin: Pick<Origin, 'call'>, store: ImageStore, now?: () => number }): Images {
  const underWay = new Map<string, Promise<Outcome>>()
  let silentUntil = 0

  const pictureOf = (kept: StoredImage): Picture => ({ head: kept.head, bytes: async () => readOrFetch(kept) })

  /** The bytes of a kept picture; it may have left between the look and the reading. */
  async function readOrFetch(kept: StoredImage): Promise<Uint8Array> {
    try {
      return await store.read(kept)
    }
    catch (error) {
      const outcome = await ask(kept.name, undefined)
      if (outcome.kind !== 'held' || outcome.picture.head.length !== kept.head.length)
        throw error
      return outcome.picture.bytes()
    }
  }

  async function fetchImage(name: string, kept: StoredImage | undefined): Promise<Outcome> {
    const { status, headers, body } = await origin.call(`/media/${name}`, kept?.head.etag ? { 'if-none-match': kept.head.etag } : {})
    if (status === 304 && kept) {
      kept.checkedAt = now()
      return { kind: 'held', picture: pictureOf(kept) }
    }
    if (status === 200) {
      const head = { type: headers['content-type'] ?? '', etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null, length: body.byteLength }
      await store.put(name, head, body, now())
      return { kind: 'held', picture: { head, bytes: async () => body } }
    }
    if (status === 404 || status === 410) {
      await store.remove(name)
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

  async function give(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await find(name)
    if (typeof found === 'number')
      return replyText(response, found, found === 404 ? 'There is no such picture.' : 'The picture cannot be had now.', found === 503 ? { 'retry-after': '60' } : {})
    await replyImage(request, response, found)
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
