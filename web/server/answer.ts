import type { H3Event } from 'h3'
import { defineEventHandler, getQuery } from 'h3'
import * as v from 'valibot'
import { toSitePaths } from './cms/site-addresses'
import { BadPageQuery, toHttpError } from './errors/to-http-error'
import { settings } from './settings'

/**
 * A handler that makes one page's data: reads the query, does the work, turns the site's own addresses into paths,
 * and lets every error out through one door.
 * @param schema reads the query string; keys it does not name are ignored, so that a campaign tag breaks no link
 * @param work makes the data
 */
export function defineAnswer<Schema extends v.GenericSchema, Data>(
  schema: Schema,
  work: (query: v.InferOutput<Schema>, event: H3Event) => Promise<Data>,
) {
  return defineEventHandler(async (event) => {
    try {
      const query = v.safeParse(schema, getQuery(event))
      if (!query.success)
        throw new BadPageQuery(query.issues)
      return toSitePaths(await work(query.output, event), settings().siteUrl)
    }
    catch (error) {
      throw toHttpError(error)
    }
  })
}
