import * as v from 'valibot'
import { parse } from 'yaml'

/**
 * Reads YAML and holds it against a schema.
 *
 * @param schema what the data must look like
 * @param source the YAML text
 * @param place what to name in the error: a file, or a part of one
 * @throws Error that names the place, the field and what is wrong with it
 */
export function parseYaml<Output>(schema: v.GenericSchema<unknown, Output>, source: string, place: string): Output {
  let data: unknown
  try {
    data = parse(source)
  }
  catch (error) {
    throw new Error(`${place} is not YAML: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  const result = v.safeParse(schema, data)
  if (result.success)
    return result.output
  const issue = result.issues[0]
  throw new Error(`${place}: ${v.getDotPath(issue) ?? 'the whole'} – ${issue.message}`)
}
