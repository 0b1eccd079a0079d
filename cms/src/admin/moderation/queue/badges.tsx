import type { Item } from '../data/schemas'
import { Flex } from '@strapi/design-system'
import { styled } from 'styled-components'
import { overdueInWords } from '../words/ages'
import { statusWords } from '../words/queues'

type Tone = 'neutral' | 'danger' | 'secondary' | 'warning'

const Mark = styled.span<{ $tone: Tone }>`
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  border: 1px solid ${({ theme, $tone }) => theme.colors[`${$tone}200`]};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme, $tone }) => $tone === 'danger' ? theme.colors.danger700 : theme.colors.neutral800};
  font-size: 1.2rem;
  font-weight: 600;
  padding: 0.2rem 0.6rem;
`

/** What a moderator should notice at first sight, in words as well as in colour. */
export function Badges({ item, answerWithinDays, showStatus = false }: { item: Item, answerWithinDays: number | undefined, showStatus?: boolean }) {
  return (
    <Flex gap={1} wrap="wrap">
      {showStatus && <Mark $tone="neutral">{statusWords[item.status]}</Mark>}
      {item.isOverdue && answerWithinDays !== undefined && <Mark $tone="danger">{overdueInWords(answerWithinDays)}</Mark>}
      {item.isQuestion && <Mark $tone="secondary">{item.answeredAt === null ? 'fråga' : 'besvarad fråga'}</Mark>}
      {item.openReports > 0 && <Mark $tone="warning">{item.openReports === 1 ? '1 anmälan' : `${item.openReports} anmälningar`}</Mark>}
      {item.findings.length > 0 && <Mark $tone="warning">{item.findings.length === 1 ? '1 anmärkning av filtret' : `${item.findings.length} anmärkningar av filtret`}</Mark>}
    </Flex>
  )
}
