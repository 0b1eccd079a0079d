import type { ArticleChange, FigureDocument, InfographicDocument } from './document-schemas'
import type { BodyPart } from './markdown-to-body'
import type { ImageIds } from './upload-images'
import { markdownToBody } from './markdown-to-body'

/**
 * The localised fields of one published form of an article, as the document service takes them.
 *
 * @throws Error that names an image that is not among the uploaded
 */
export function toLocalisedData(
  document: { title: string, standfirst: string, description: string, cover: FigureDocument, statedPublishedAt: string, statedUpdatedAt?: string | undefined },
  slug: string,
  { body, change }: { body: string, change: ArticleChange | null },
  images: ImageIds,
) {
  return {
    title: document.title,
    slug,
    standfirst: document.standfirst,
    description: document.description,
    cover: toFigure(document.cover, images),
    body: markdownToBody(body).map(part => toComponent(part, images)),
    statedPublishedAt: document.statedPublishedAt,
    statedUpdatedAt: document.statedUpdatedAt ?? null,
    changeKind: change?.kind ?? null,
    changeNote: change?.note ?? null,
  }
}

/** A `body.figure` component. */
export const toFigure = ({ image, alt, caption, credit }: FigureDocument, images: ImageIds) => ({
  image: imageId(image, images),
  alt,
  caption: caption ?? null,
  credit: credit ?? null,
})

function toComponent(part: BodyPart, images: ImageIds) {
  switch (part.kind) {
    case 'text': return { __component: 'body.text', text: part.text }
    case 'quote': return { __component: 'body.quote', text: part.text, attribution: part.attribution ?? null }
    case 'figure': return { __component: 'body.figure', ...toFigure(part.figure, images) }
    case 'infographic': return { __component: 'body.infographic', ...toInfographic(part.infographic, images) }
    case 'factBox': return { __component: 'body.fact-box', title: part.title, text: part.text }
  }
}

const toInfographic = (infographic: InfographicDocument, images: ImageIds) => ({
  ...toFigure(infographic, images),
  longDescription: infographic.longDescription,
  tableCaption: infographic.tableCaption ?? null,
  tableText: infographic.table?.map(row => row.join('\t')).join('\n') ?? null,
})

function imageId(name: string, images: ImageIds): number {
  const id = images.get(name)
  if (id === undefined)
    throw new Error(`the image ${name} is not listed in images/images.yaml`)
  return id
}
