import type { BodyRow } from './body-rows'
import type { ResolvedRole } from './heading-rows'
import type { ParsedList, ParsedListItem } from './parsed-page'

/**
 * Builds lists from rows of items and their continuations. An item further in than the one above opens a list inside
 * it; a change between bullets and numbers at the outermost level opens a new list, further in it goes on.
 */
export function nestList(rows: BodyRow<ResolvedRole>[]): ParsedList[] {
  const lists: ParsedList[] = []
  let open: { indent: number, list: ParsedList, last: ParsedListItem }[] = []
  for (const { line, role } of rows) {
    if (role.is !== 'item') {
      const item = open.at(-1)?.last
      if (item)
        item.text = `${item.text} ${line.text}`
      continue
    }
    const item: ParsedListItem = { text: role.text, list: null }
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) > line.indent && (open.at(-2)?.indent ?? 0) >= line.indent)
      open.pop()
    const level = open.at(-1)
    if (level && line.indent > level.indent) {
      const list: ParsedList = { ordered: role.ordered, items: [item] }
      level.last.list = list
      open.push({ indent: line.indent, list, last: item })
    }
    else if (level && (open.length > 1 || level.list.ordered === role.ordered)) {
      level.list.items.push(item)
      level.last = item
    }
    else {
      const list: ParsedList = { ordered: role.ordered, items: [item] }
      lists.push(list)
      open = [{ indent: line.indent, list, last: item }]
    }
  }
  return lists
}
