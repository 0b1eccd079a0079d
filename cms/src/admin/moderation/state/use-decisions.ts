import type { Dispatch } from 'react'
import type { ReportVerdict } from '../compose/report-form'
import type { Action, Reason } from '../data/endpoints'
import type { Item, Queue, Report } from '../data/schemas'
import type { Notice, ScreenEvent, ScreenState } from './screen'
import { answerDraft } from '../compose/answer-form'
import { reasonDraft } from '../compose/reason-form'
import { reportDraft } from '../compose/report-form'
import { useAnswerMutation, useBulkMutation, useDecideMutation, useDecideReportMutation } from '../data/endpoints'
import { describeFailure } from '../data/failure'
import { nameOf, standsIn } from '../words/queues'
import { bulkInWords, decidedInWords } from '../words/results'
import { forgetDraft } from './drafts'
import { successor } from './screen'

interface Surroundings {
  queue: Queue
  /** The comments on the shown page. */
  items: Item[]
  item: Item | undefined
  openId: string | null
  chosen: Item[]
  state: ScreenState
  dispatch: Dispatch<ScreenEvent>
  open: (id: string | null) => void
  /** Takes note of a change of one's own. */
  takeNote: (changed: Item) => void
}

const undoable: Action[] = ['approve', 'decline', 'hide', 'spam']

/** What a moderator can do, each with what follows on the screen: the next comment, what is said, where the focus goes. */
export function useDecisions({ queue, items, item, openId, chosen, state, dispatch, open, takeNote }: Surroundings) {
  const [sendDecision, { isLoading: isDeciding }] = useDecideMutation()
  const [sendAnswer, { isLoading: isAnswering }] = useAnswerMutation()
  const [sendBulk, { isLoading: isBulk }] = useBulkMutation()
  const [sendVerdict, { isLoading: isReport }] = useDecideReportMutation()
  const isSending = isDeciding || isAnswering || isBulk || isReport

  /** Nothing is sent twice, and a refusal is told where it was asked for. */
  async function attempt(send: () => Promise<void>): Promise<void> {
    if (isSending)
      return
    try {
      await send()
    }
    catch (error) {
      dispatch({ type: 'failed', failure: describeFailure(error) })
    }
  }

  function settle(changed: Item, text: string, undo: Notice['undo']): void {
    takeNote(changed)
    dispatch({ type: 'done', notice: { text, details: [], undo } })
    if (standsIn(queue, changed)) {
      dispatch({ type: 'focus-asked', on: 'comment' })
      return
    }
    goOn(successor(items.map(({ id }) => id), changed.id))
  }

  function goOn(id: string | null): void {
    open(id)
    if (id === null)
      dispatch({ type: 'focus-asked', on: 'list' })
  }

  const decide = (action: Action, reason: Reason = {}) => attempt(async () => {
    if (!item)
      return
    const { item: decided } = await sendDecision({ id: item.id, expected: item.revision, action, ...reason }).unwrap()
    if (action === 'decline' || action === 'hide')
      forgetDraft(reasonDraft(action, [item]))
    settle(decided, decidedInWords(action, decided), undoable.includes(action) ? { id: decided.id, expected: decided.revision, name: decided.name } : null)
  })

  const answer = (content: { personId: string, text: string }) => attempt(async () => {
    if (!item)
      return
    const { item: answered } = await sendAnswer({ id: item.id, expected: item.revision, ...content }).unwrap()
    forgetDraft(answerDraft(item))
    settle(answered, `Svaret till ${nameOf(answered)} är publicerat.`, null)
  })

  const decideReport = (report: Report, verdict: ReportVerdict) => attempt(async () => {
    const { item: reported } = await sendVerdict({ receipt: report.receipt, ...verdict }).unwrap()
    forgetDraft(reportDraft(report))
    settle(reported, verdict.outcome === 'upheld' ? `Anmälan ${report.receipt} är bifallen och kommentaren är dold.` : `Anmälan ${report.receipt} är avslagen och kommentaren står kvar.`, null)
  })

  const decideMany = (action: Action, reason: Reason = {}) => attempt(async () => {
    const result = await sendBulk({ items: chosen.map(({ id, revision }) => ({ id, expected: revision })), action, ...reason }).unwrap()
    if (action === 'decline' || action === 'hide')
      forgetDraft(reasonDraft(action, chosen))
    dispatch({ type: 'done', notice: { ...bulkInWords(action, result, chosen), undo: null } })
    dispatch({ type: 'all-chosen', ids: [] })
    if (result.done.some(({ id }) => id === openId))
      open(null)
    dispatch({ type: 'focus-asked', on: 'list' })
  })

  const undoLast = () => attempt(async () => {
    const last = state.notice?.undo
    if (!last)
      return
    const { item: restored } = await sendDecision({ id: last.id, expected: last.expected, action: 'undo' }).unwrap()
    takeNote(restored)
    dispatch({ type: 'done', notice: { text: decidedInWords('undo', restored), details: [], undo: null } })
    open(restored.id)
  })

  return { isSending, decide, answer, decideReport, decideMany, undoLast }
}
