import type { DataTable, Figure } from '@klartext/contract'
import { element, escapeHtml } from './html'

const summaries: Readonly<Record<string, string>> = { sv: 'Beskrivning', en: 'Description' }

/**
 * A figure as HTML: the image with its size and alt text (or the alt text in its place, where the file is missing), caption and
 * credit, and what tells an infographic again in words and as a table.
 */
export function figureHtml(figure: Figure & { table?: DataTable | null }, language: string): string {
  const { src, alt, width, height, caption, credit, longDescription, table } = figure
  const image = src === null ? paragraphs(alt) : element('img', { src, alt, width, height, loading: 'lazy' }, null)
  const texts = [caption === null ? null : withBreaks(caption), credit === null ? null : element('small', {}, escapeHtml(credit))].filter(text => text !== null)
  const figcaption = texts.length === 0 ? '' : element('figcaption', {}, texts.join(' '))
  return element('figure', {}, `${image}${figcaption}${detailsHtml(longDescription, table ?? null, language)}`)
}

function detailsHtml(longDescription: string | null, table: DataTable | null, language: string): string {
  const content = `${paragraphs(longDescription ?? '')}${table ? tableHtml(table) : ''}`
  return content === '' ? '' : element('details', {}, `${element('summary', {}, summaries[language] ?? 'Beskrivning')}${content}`)
}

function tableHtml({ caption, headers, rows }: DataTable): string {
  const head = headers.map(header => element('th', { scope: 'col' }, escapeHtml(header))).join('')
  const body = rows.map(row => element('tr', {}, row.map((cell, index) => index === 0 ? element('th', { scope: 'row' }, escapeHtml(cell)) : element('td', {}, escapeHtml(cell))).join('')))
  return element('table', {}, [
    caption === null ? '' : element('caption', {}, escapeHtml(caption)),
    element('thead', {}, element('tr', {}, head)),
    element('tbody', {}, body.join('')),
  ].join(''))
}

const withBreaks = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')

const paragraphs = (text: string): string => text === '' ? '' : element('p', {}, withBreaks(text))
