import type { ReactNode } from 'react'
import { Typography } from '@strapi/design-system'
import { swedish } from '../swedish'

interface Column {
  name: string
  attribute?: { type: string }
  cellFormatter?: (row: Record<string, unknown>) => ReactNode
}

const instant = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'medium', timeStyle: 'short' })

/** How a stored value reads in a list, by the type of its field; Strapi shows choices as they are stored, and long dates. */
const formats: Record<string, (value: string) => string> = {
  enumeration: value => swedish[value] ?? value,
  datetime: value => instant.format(new Date(value)),
}

/** Makes the columns of a list readable. */
export function swedishColumns<List extends { displayedHeaders: Column[] }>(list: List): List {
  return { ...list, displayedHeaders: list.displayedHeaders.map(withReadableValues) }
}

function withReadableValues(column: Column): Column {
  const format = formats[column.attribute?.type ?? '']
  if (!format)
    return column
  return {
    ...column,
    cellFormatter: (row) => {
      const value = row[column.name]
      return <Typography textColor="neutral800">{typeof value === 'string' ? format(value) : '–'}</Typography>
    },
  }
}
