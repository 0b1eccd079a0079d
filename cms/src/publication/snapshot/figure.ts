import type { FigureEntry, InfographicEntry, Media } from '../entries/media'
import type { BodySnapshot, FigureSnapshot } from './schemas'
import { isOwnSize } from '../../uploads/picture-sizes'
import { mediaPath } from '../paths'
import { fieldText } from '../text/typography'
import { parseTableText, TableTextError } from './table-text'

type Infographic = Extract<BodySnapshot[number], { type: 'infographic' }>

/**
 * A figure as the contract has it, with paths. A decorative image has the alt text ''.
 * @returns null where there is neither an image nor a note that its file is missing
 */
export function figureOf(entry: FigureEntry, language: string): FigureSnapshot | null {
  const image = imageOf(entry.image)
  if (!image && !entry.missingFile)
    return null
  return {
    ...image ?? noImage,
    alt: entry.decorative ? '' : fieldText(entry.alt, language) ?? '',
    caption: fieldText(entry.caption, language),
    credit: fieldText(entry.credit, language),
    longDescription: null,
  }
}

/** As {@link figureOf}, with the long description and the table; a table that cannot be read is left out. */
export function infographicOf(entry: InfographicEntry, language: string): Infographic | null {
  const figure = figureOf({ ...entry, decorative: false }, language)
  if (!figure)
    return null
  return { type: 'infographic', ...figure, longDescription: fieldText(entry.longDescription, language) ?? '', table: tableOf(entry, language) }
}

function tableOf(entry: InfographicEntry, language: string): Infographic['table'] {
  if (!entry.tableText?.trim())
    return null
  try {
    return parseTableText(entry.tableText, fieldText(entry.tableCaption, language), language)
  }
  catch (error) {
    // publishing refuses it with the line number; a preview shows the rest of the article
    if (error instanceof TableTextError)
      return null
    throw error
  }
}

const noImage = { src: null, sources: [], width: null, height: null, focalPoint: null }

/**
 * The copies of a picture that readers are shown, by type and width: ours, and for a picture that has none yet those that Strapi
 * made. Its thumbnail is for the media library's list.
 */
export function sourcesOf(formats: Media['formats']): FigureSnapshot['sources'] {
  const own = formats.filter(({ name }) => isOwnSize(name))
  return (own.length > 0 ? own : formats.filter(({ name }) => name !== 'thumbnail'))
    .sort((a, b) => a.mime.localeCompare(b.mime) || a.width - b.width)
    .map(({ url, width, height, mime }) => ({ src: mediaPath(url), width, height, type: mime }))
}

function imageOf(media: Media | null) {
  if (!media || !media.width || !media.height || !media.mime.startsWith('image/'))
    return null
  const { width, height, focalPoint } = media
  return {
    src: mediaPath(media.url),
    sources: sourcesOf(media.formats),
    width,
    height,
    focalPoint: focalPoint && { x: fraction(focalPoint.x), y: fraction(focalPoint.y) },
  }
}

/** Percent as the media library keeps it, as a fraction with at most four decimals. */
const fraction = (percent: number): number => Math.round(Math.min(100, Math.max(0, percent)) * 100) / 10_000
