import type { FigureEntry, InfographicEntry } from '../entries/media'
import type { Fault } from './fault'
import { parseTableText, TableTextError } from '../snapshot/table-text'

/** Where a figure is: the path of its field, and its place as a message names it. */
export interface Place {
  path: Fault['path']
  name: string
}

/** What keeps a figure from being published; every figure has an image and an alternative text, unless it says why not. */
export function figureFaults(entry: FigureEntry, place: Place): Fault[] {
  const faults = imageFaults(entry, place)
  if (!entry.decorative && !entry.alt?.trim())
    faults.push(at(place, 'alt', 'Alternativtext saknas. Skriv vad bilden visar, eller markera den som rent dekorativ.'))
  return faults
}

/** As {@link figureFaults}; an infographic is never decorative, and is told again in words. */
export function infographicFaults(entry: InfographicEntry, place: Place, language: string): Fault[] {
  const faults = imageFaults(entry, place)
  if (!entry.alt?.trim())
    faults.push(at(place, 'alt', 'Alternativtext saknas. Skriv i en mening vad infografiken visar.'))
  if (!entry.missingFile && !entry.longDescription?.trim())
    faults.push(at(place, 'longDescription', 'Lång beskrivning saknas. Berätta med ord det som infografiken visar.'))
  return [...faults, ...tableFaults(entry, place, language)]
}

function imageFaults({ image, missingFile }: Pick<FigureEntry, 'image' | 'missingFile'>, place: Place): Fault[] {
  if (!image)
    return missingFile ? [] : [at(place, 'image', 'Bildfil saknas. Välj en bild, eller markera att bildfilen saknas.')]
  if (!image.mime.startsWith('image/') || !image.width || !image.height)
    return [at(place, 'image', 'Filen går inte att visa som bild. Ladda upp den på nytt som JPEG, PNG, WebP eller AVIF.')]
  return []
}

function tableFaults({ tableText }: InfographicEntry, place: Place, language: string): Fault[] {
  if (!tableText?.trim())
    return []
  try {
    parseTableText(tableText, null, language)
    return []
  }
  catch (error) {
    if (error instanceof TableTextError)
      return [at(place, 'tableText', error.message)]
    throw error
  }
}

const at = (place: Place, field: string, text: string): Fault => ({ path: [...place.path, field], message: `${place.name}: ${text}` })
