import type { Item } from '../data/schemas'
import { Checkbox, Flex, Typography } from '@strapi/design-system'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import { styled } from 'styled-components'
import { ageInWords } from '../words/ages'
import { nameOf } from '../words/queues'
import { Badges } from './badges'

const Entry = styled.li<{ $isOpen: boolean }>`
  background: ${({ theme, $isOpen }) => $isOpen ? theme.colors.primary100 : theme.colors.neutral0};
  border: 1px solid ${({ theme, $isOpen }) => $isOpen ? theme.colors.primary600 : theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  display: flex;
  gap: 1.2rem;
  margin-bottom: 0.8rem;
  padding: 1.2rem;
  position: relative;
`

// the whole entry is its link; the checkbox lies above
const EntryLink = styled(Link)`
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;
  text-decoration: none;

  &::after {
    content: '';
    inset: 0;
    position: absolute;
  }
`

const AboveLink = styled.div`
  position: relative;
  z-index: 1;
`

const Excerpt = styled.p`
  -webkit-box-orient: vertical;
  color: ${({ theme }) => theme.colors.neutral700};
  display: -webkit-box;
  font-size: 1.4rem;
  -webkit-line-clamp: 3;
  line-height: 1.45;
  overflow: hidden;
  overflow-wrap: anywhere;
`

interface ListEntryProps {
  item: Item
  isOpen: boolean
  isChosen: boolean
  answerWithinDays: number | undefined
  onChoose: () => void
}

/** A comment in the list: enough to see what it is about. */
export function ListEntry({ item, isOpen, isChosen, answerWithinDays, onChoose }: ListEntryProps) {
  const entry = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen)
      entry.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const age = ageInWords(item.receivedAt, Date.now())
  return (
    <Entry ref={entry} $isOpen={isOpen} data-comment={item.id}>
      <AboveLink>
        <Checkbox aria-label={`Välj kommentaren av ${nameOf(item)}, ${age}`} checked={isChosen} onCheckedChange={onChoose} />
      </AboveLink>
      <Flex direction="column" alignItems="stretch" gap={1} minWidth={0} flex="1">
        <EntryLink to={`?comment=${encodeURIComponent(item.id)}`} aria-current={isOpen ? 'true' : undefined}>
          <Typography fontWeight="bold"><bdi>{nameOf(item)}</bdi></Typography>
          <Typography textColor="neutral600">{`, ${age}`}</Typography>
        </EntryLink>
        <Excerpt dir="auto">{item.text.slice(0, 400)}</Excerpt>
        <Typography variant="pi" textColor="neutral600">{`Under ”${item.article.title}”`}</Typography>
        <Badges item={item} answerWithinDays={answerWithinDays} />
      </Flex>
    </Entry>
  )
}
