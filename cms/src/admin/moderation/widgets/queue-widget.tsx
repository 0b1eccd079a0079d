import type { Item, Queue, Totals } from '../data/schemas'
import { Box, Flex, Typography } from '@strapi/design-system'
import { Widget } from '@strapi/strapi/admin'
import { useQueueQuery, useTotalsQuery } from '../data/endpoints'
import { liveOptions } from '../data/live'
import { PlainList, TextLink } from '../layout/panes'
import { ageInWords } from '../words/ages'
import { nameOf, queueWords } from '../words/queues'

type WorkQueue = Extract<Queue, 'waiting' | 'questions' | 'reported'>

const count = new Intl.NumberFormat('sv-SE')

/** How many stand in a queue, with the three that have waited longest. */
function QueueWidget({ queue }: { queue: WorkQueue }) {
  const totals = useTotalsQuery(undefined, liveOptions)
  const page = useQueueQuery({ queue, after: null, limit: 3 }, liveOptions)
  if (totals.isLoading || page.isLoading)
    return <Widget.Loading>Hämtar kön.</Widget.Loading>
  if (!totals.data || !page.data)
    return <Widget.Error>Kön gick inte att hämta. Ladda om sidan om en stund.</Widget.Error>
  const total = totals.data[queue]
  if (total === 0)
    return <Widget.NoData>{queueWords[queue].empty}</Widget.NoData>
  const oldest = page.data.items[0]
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex alignItems="baseline" gap={3} wrap="wrap">
        <Typography variant="alpha">{count.format(total)}</Typography>
        {oldest && <Typography textColor="neutral600">{`Den äldsta kom in ${ageInWords(oldest.receivedAt, Date.now())}.`}</Typography>}
      </Flex>
      {queue === 'questions' && totals.data.overdue > 0 && (
        <Typography textColor="danger600" fontWeight="bold">{overdueInWords(totals.data)}</Typography>
      )}
      <PlainList>
        {page.data.items.map(item => <Entry key={item.id} queue={queue} item={item} />)}
      </PlainList>
    </Flex>
  )
}

function Entry({ queue, item }: { queue: WorkQueue, item: Item }) {
  return (
    <Box tag="li" paddingBottom={2}>
      <TextLink to={`/moderation/${queue}?comment=${encodeURIComponent(item.id)}`}><bdi>{nameOf(item)}</bdi></TextLink>
      <Typography textColor="neutral600">{`, ${ageInWords(item.receivedAt, Date.now())}, under ”${item.article.title}”`}</Typography>
    </Box>
  )
}

function overdueInWords({ overdue, answerWithinDays }: Totals): string {
  const days = answerWithinDays === 1 ? '1 dag' : `${answerWithinDays} dagar`
  return overdue === 1 ? `1 har väntat mer än ${days}.` : `${count.format(overdue)} har väntat mer än ${days}.`
}

/** A widget for each queue that asks for work. */
export const queueWidgets = {
  waiting: () => <QueueWidget queue="waiting" />,
  questions: () => <QueueWidget queue="questions" />,
  reported: () => <QueueWidget queue="reported" />,
}
