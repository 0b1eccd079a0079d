/** What the kinds of valibot schema that the contract uses are made of. */
export interface SchemaNode {
  type: string
  entries?: Record<string, SchemaNode>
  item?: SchemaNode
  wrapped?: SchemaNode
  literal?: unknown
  options?: readonly unknown[]
  getter?: (input: unknown) => SchemaNode
}

/** Every schema that a schema is made of, itself included. */
export function partsOf(schema: unknown, seen: Set<unknown> = new Set()): Set<unknown> {
  if (typeof schema !== 'object' || schema === null || seen.has(schema))
    return seen
  seen.add(schema)
  if ('getter' in schema && typeof schema.getter === 'function')
    partsOf(schema.getter(), seen)
  for (const part of Object.values(schema))
    partsOf(part, seen)
  return seen
}

/** How often a field that may be empty was empty (null or absent) and filled, wherever the same field stands. */
export type Shown = Map<SchemaNode, { field: string, empty: number, filled: number }>

/** Notes in `shown` which of the fields that may be empty `value` leaves empty and which it fills. */
export function noteShown(schema: SchemaNode, value: unknown, shown: Shown, field = ''): void {
  if (schema.getter)
    return noteShown(schema.getter(value), value, shown, field)
  if (schema.wrapped) {
    const isEmpty = value === null || value === undefined
    const count = shown.get(schema) ?? { field, empty: 0, filled: 0 }
    count[isEmpty ? 'empty' : 'filled']++
    shown.set(schema, count)
    return isEmpty ? undefined : noteShown(schema.wrapped, value, shown, field)
  }
  if (schema.type === 'variant')
    return noteShown(optionFor(schema, value), value, shown, `${field}(${fieldOf(value, 'type')})`)
  for (const [key, entry] of Object.entries(schema.entries ?? {}))
    noteShown(entry, fieldOf(value, key), shown, `${field}.${key}`)
  if (schema.item && Array.isArray(value)) {
    for (const each of value)
      noteShown(schema.item, each, shown, `${field}[]`)
  }
}

function optionFor(schema: SchemaNode, value: unknown): SchemaNode {
  const option = (schema.options as SchemaNode[]).find(each => each.entries?.type?.literal === fieldOf(value, 'type'))
  if (!option)
    throw new Error(`no option for ${JSON.stringify(value)}`)
  return option
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
}
