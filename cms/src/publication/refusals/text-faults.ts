import type { Fault } from './fault'
import type { Place } from './figure-faults'
import { isAllowedUrl, nodesOf } from '../snapshot/inline'
import { everyNode } from '../snapshot/text-parts'

/** What keeps a text in Strapi's Blocks from being published: images in it, and links that no reader's browser may follow. */
export function textFaults(blocks: unknown, place: Place): Fault[] {
  return everyNode(blocks).flatMap((node): Fault[] => {
    if (node.type === 'image')
      return [{ path: place.path, message: `${place.name}: Texten innehåller en bild. Ta bort den och lägg den i en egen del av slaget Bild, med alternativtext.` }]
    if (node.type === 'link' && !isAllowedUrl(node.url))
      return [{ path: place.path, message: `${place.name}: Länken ”${linkText(node.children)}” går till ”${shown(node.url)}”, som inte går att använda. Länkar ska börja med https://, http://, mailto:, tel:, / eller #.` }]
    return []
  })
}

const linkText = (children: unknown): string => nodesOf(children).map(child => typeof child.text === 'string' ? child.text : '').join('')

const shown = (url: unknown): string => typeof url === 'string' ? url.toWellFormed().slice(0, 100) : ''
