import type { Figure } from '@klartext/contract'
import type { InjectionKey } from 'vue'
import { inject, provide } from 'vue'

const usedKey: InjectionKey<Set<string>> = Symbol('focal points')

/** Collects the class names that {@link useFocalPoint} gives below this component → the rules of their sheet, once the page is drawn. */
export function collectFocalPoints(): () => string {
  const used = new Set<string>()
  provide(usedKey, used)
  return () => [...used].sort().map(name => `.${name}{--${name.slice(0, 2)}:${name.slice(2)}0%}`).join('')
}

/**
 * The class names that keep a figure's focal point in sight when it is cropped: tenths of width and height, without a style
 * attribute, which a content security policy would refuse. The middle is where a browser puts it by itself.
 */
export function useFocalPoint({ focalPoint }: Pick<Figure, 'focalPoint'>): string[] {
  if (!focalPoint)
    return []
  const names = [`fx${Math.round(focalPoint.x * 10)}`, `fy${Math.round(focalPoint.y * 10)}`].filter(name => !name.endsWith('5'))
  const used = inject(usedKey, null)
  names.forEach(name => used?.add(name))
  return names
}
