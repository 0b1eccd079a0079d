import { Typography } from '@strapi/design-system'
import { swedish } from '../swedish'

interface Column {
  name: string
  attribute?: { type: string }
  cellFormatter?: (row: Record<string, unknown>) => React.ReactNode
}

/** Shows choices in lists by their Swedish names; Strapi shows the stored value. */
export function swedishColumns<List extends { displayedHeaders: Column[] }>(list: List): List {
  return { ...list, displayedHeaders: list.displayedHeaders.map(withSwedishValues) }
}

function withSwedishValues(column: Column): Column {
  if (column.attribute?.type !== 'enumeration')
    return column
  return {
    ...column,
    cellFormatter: (row) => {
      const value = row[column.name]
      return <Typography textColor="neutral800">{typeof value === 'string' ? swedish[value] ?? value : '–'}</Typography>
    },
  }
}
