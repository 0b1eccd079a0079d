import { Button, Flex, Loader, Main, Typography } from '@strapi/design-system'
import { Page } from '@strapi/strapi/admin'
import { useEffect, useReducer, useState } from 'react'
import { DetailPane } from './detail/detail-pane'
import { HelpDialog } from './keys/help-dialog'
import { useKeysPreference } from './keys/preference'
import { useKeys } from './keys/use-keys'
import { Alert } from './layout/alert'
import { KeyHint } from './layout/key-hint'
import { OnlyWhenNarrow, Pane, Panes, Screen } from './layout/panes'
import { NoticeBar } from './notice-bar'
import { mayModerate } from './permission'
import { BulkBar } from './queue/bulk-bar'
import { QueueList } from './queue/queue-list'
import { QueueNav } from './queue/queue-nav'
import { emptyScreen, screenReducer } from './state/screen'
import { useAddress } from './state/use-address'
import { useColleague } from './state/use-colleague'
import { commandRunner } from './state/use-commands'
import { useComments } from './state/use-comments'
import { useDecisions } from './state/use-decisions'
import { queueWords } from './words/queues'

/** The screen on which readers' comments are looked after, for whoever may. */
export function ModerationPage() {
  return <Page.Protect permissions={mayModerate}><Moderation /></Page.Protect>
}

function Moderation() {
  const { queue, openId, open } = useAddress()
  const [state, dispatch] = useReducer(screenReducer, emptyScreen)
  const { totals, page, detail, item, trouble } = useComments(queue, state.cursors.at(-1) ?? null, openId)
  const [isChangedByColleague, takeNote] = useColleague(item)
  const [areKeysOn, setKeys] = useKeysPreference()
  const [isHelpOpen, setHelp] = useState(false)
  const items = page?.items ?? []
  const ids = items.map(({ id }) => id)
  const chosen = items.filter(({ id }) => state.chosen.includes(id))
  const decisions = useDecisions({ queue, items, item, openId, chosen, state, dispatch, open, takeNote })

  useEffect(() => dispatch({ type: 'queue-opened' }), [queue])
  useEffect(() => {
    if (openId !== null)
      dispatch({ type: 'comment-opened' })
  }, [openId])
  useEffect(() => {
    if (page)
      dispatch({ type: 'listed', ids: page.items.map(({ id }) => id) })
  }, [page])
  useKeys(areKeysOn && !isHelpOpen, commandRunner({ state, dispatch, ids, item, openId, chosen, open, decisions, onHelp: () => setHelp(true) }))

  const formOn = (on: 'open' | 'chosen') => state.form?.on === on ? state.form.kind : null
  const failureText = state.failure?.text ?? null
  const answerWithinDays = totals?.answerWithinDays
  return (
    <Main labelledBy="moderation-title">
      <Page.Title>{`${queueWords[queue].title}, kommentarer`}</Page.Title>
      <Screen>
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Typography id="moderation-title" tag="h1" variant="alpha">Kommentarer</Typography>
          <Button variant="tertiary" onClick={() => setHelp(true)}>
            Tangenter
            <KeyHint label="?" isShown={areKeysOn} />
          </Button>
        </Flex>
        <NoticeBar notice={state.notice} areKeysOn={areKeysOn} onUndo={() => void decisions.undoLast()} onClose={() => dispatch({ type: 'notice-closed' })} />
        <Panes>
          <Pane $isHiddenWhenNarrow={openId !== null}><QueueNav open={queue} totals={totals} /></Pane>
          <Pane $isHiddenWhenNarrow={openId !== null}>
            <BulkBar
              items={chosen}
              form={formOn('chosen')}
              isSending={decisions.isSending}
              failure={state.form?.on === 'chosen' || item === undefined ? failureText : null}
              onDecide={(action, reason) => void decisions.decideMany(action, reason)}
              onForm={kind => dispatch({ type: 'form-opened', kind, on: 'chosen' })}
              onCloseForm={() => dispatch({ type: 'form-closed' })}
              onClear={() => dispatch({ type: 'all-chosen', ids: [] })}
            />
            <QueueList
              queue={queue}
              page={page}
              openId={openId}
              chosen={state.chosen}
              answerWithinDays={answerWithinDays}
              isFirstPage={state.cursors.length === 0}
              focus={state.focus}
              trouble={trouble.list}
              onChoose={id => dispatch({ type: 'chosen', id })}
              onChooseAll={allIds => dispatch({ type: 'all-chosen', ids: allIds })}
              onNextPage={cursor => dispatch({ type: 'paged-on', cursor })}
              onPreviousPage={() => dispatch({ type: 'paged-back' })}
            />
          </Pane>
          <Pane>
            {openId !== null && (
              <OnlyWhenNarrow>
                <Button variant="tertiary" marginBottom={3} onClick={() => { open(null); dispatch({ type: 'focus-asked', on: 'list' }) }}>Tillbaka till listan</Button>
              </OnlyWhenNarrow>
            )}
            {trouble.comment !== null && <Alert $tone="warning">{trouble.comment}</Alert>}
            {openId === null && ids.length > 0 && <Typography tag="p" textColor="neutral600">{`Öppna en kommentar i listan${areKeysOn ? ', eller tryck j för den första' : ''}.`}</Typography>}
            {openId !== null && item === undefined && trouble.comment === null && <Loader>Hämtar kommentaren.</Loader>}
            {openId !== null && item && (
              <DetailPane
                item={item}
                detail={detail}
                answerWithinDays={answerWithinDays}
                siteUrl={totals?.siteUrl ?? null}
                form={formOn('open')}
                focus={state.focus}
                failure={state.form?.on === 'chosen' ? null : failureText}
                isChangedByColleague={isChangedByColleague}
                areKeysOn={areKeysOn}
                isSending={decisions.isSending}
                onDecide={(action, reason) => void decisions.decide(action, reason)}
                onAnswer={answer => void decisions.answer(answer)}
                onReport={(report, verdict) => void decisions.decideReport(report, verdict)}
                onForm={kind => dispatch({ type: 'form-opened', kind, on: 'open' })}
                onCloseForm={() => { dispatch({ type: 'form-closed' }); dispatch({ type: 'focus-asked', on: 'comment' }) }}
              />
            )}
          </Pane>
        </Panes>
      </Screen>
      <HelpDialog isOpen={isHelpOpen} areKeysOn={areKeysOn} onKeys={setKeys} onClose={() => setHelp(false)} />
    </Main>
  )
}
