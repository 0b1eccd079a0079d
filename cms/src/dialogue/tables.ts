import type { Knex } from 'knex'
import { createMissing } from '../database-tables'

/**
 * What the dialogue keeps outside Strapi's model graph, made idempotently at each start: what is not in the graph cannot be populated,
 * filtered, sorted or searched through any of Strapi's ways in. Instants are ISO 8601 in UTC with milliseconds, as text.
 */
export async function ensureDialogueTables(knex: Knex): Promise<void> {
  // how a comment came in; written with the comment, in one transaction
  await createMissing(knex, 'comment_submission', (table) => {
    table.string('comment_id', 40).primary()
    table.string('article_id', 40).notNullable()
    // SHA-256 of the article and the Idempotency-Key: one key makes one comment under one article
    table.string('key_digest', 64).notNullable().unique()
    // keyed hash of everything that was sent: the same key with another content is refused
    table.string('content_digest', 64).notNullable()
    // keyed hash of article, sender and text: an identical text from the same sender gets the first receipt
    table.string('twin_digest', 64).notNullable()
    // keyed hash of the text alone: the same one elsewhere is told to the moderators
    table.string('text_digest', 64).notNullable()
    table.string('received_at', 30).notNullable()
    table.string('language', 12).notNullable()
    // keyed hash of the client's address; emptied after 30 days
    table.string('sender_hash', 64)
    // JSON: the rules that fired, [{rule, detail}], and what the classifier said, 0 to 1
    table.text('findings').notNullable()
    table.float('spam_score')
    // JSON: what the sender was answered; a repetition gets the same
    table.text('receipt').notNullable()
    table.index(['article_id', 'twin_digest'], 'comment_submission_twin_idx')
    table.index(['text_digest', 'received_at'], 'comment_submission_text_idx')
    table.index(['received_at'], 'comment_submission_received_idx')
  })
  // how much was sent in lately, in the form that rate-limiter-flexible keeps it; `key` ends with a sender's keyed hash, an article or 'all'
  await createMissing(knex, 'comment_rate', (table) => {
    table.string('key', 255).primary()
    table.integer('points').notNullable().defaultTo(0)
    table.bigInteger('expire')
    table.index(['expire'], 'comment_rate_expire_idx')
  })
  // where letters about a comment go; never in an answer, a page or a log
  await createMissing(knex, 'commenter', (table) => {
    table.string('comment_id', 40).primary()
    // AES-256-GCM, base64url: iv.tag.ciphertext
    table.text('email_cipher').notNullable()
    // HMAC-SHA-256 of the address in lower case, for looking up everything that one address sent
    table.string('email_hmac', 64).notNullable()
    table.string('created_at', 30).notNullable()
    table.index(['email_hmac'], 'commenter_email_idx')
    table.index(['created_at'], 'commenter_created_idx')
  })
  // one row a comment: where it stands in the moderators' queues, kept by the same transaction that changes the comment
  await createMissing(knex, 'moderation_item', (table) => {
    table.string('comment_id', 40).primary()
    table.string('article_id', 40).notNullable()
    table.string('status', 12).notNullable()
    // a public question that nobody from the site has answered
    table.boolean('is_open_question').notNullable()
    table.integer('open_reports').notNullable()
    table.string('received_at', 30).notNullable()
    // grows with every change; a moderator who saw an older one is told
    table.integer('revision').notNullable()
    table.string('decided_at', 30)
    // who decided, as the ledger has it, for the other moderators
    table.string('decided_by', 80)
    table.index(['status', 'received_at', 'comment_id'], 'moderation_item_status_idx')
    // partial: these queues are short, whatever the site holds
    table.index(['received_at', 'comment_id'], 'moderation_item_question_idx', { predicate: knex.whereRaw('is_open_question') })
    table.index(['received_at', 'comment_id'], 'moderation_item_reports_idx', { predicate: knex.whereRaw('open_reports > 0') })
    table.index(['article_id'], 'moderation_item_article_idx')
  })
  // kept totals of the queues: 'waiting', 'questions', 'reported', 'approved', 'declined', 'spam', 'hidden', 'withdrawn'
  await createMissing(knex, 'moderation_total', (table) => {
    table.string('queue', 20).primary()
    table.integer('total').notNullable()
  })
  // append-only and private: what happened to which comment or report; holds no text of a reader's and no name
  await createMissing(knex, 'moderation_ledger', (table) => {
    table.bigIncrements('seq')
    table.string('at', 30).notNullable()
    // calendar month in Stockholm, '2026-05'
    table.string('month', 7).notNullable()
    table.string('comment_id', 40).notNullable()
    table.string('article_id', 40).notNullable()
    // the organisation that published the article when it happened; '' where there was none
    table.string('organisation_id', 40).notNullable()
    table.string('event', 24).notNullable()
    table.string('rule', 40)
    // receipt number, for events of a report
    table.string('report', 12)
    // minutes from question to first answer, for 'answered'
    table.integer('minutes')
    // the row whose decision this one takes back or replaces; that one counts no more
    table.bigInteger('undoes')
    table.string('actor', 80).notNullable()
    table.index(['month', 'organisation_id', 'event'], 'moderation_ledger_month_idx')
    table.index(['comment_id', 'seq'], 'moderation_ledger_comment_idx')
    table.index(['undoes'], 'moderation_ledger_undoes_idx')
  })
  // what the public is told of one month, computed from the ledger; no row: to be computed
  await createMissing(knex, 'openness_month', (table) => {
    table.string('month', 7).notNullable()
    // '' for the whole site
    table.string('organisation_id', 40).notNullable()
    table.text('json').notNullable()
    table.primary(['month', 'organisation_id'])
  })
  // what the sender of a declined or hidden comment is told, beside the rule
  await createMissing(knex, 'moderation_message', (table) => {
    table.string('comment_id', 40).primary()
    table.text('message').notNullable()
    table.string('at', 30).notNullable()
  })
  await createMissing(knex, 'comment_report', (table) => {
    table.string('receipt', 12).primary()
    table.string('comment_id', 40).notNullable()
    table.string('key_digest', 64).notNullable().unique()
    table.string('content_digest', 64).notNullable()
    table.string('rule', 40).notNullable()
    table.text('text').notNullable()
    table.string('language', 12).notNullable()
    table.text('email_cipher')
    table.string('email_hmac', 64)
    table.string('sender_hash', 64)
    table.string('received_at', 30).notNullable()
    // 'open', 'upheld' or 'rejected'
    table.string('state', 12).notNullable()
    table.text('decision_text')
    table.string('decided_at', 30)
    table.string('decided_by', 80)
    table.index(['comment_id', 'state'], 'comment_report_comment_idx')
    table.index(['email_hmac'], 'comment_report_email_idx')
  })
  // letters wait here until they are sent, also across a restart; a sent letter keeps no address
  await createMissing(knex, 'letter', (table) => {
    table.bigIncrements('id')
    table.string('kind', 24).notNullable()
    table.string('language', 12).notNullable()
    // what the cipher is bound to
    table.string('owner', 40).notNullable()
    // the comment or the report that it tells of
    table.string('about', 40)
    // AES-256-GCM, as in `commenter`; null once sent or given up
    table.text('to_cipher')
    // JSON: what the template needs
    table.text('data').notNullable()
    table.string('created_at', 30).notNullable()
    // null once sent or given up
    table.string('next_try_at', 30)
    table.integer('tries').notNullable()
    table.string('sent_at', 30)
    // the mail server's last refusal, without the address
    table.text('last_error')
    table.index(['next_try_at', 'id'], 'letter_next_idx')
    table.index(['about'], 'letter_about_idx')
    table.index(['created_at'], 'letter_created_idx')
  })
  // work that is done once a day, by one of several processes
  await createMissing(knex, 'scheduled_task', (table) => {
    table.string('name', 40).primary()
    // '2026-05-04'; '' before the first time
    table.string('last_day', 10).notNullable()
  })
  // what moderators' decisions taught the spam classifier: how often a hashed feature stood in spam and in honest comments
  await createMissing(knex, 'spam_feature', (table) => {
    table.integer('bucket').primary()
    table.integer('spam').notNullable()
    table.integer('honest').notNullable()
  })
}
