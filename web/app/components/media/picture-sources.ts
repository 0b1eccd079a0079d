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

/** Sorts a figure's files by type and width. */
export function pictureSources(figure: Figure): PictureSources {
  const byType = [...Map.groupBy(figure.sources, ({ type }) => type)]
    .sort(([a], [b]) => typesByReach.indexOf(a) - typesByReach.indexOf(b))
    .map(([type, sources]) => ({ type, srcset: srcsetOf(sources) }))
  const [widest, ...others] = byType
  const [only, ...more] = figure.sources.filter(({ type }) => type === widest?.type)
  // one size for the browsers that read nothing newer, beside a picture that may be much larger
  if (only && more.length === 0 && others.length > 0)
    return { src: only.src, srcset: null, alternatives: others.reverse() }
  return { src: figure.src, srcset: widest?.srcset ?? null, alternatives: others.reverse() }
}

/** The class names that keep a figure's focal point in sight when it is cropped; tenths of width and height. */
export function focalClasses(figure: Figure): string[] {
  if (!figure.focalPoint)
    return []
  const tenth = (fraction: number) => Math.round(fraction * 10)
  return [`fx${tenth(figure.focalPoint.x)}`, `fy${tenth(figure.focalPoint.y)}`]
}

function srcsetOf(sources: readonly ImageSource[]): string {
  return sources.toSorted((a, b) => a.width - b.width).map(({ src, width }) => `${src} ${width}w`).join(', ')
}
