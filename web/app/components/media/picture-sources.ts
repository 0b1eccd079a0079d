import type { Figure, ImageSource } from '@klartext/contract'

/** Image types from the one every browser reads to the smallest. */
const typesByReach = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/svg+xml']

export interface PictureSources {
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
  return { srcset: widest?.srcset ?? null, alternatives: others.reverse() }
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
