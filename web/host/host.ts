import type { StoredResponse } from '@klartext/tag-cache'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Origin } from './origin'
import type { Pages } from './pages/pages'
import { respond } from '@klartext/tag-cache'
import { readAddress } from './pages/address'
import { remember } from './pages/remember'
import { reply, replyText } from './reply'

const mostCharacters = 2_000

export interface HostParts {
  origin: Origin
  /** Null: every page is drawn for each reader. */
  pages: Pages | null
  assets: ReadonlyMap<string, StoredResponse>
  /** Answers what is below `/media/`, when the method is GET or HEAD. */
  answerPicture: (request: IncomingMessage, response: ServerResponse) => void
  /** Answers by exact path, before anything else. */
  ownPaths: ReadonlyMap<string, RequestListener>
}

/** Answers each request from what is kept, and hands on what is one reader's own. */
export function createHost({ origin, pages, assets, answerPicture, ownPaths }: HostParts): RequestListener {
  const pass: RequestListener = (request, response) => {
    response.setHeader('x-cache', 'pass')
    origin.listener(request, response)
  }

  const wayOf = remember((url): RequestListener => {
    const asset = assets.get(url)
    if (asset)
      return (request, response) => reply(response, respond(asset, request), 'hit')
    const ownPath = ownPaths.get(url)
    if (ownPath)
      return ownPath
    if (url.startsWith('/media/'))
      return answerPicture
    const address = readAddress(url)
    if (address.kind === 'own' || !pages)
      return pass
    return (request, response) => pages.answer(address, request, response)
  })

  return (request, response) => {
    const url = request.url ?? '/'
    if (url.length > mostCharacters)
      replyText(response, 414, 'The address is too long.')
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      pass(request, response)
    else
      wayOf(url)(request, response)
  }
}
