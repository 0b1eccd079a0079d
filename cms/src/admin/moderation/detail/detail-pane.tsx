import type { ReportVerdict } from '../compose/report-form'
import type { Action, Reason } from '../data/endpoints'
import type { Detail, Item, Report } from '../data/schemas'
import type { Form, ScreenState } from '../state/screen'
import { Box, Flex, Loader } from '@strapi/design-system'
import { useEffect, useRef } from 'react'
import { AnswerForm } from '../compose/answer-form'
import { ReasonForm } from '../compose/reason-form'
import { Alert } from '../layout/alert'
import { historyInWords } from '../words/history'
import { ActionBar } from './action-bar'
import { CommentHead } from './comment-head'
import { Findings, History } from './facts'
import { Reports } from './reports'
import { Thread } from './thread'

interface DetailPaneProps {
  item: Item
  /** What is not known yet while it is fetched. */
  detail: Detail | undefined
  answerWithinDays: number | undefined
  siteUrl: string | null
  form: Form | null
  focus: ScreenState['focus']
  /** Why the last thing that was asked for was not done. */
  failure: string | null
  /** A colleague has changed the comment while it was open here. */
  isChangedByColleague: boolean
  areKeysOn: boolean
  isSending: boolean
  onDecide: (action: Action, reason?: Reason) => void
  onAnswer: (answer: { personId: string, text: string }) => void
  onReport: (report: Report, verdict: ReportVerdict) => void
  onForm: (form: Form) => void
  onCloseForm: () => void
}

/** The open comment with all that a decision needs, and the decisions. */
export function DetailPane({ item, detail, answerWithinDays, siteUrl, form, focus, failure, isChangedByColleague, areKeysOn, isSending, ...on }: DetailPaneProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus.on === 'comment')
      heading.current?.focus()
  }, [focus])
  const lastChange = detail?.history.at(-1)
  return (
    <Box tag="article" background="neutral0" borderColor="neutral150" hasRadius padding={{ initial: 4, large: 6 }}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <CommentHead ref={heading} item={item} answerWithinDays={answerWithinDays} siteUrl={siteUrl} />
        <div>
          <div role="alert">
            {failure !== null && <Alert $tone="danger">{failure}</Alert>}
            {failure === null && isChangedByColleague && (
              <Alert $tone="warning">
                {`Kommentaren ändrades medan du hade den öppen och visas nu som den är. ${lastChange ? `${historyInWords(lastChange)}.` : ''}`}
              </Alert>
            )}
          </div>
          <ActionBar item={item} openForm={form} areKeysOn={areKeysOn} isSending={isSending} onDecide={on.onDecide} onForm={on.onForm} />
        </div>
        {form === 'answer' && (detail
          ? <AnswerForm key={item.id} item={item} answerers={detail.answerers} isSending={isSending} onSend={on.onAnswer} onClose={on.onCloseForm} />
          : <Loader>Hämtar vem som kan svara.</Loader>)}
        {(form === 'decline' || form === 'hide') && (
          <ReasonForm key={`${form} ${item.id}`} kind={form} items={[item]} isSending={isSending} onSend={reason => on.onDecide(form, reason)} onClose={on.onCloseForm} />
        )}
        {detail && (
          <>
            <Reports reports={detail.reports} isSending={isSending} onDecide={on.onReport} />
            <Thread thread={detail.thread.filter(({ id }) => id !== item.id)} />
          </>
        )}
        <Findings item={item} />
        {detail && <History history={detail.history} message={detail.message} />}
      </Flex>
    </Box>
  )
}
