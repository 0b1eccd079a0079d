import type { Item } from '../data/schemas'
import { Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { PlainList, TextLink } from '../layout/panes'
import { ageInWords } from '../words/ages'
import { nameOf, statusWords } from '../words/queues'

const Neighbour = styled.li`
  border-left: 3px solid ${({ theme }) => theme.colors.neutral200};
  margin-bottom: 1.2rem;
  padding-left: 1.2rem;
`

const Shortened = styled.p`
  -webkit-box-orient: vertical;
  color: ${({ theme }) => theme.colors.neutral700};
  display: -webkit-box;
  font-size: 1.4rem;
  -webkit-line-clamp: 6;
  line-height: 1.45;
  overflow: hidden;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`

/** The comments around the open one, shortened; each can be opened. */
export function Thread({ thread }: { thread: Item[] }) {
  return (
    <section aria-labelledby="thread-title">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography id="thread-title" tag="h3" variant="delta">Samtalet runt kommentaren</Typography>
        {thread.length === 0 && <Typography textColor="neutral600">Kommentaren står ensam.</Typography>}
        <PlainList>
          {thread.map(item => (
            <Neighbour key={item.id}>
              <TextLink to={`?comment=${encodeURIComponent(item.id)}`}>
                {item.number !== null && `${item.number} `}
                <bdi>{nameOf(item)}</bdi>
              </TextLink>
              <Typography textColor="neutral600">{`, ${ageInWords(item.receivedAt, Date.now())}, ${statusWords[item.status]}`}</Typography>
              <Shortened dir="auto">{item.text}</Shortened>
            </Neighbour>
          ))}
        </PlainList>
      </Flex>
    </section>
  )
}
