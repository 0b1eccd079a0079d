import type { Item } from '../data/schemas'
import { Badge, Flex } from '@strapi/design-system'
import { overdueInWords } from '../words/ages'
import { statusWords } from '../words/queues'

/** What a moderator should notice at first sight, in words as well as in colour. */
export function Badges({ item, answerWithinDays, showStatus = false }: { item: Item, answerWithinDays: number | undefined, showStatus?: boolean }) {
  return (
    <Flex gap={1} wrap="wrap">
      {showStatus && <Badge size="S">{statusWords[item.status]}</Badge>}
      {item.isOverdue && answerWithinDays !== undefined && <Badge size="S" variant="danger">{overdueInWords(answerWithinDays)}</Badge>}
      {item.isQuestion && <Badge size="S" variant="secondary">{item.answeredAt === null ? 'fråga' : 'besvarad fråga'}</Badge>}
      {item.openReports > 0 && <Badge size="S" variant="warning">{item.openReports === 1 ? '1 anmälan' : `${item.openReports} anmälningar`}</Badge>}
      {item.findings.length > 0 && <Badge size="S" variant="warning">{item.findings.length === 1 ? '1 anmärkning av filtret' : `${item.findings.length} anmärkningar av filtret`}</Badge>}
    </Flex>
  )
}
