import type { Code, RootContent } from 'mdast'
import type { FigureDocument, InfographicDocument } from './document-schemas'
import type { Block } from './strapi-blocks'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { factBoxSchema, figureSchema, infographicSchema, quoteSchema } from './document-schemas'
import { markdownToBlocks, toBlock } from './markdown-to-blocks'
import { parseYaml } from './parse-yaml'

export type BodyPart
  = | { kind: 'text', text: Block[] }
    | { kind: 'quote', text: string, attribution?: string | undefined }
    | { kind: 'figure', figure: FigureDocument }
    | { kind: 'infographic', infographic: InfographicDocument }
    | { kind: 'factBox', title: string, text: Block[] }

/**
 * Turns the Markdown body of an example article into body parts, in order.
 *
 * @param markdown text as `markdownToBlocks` takes it; a fenced block called `quote`, `figure`, `infographic` or `fact-box`
 * holds YAML and is a part of its own, and the text between two of them is one part
 * @throws Error that names the part and the field that does not fit
 */
export function markdownToBody(markdown: string): BodyPart[] {
  const parts: BodyPart[] = []
  let run: Block[] = []
  const endRun = () => {
    if (run.length > 0)
      parts.push({ kind: 'text', text: run })
    run = []
  }
  for (const node of fromMarkdown(markdown).children) {
    if (!isPart(node)) {
      run.push(toBlock(node))
      continue
    }
    endRun()
    parts.push(toPart(node))
  }
  endRun()
  return parts
}

const isPart = (node: RootContent): node is Code => node.type === 'code' && Boolean(node.lang)

function toPart({ lang, value }: Code): BodyPart {
  switch (lang) {
    case 'quote': return { kind: 'quote', ...parseYaml(quoteSchema, value, lang) }
    case 'figure': return { kind: 'figure', figure: parseYaml(figureSchema, value, lang) }
    case 'infographic': return { kind: 'infographic', infographic: parseYaml(infographicSchema, value, lang) }
    case 'fact-box': {
      const { title, text } = parseYaml(factBoxSchema, value, lang)
      return { kind: 'factBox', title, text: markdownToBlocks(text) }
    }
    default: throw new Error(`there is no body part "${lang}"; use quote, figure, infographic or fact-box`)
  }
}
