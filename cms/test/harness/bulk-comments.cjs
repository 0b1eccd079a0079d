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

/**
 * {articleIds, each, from}: gives each article `each` comments, half of them roots with one reply; 2 of 50 roots wait, 1 is declined,
 * 2 are spam, the rest is public; every tenth root is a question, and every fiftieth one that nobody has answered. `from` counts the
 * comments that are there already.
 */
exports.loadComments = async (strapi, { articleIds, each, from }) => {
  const knex = strapi.db.connection
  for (const [index, articleId] of articleIds.entries())
    await knex.transaction(trx => loadThread(trx, { articleId, each, from: from + index * each }))
  await knex('moderation_total').delete()
  for (const [queue, where] of Object.entries(queues))
    await knex.raw(`insert into moderation_total (queue, total) select '${queue}', count(*) from moderation_item where ${where}`)
  if (isPostgres(knex))
    await knex.raw('analyze')
}

async function loadThread(trx, { articleId, each, from }) {
  const { pad, instant, isoText, bytes } = dialects[isPostgres(trx) ? 'postgres' : 'sqlite']
  const id = number => `'k' || ${pad(`${from} + ${number}`, 23)}`
  // i counts comments, k pairs of a root (odd i) and its reply
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${each}),
    c as (select i, (i + 1) / 2 as k, i % 2 = 1 as is_root from n),
    p as (select c.*, case when k % 50 < 2 then 'pending' when k % 50 = 2 then 'declined' when k % 50 < 5 then 'spam' else 'approved' end as status,
      (is_root and k % 10 = 0) as asks, (is_root and k % 10 = 0 and k % 50 <> 20) as answered from c)`
  const root = id('2 * k - 1')
  const path = `${pad('k', 4)} || case when is_root then '' else '.0001' end`
  const seconds = `(${from} + i) * 10`
  const number = `case when is_root then '' || k else k || '.1' end`
  const text = `'Kommentar nummer ' || i || ' handlar om vägen till badet, som grävs upp för tredje gången i sommar.'`
  await trx.raw(`${numbers} insert into comments (document_id, article_id, parent_id, root_id, path, depth, moderation_status, author_name, body_text, language, is_question, answered_at, written_at, created_at, updated_at, published_at)
    select ${id('i')}, '${articleId}', case when is_root then null else ${root} end, case when status = 'approved' then ${root} end, case when status = 'approved' then ${path} end,
      case when is_root then 0 else 1 end, status, 'Birgitta', ${text}, 'sv', asks, case when answered then ${instant(seconds)} end, ${instant(seconds)}, ${instant(seconds)}, ${instant(seconds)}, ${instant(seconds)} from p`)
  const json = `'{"id":"' || ${id('i')} || '","number":"' || ${number} || '","parent":' || case when is_root then 'null' else '"' || ${root} || '"' end || ',"author":{"name":"Birgitta","isAuthor":false,"person":null},"language":"sv","bodyHtml":"<p>' || ${text} || '</p>","isQuestion":' || case when asks then 'true' else 'false' end || ',"answeredAt":' || case when answered then '"2026-06-01T10:00:00.000Z"' else 'null' end || ',"createdAt":"2026-05-01T10:00:00.000Z","tombstone":null}'`
  await trx.raw(`${numbers} insert into public_comment (document_id, article_id, parent_id, root_id, path, depth, state, is_question, is_answered, reply_count, child_count, json)
    select ${id('i')}, '${articleId}', case when is_root then null else ${root} end, ${root}, ${path}, case when is_root then 0 else 1 end, 'approved', asks, answered,
      case when is_root then 1 else 0 end, case when is_root then 1 else 0 end, ${bytes(json)} from p where status = 'approved'`)
  await trx.raw(`${numbers} insert into moderation_item (comment_id, article_id, status, is_open_question, open_reports, received_at, revision, decided_at, decided_by)
    select ${id('i')}, '${articleId}', status, (status = 'approved' and asks and not answered), case when (${from} + i) % 500 = 11 then 1 else 0 end, ${isoText(seconds)}, 1, null, null from p`)
  await trx.raw(`insert into comment_ordinal (article_id, parent_path, last) values ('${articleId}', '', ${Math.ceil(each / 2)})`)
  for (const [name, where] of [['comment', '1 = 1'], ['root', 'depth = 0'], ['question', 'is_question'], ['answered', 'is_answered']])
    await trx.raw(`insert into public_total (list_key, total) select '${name}|${articleId}', count(*) from public_comment where article_id = '${articleId}' and ${where} having count(*) > 0`)
}
