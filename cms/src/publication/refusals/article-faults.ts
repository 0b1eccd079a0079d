import type { ArticleEntry, BodyEntry } from '../entries/entry-schemas'
import type { Fault } from './fault'
import { isSiteLanguage } from '../languages'
import { bodyOf } from '../snapshot/body'
import { onlyIds } from '../snapshot/references'
import { uids } from '../subjects'
import { figureFaults, infographicFaults } from './figure-faults'
import { labelOf, partNames } from './labels'
import { textFaults } from './text-faults'

/** What an article lacks of its own: language, title, kind, a body, and in it what each part needs. */
export function articleFaults(entry: ArticleEntry): Fault[] {
  const label = (field: string): string => labelOf(uids.article, field)
  const faults: Fault[] = []
  if (!isSiteLanguage(entry.locale))
    faults.push({ path: ['locale'], message: `Språket ”${entry.locale}” finns inte på webbplatsen. Artiklar publiceras på svenska eller engelska.` })
  if (!entry.title?.trim())
    faults.push({ path: ['title'], message: `${label('title')}: Skriv en rubrik.` })
  if (entry.kind === null)
    faults.push({ path: ['kind'], message: `${label('kind')}: Välj om artikeln är en profil eller en essä.` })
  if (entry.cover)
    faults.push(...figureFaults(entry.cover, { path: ['cover'], name: label('cover') }))
  const parts = entry.body.flatMap((part, index) => partFaults(part, index, entry.locale))
  if (parts.length === 0 && bodyOf(entry.body, { language: entry.locale, references: onlyIds, onlySubject: null }).length === 0)
    faults.push({ path: ['body'], message: `${label('body')}: Skriv en text. Artikeln har inget innehåll ännu.` })
  return [...faults, ...parts]
}

function partFaults(part: BodyEntry, index: number, language: string): Fault[] {
  const path = ['body', index]
  const name = `${labelOf(uids.article, 'body')}, del ${index + 1} (${partNames[part.__component]})`
  const empty = (field: string, message: string): Fault => ({ path: [...path, field], message: `${name}: ${message}` })
  switch (part.__component) {
    case 'body.text':
      return textFaults(part.text, { path: [...path, 'text'], name })
    case 'body.quote':
      return part.text?.trim() ? [] : [empty('text', 'Skriv citatet, eller ta bort delen.')]
    case 'body.figure':
      return figureFaults(part, { path, name })
    case 'body.infographic':
      return infographicFaults(part, { path, name }, language)
    case 'body.fact-box':
      return [
        ...part.title?.trim() ? [] : [empty('title', 'Skriv en rubrik för faktarutan.')],
        ...textFaults(part.text, { path: [...path, 'text'], name }),
      ]
  }
}
