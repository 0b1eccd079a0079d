// Fills a CMS with comments by the hundred thousand, made inside the database: where a test measures what the size of a site costs.
// What it writes is what publishing and moderating would have written of them, but for the log and the ledger.

const isPostgres = knex => knex.client.config.client === 'pg'

/** What stands in which queue. */
const queues = {
  waiting: `status = 'pending'`,
  questions: 'is_open_question',
  reported: 'open_reports > 0',
  approved: `status = 'approved'`,
  declined: `status = 'declined'`,
  spam: `status = 'spam'`,
  hidden: `status = 'hidden'`,
  withdrawn: `status = 'withdrawn'`,
}

/** SQL that differs between the engines. */
const dialects = {
  sqlite: {
    pad: (number, width) => `printf('%0${width}d', ${number})`,
    instant: seconds => `(1767225600 + ${seconds}) * 1000`,
    isoText: seconds => `strftime('%Y-%m-%dT%H:%M:%S.000Z', 1767225600 + ${seconds}, 'unixepoch')`,
    bytes: text => `cast(${text} as blob)`,
  },
  postgres: {
    pad: (number, width) => `lpad((${number})::text, ${width}, '0')`,
    instant: seconds => `to_timestamp(1767225600 + ${seconds}) at time zone 'UTC'`,
    isoText: seconds => `to_char(to_timestamp(1767225600 + ${seconds}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`,
    bytes: text => `convert_to(${text}, 'UTF8')`,
  },
}

/** How many threads one statement makes. */
const threadsAtOnce = 500

/** The state of the pair of a root comment and its reply that has a number among all of them. */
const statusOf = pair => pair % 50 < 2 ? 'pending' : pair % 50 === 2 ? 'declined' : pair % 50 < 5 ? 'spam' : 'approved'

/**
 * {articleIds, each, from}: gives each article `each` comments, an even number, half of them roots with one reply; of 50 roots 2 wait,
 * 1 is declined, 2 are spam, the rest is public; every tenth root is a question, and every fiftieth one that nobody has answered. `from`
 * counts the comments that are there already.
 */
exports.loadComments = async (strapi, { articleIds, each, from }) => {
  const knex = strapi.db.connection
  await knex.transaction(trx => exports.loadThreads(trx, { articleIds, each, from }))
  await exports.countQueues(knex)
  if (isPostgres(knex))
    await knex.raw('analyze')
}

/** (trx, {articleIds, each, from}): as {@link exports.loadComments}, without the totals of the queues. */
exports.loadThreads = async (trx, { articleIds, each, from }) => {
  const atOnce = Math.max(1, Math.min(threadsAtOnce, Math.floor(20_000 / each)))
  for (let at = 0; at < articleIds.length; at += atOnce)
    await loadThreads(trx, articleIds.slice(at, at + atOnce).map((id, index) => ({ id, from: from + (at + index) * each })), each)
}

/** Counts the moderators' queues. */
exports.countQueues = async (knex) => {
  await knex('moderation_total').delete()
  for (const [queue, where] of Object.entries(queues))
    await knex.raw(`insert into moderation_total (queue, total) select '${queue}', count(*) from moderation_item where ${where}`)
}

/** How many comments of a thread show their text. */
exports.shownOf = ({ each, from }) => {
  let shown = 0
  for (let pair = from / 2 + 1; pair <= (from + each) / 2; pair++)
    shown += statusOf(pair) === 'approved' ? 2 : 0
  return shown
}

/** When the comment with a number was written. */
exports.writtenAt = number => new Date((1_767_225_600 + number * 10) * 1000).toISOString()

async function loadThreads(trx, threads, each) {
  const { pad, instant, isoText, bytes } = dialects[isPostgres(trx) ? 'postgres' : 'sqlite']
  const id = number => `'k' || ${pad(number, 23)}`
  // i counts the comments of a thread and g all of them, k the thread's pairs of a root (odd i) and its reply, q all pairs
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${each}),
    a(article_id, f) as (values ${threads.map(thread => `('${thread.id}', ${thread.from})`).join(', ')}),
    c as (select article_id, f, f + i as g, i, (i + 1) / 2 as k, (f + i + 1) / 2 as q, i % 2 = 1 as is_root from a cross join n),
    p as (select c.*, case when q % 50 < 2 then 'pending' when q % 50 = 2 then 'declined' when q % 50 < 5 then 'spam' else 'approved' end as status,
      (is_root and q % 10 = 0) as asks, (is_root and q % 10 = 0 and q % 50 <> 20) as answered from c)`
  const root = id('f + 2 * k - 1')
  const path = `${pad('k', 4)} || case when is_root then '' else '.0001' end`
  const seconds = 'g * 10'
  const number = `case when is_root then '' || k else k || '.1' end`
  const text = `'Kommentar nummer ' || g || ' handlar om vägen till badet, som grävs upp för tredje gången i sommar.'`
  await trx.raw(`${numbers} insert into comments (document_id, article_id, parent_id, root_id, path, depth, moderation_status, author_name, body_text, language, is_question, answered_at, written_at, created_at, updated_at, published_at)
    select ${id('g')}, article_id, case when is_root then null else ${root} end, case when status = 'approved' then ${root} end, case when status = 'approved' then ${path} end,
      case when is_root then 0 else 1 end, status, 'Birgitta', ${text}, 'sv', asks, case when answered then ${instant(seconds)} end, ${instant(seconds)}, ${instant(seconds)}, ${instant(seconds)}, ${instant(seconds)} from p order by g`)
  const quoted = value => `'"' || ${value} || '"'`
  const json = `'{"id":"' || ${id('g')} || '","number":"' || ${number} || '","parent":' || case when is_root then 'null' else ${quoted(root)} end || ',"language":"sv","author":{"name":"Birgitta","isAuthor":false,"person":null},"bodyHtml":"<p>' || ${text} || '</p>","isQuestion":' || case when asks then 'true' else 'false' end || ',"answeredAt":' || case when answered then ${quoted(isoText(seconds))} else 'null' end || ',"createdAt":' || ${quoted(isoText(seconds))} || ',"tombstone":null}'`
  await trx.raw(`${numbers} insert into public_comment (document_id, article_id, parent_id, root_id, path, depth, state, is_question, is_answered, reply_count, child_count, json)
    select ${id('g')}, article_id, case when is_root then null else ${root} end, ${root}, ${path}, case when is_root then 0 else 1 end, 'approved', asks, answered,
      case when is_root then 1 else 0 end, case when is_root then 1 else 0 end, ${bytes(json)} from p where status = 'approved' order by g`)
  await trx.raw(`${numbers} insert into moderation_item (comment_id, article_id, status, is_open_question, open_reports, received_at, revision, decided_at, decided_by)
    select ${id('g')}, article_id, status, (status = 'approved' and asks and not answered), case when g % 500 = 11 then 1 else 0 end, ${isoText(seconds)}, 1, null, null from p order by g`)
  await trx.raw(`${numbers} insert into comment_ordinal (article_id, parent_path, last) select article_id, '', ${each / 2} from a
    union all select article_id, ${pad('k', 4)}, 1 from p where is_root and status = 'approved'`)
  const these = threads.map(thread => `'${thread.id}'`).join(', ')
  for (const [name, where] of [['comment', '1 = 1'], ['root', 'depth = 0'], ['question', 'is_question'], ['answered', 'is_answered']])
    await trx.raw(`insert into public_total (list_key, total) select '${name}|' || article_id, count(*) from public_comment where article_id in (${these}) and ${where} group by article_id`)
}
