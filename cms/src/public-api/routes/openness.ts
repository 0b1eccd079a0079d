import type { Openness, OrganisationReference } from '@klartext/contract'
import type { ApiContext, Resource } from '../resource'
import { opennessQuerySchema, organisationReferenceSchema } from '@klartext/contract'
import * as v from 'valibot'
import { figuresOf, sumOf } from '../../dialogue/openness/account'
import { languageQuery, resourceUrl, withQuery } from '../addresses'
import { jsonRepresentation } from '../json-representation'
import { notFound } from '../problem'
import { parseQuery } from '../query'
import { findIdBySlug, readDocument } from '../read/documents'
import { readMonths, readWaiting } from '../read/openness'
import { besideReads } from '../reads-under-way'

/** How comments are looked after, month by month: on the whole site, or under the articles that one organisation publishes. */
export const openness: Resource = {
  pattern: 'openness',
  async answer(context, { query }) {
    const { language, organisation: slug } = parseQuery(opennessQuerySchema, query)
    const organisation = slug === undefined ? null : await readOrganisation(context, slug, language)
    const organisationId = organisation?.id ?? ''
    const months = await wholeMonths(context, organisationId)
    const page = `${context.siteUrl}${language === 'en' ? '/en/openness' : '/oppenhet'}`
    const account: Openness = {
      organisation,
      months: months.map(({ month, counts }) => ({ month, ...figuresOf(counts) })),
      total: figuresOf(sumOf(months.map(({ counts }) => counts))),
      waiting: await readWaiting(context.database, organisationId),
      links: {
        self: withQuery(resourceUrl(context.cmsUrl, 'openness'), { ...languageQuery(language), organisation: organisation?.slug }),
        page: organisation ? `${page}/${organisation.slug}` : page,
      },
    }
    // most of what changes it is in no public log: nothing tells a cache of it
    return jsonRepresentation(account, { cacheTags: organisation ? `openness,organisation:${organisation.id}` : 'openness', language })
  },
}

/** Every month with its counts; those that are not kept are counted first. */
async function wholeMonths(context: ApiContext, organisationId: string) {
  const known = await readMonths(context.database, organisationId)
  const missing = known.filter(({ counts }) => counts === null).map(({ month }) => month)
  if (missing.length > 0)
    await besideReads(async () => context.keepMonths(organisationId, missing))
  const months = missing.length > 0 ? await readMonths(context.database, organisationId) : known
  // one to which something was added this very moment is counted at the next question
  return months.flatMap(({ month, counts }) => counts === null ? [] : [{ month, counts }])
}

async function readOrganisation({ database }: ApiContext, slug: string, language: string): Promise<OrganisationReference> {
  const found = await findIdBySlug(database, 'organisation', slug)
  const stored = found && await readDocument(database, { type: 'organisation', id: found.id, language })
  if (!stored)
    throw notFound('No public organisation has this slug.', { 'Cache-Tag': 'list:organisations' })
  return v.parse(organisationReferenceSchema, JSON.parse(stored.json.toString()))
}
