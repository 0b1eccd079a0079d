import { now } from '../load/clock.mjs'

/** How the number of a text is found on its page. */
export const MARKER = String.raw`Besked nummer (\d+) `

/**
 * Publishes a text with a number in it, through the admin's own API.
 *
 * @param {import('../stack/admin.mjs').Admin} admin
 * @param {string} id of the article
 * @param {number} version
 * @returns {Promise<{ version: number, startedAt: number, answeredAt: number }>}
 */
export async function publishText(admin, id, version) {
  const startedAt = now()
  await admin.request('POST', `/content-manager/collection-types/api::article.article/${id}/actions/publish`, {
    standfirst: `Besked nummer ${version} om hur gatorna plogas i vinter.`,
    changeKind: 'correction',
    changeNote: `Rättelse ${version}: tiderna stämde inte.`,
  })
  return { version, startedAt, answeredAt: now() }
}

/**
 * The place in the log of an article's last publish after another place.
 *
 * @param {import('@klartext/client').Client} client
 * @param {string} id
 * @param {number} after
 * @returns {Promise<number>}
 * @throws {Error} when the log does not show it
 */
export async function seqOfPublish(client, id, after) {
  let seq
  for await (const { items } of client.changes.all({ after }))
    seq = items.findLast(item => item.id === id && item.action === 'published')?.seq ?? seq
  if (seq === undefined)
    throw new Error(`The log shows no publish of ${id} after ${after}.`)
  return seq
}
