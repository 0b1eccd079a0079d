import type { Item, Queue, QueuePage } from '../data/schemas'
import type { ScreenState } from '../state/screen'
import { Button, Checkbox, Flex, Loader, Typography } from '@strapi/design-system'
import { useEffect, useRef } from 'react'
import { Alert } from '../layout/alert'
import { PlainList } from '../layout/panes'
import { queueWords } from '../words/queues'
import { ListEntry } from './list-entry'

interface QueueListProps {
  queue: Queue
  page: QueuePage | undefined
  openId: string | null
  chosen: string[]
  answerWithinDays: number | undefined
  isFirstPage: boolean
  focus: ScreenState['focus']
  /** Why the latest could not be fetched. */
  trouble: string | null
  onChoose: (id: string) => void
  onChooseAll: (ids: string[]) => void
  onNextPage: (cursor: string) => void
  onPreviousPage: () => void
}

/** The comments of the open queue. */
export function QueueList({ queue, page, trouble, isFirstPage, focus, ...props }: QueueListProps) {
  const { title, empty } = queueWords[queue]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus.on === 'list' && focus.turn > 0)
      heading.current?.focus()
  }, [focus])
  return (
    <section aria-labelledby="queue-title">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography ref={heading} id="queue-title" tag="h2" variant="beta" tabIndex={-1}>{title}</Typography>
        {trouble !== null && <Alert $tone="warning">{trouble}</Alert>}
        {page === undefined && trouble === null && <Loader>Hämtar kommentarerna.</Loader>}
        {page?.items.length === 0 && <Typography textColor="neutral600">{isFirstPage ? empty : 'Här finns inga fler kommentarer. Gå till föregående sida.'}</Typography>}
        {page && page.items.length > 0 && <Entries items={page.items} {...props} />}
        {page && (page.next !== null || !isFirstPage) && (
          <Flex tag="nav" aria-label="Bläddra i kön" gap={2} wrap="wrap">
            <Button variant="tertiary" disabled={isFirstPage} onClick={props.onPreviousPage}>Föregående sida</Button>
            <Button variant="tertiary" disabled={page.next === null} onClick={() => page.next !== null && props.onNextPage(page.next)}>Nästa sida</Button>
          </Flex>
        )}
      </Flex>
    </section>
  )
}

type EntriesProps = Pick<QueueListProps, 'openId' | 'chosen' | 'answerWithinDays' | 'onChoose' | 'onChooseAll'> & { items: Item[] }

function Entries({ items, openId, chosen, answerWithinDays, onChoose, onChooseAll }: EntriesProps) {
  const areAllChosen = items.every(({ id }) => chosen.includes(id))
  return (
    <>
      <Checkbox
        checked={areAllChosen ? true : chosen.length > 0 ? 'indeterminate' : false}
        onCheckedChange={() => onChooseAll(areAllChosen ? [] : items.map(({ id }) => id))}
      >
        {items.length === 1 ? 'Välj den enda på sidan' : `Välj alla ${items.length} på sidan`}
      </Checkbox>
      <PlainList>
        {items.map(item => (
          <ListEntry
            key={item.id}
            item={item}
            isOpen={item.id === openId}
            isChosen={chosen.includes(item.id)}
            answerWithinDays={answerWithinDays}
            onChoose={() => onChoose(item.id)}
          />
        ))}
      </PlainList>
    </>
  )
}
