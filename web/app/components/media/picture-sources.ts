import type { Figure, ImageSource } from '@klartext/contract'

/** Image types from the one every browser reads to the smallest. */
const typesByReach = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/svg+xml']

export interface PictureSources {
  /** What a browser fetches that knows neither the other types nor `srcset`; null where the file is missing. */
  src: string | null
  /** The `srcset` of the type that most browsers read; null where there is one file only. */
  srcset: string | null
  /** Further types, the smallest first, for `<source>`. */
  alternatives: { type: string, srcset: string }[]
}

/**
 * Sorts a figure's files by type and width.
 * @param figure whose files are sorted
 * @param most the most pixels of the layout that it is ever wide; files wider than twice that are left out
 */
export function pictureSources(figure: Figure, most = Number.POSITIVE_INFINITY): PictureSources {
  const byType = [...Map.groupBy(figure.sources, ({ type }) => type)]
    .sort(([a], [b]) => typesByReach.indexOf(a) - typesByReach.indexOf(b))
    .map(([type, sources]) => ({ type, files: enough(sources, most * 2) }))
  const [widest, ...others] = byType
  const [only, ...more] = widest?.files ?? []
  const alternatives = others.reverse().map(({ type, files }) => ({ type, srcset: srcsetOf(files) }))
  // one size for the browsers that read nothing newer, beside a picture that may be much larger
  if (only && more.length === 0)
    return { src: only.src, srcset: null, alternatives }
  return { src: figure.src, srcset: widest ? srcsetOf(widest.files) : null, alternatives }
}

/** By width, up to the first that is as wide as wanted. */
function enough(sources: readonly ImageSource[], wanted: number): ImageSource[] {
  const byWidth = sources.toSorted((a, b) => a.width - b.width)
  const first = byWidth.findIndex(({ width }) => width >= wanted)
  return first === -1 ? byWidth : byWidth.slice(0, first + 1)
}

/** Widths for a choice; one file has no choice. */
function srcsetOf(files: readonly ImageSource[]): string {
  return files.length === 1 ? files.map(({ src }) => src).join('') : files.map(({ src, width }) => `${src} ${width}w`).join(', ')
}
