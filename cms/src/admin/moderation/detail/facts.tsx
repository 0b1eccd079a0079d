import type { Detail, Item } from '../data/schemas'
import { Flex, Typography } from '@strapi/design-system'
import { historyInWords } from '../words/history'
import { scoreInWords } from '../words/score'

/** What the spam rules found, in the sentences that came with the findings. */
export function Findings({ item }: { item: Item }) {
  return (
    <section aria-labelledby="findings-title">
      <Typography id="findings-title" tag="h3" variant="delta">Skräppostfiltret</Typography>
      {item.findings.length === 0
        ? <Typography tag="p" textColor="neutral600">Filtret hittade inget att anmärka på.</Typography>
        : (
            <ul>
              {item.findings.map(finding => <li key={finding.rule}><Typography>{finding.detail}</Typography></li>)}
            </ul>
          )}
      {item.spamScore !== null && item.findings.every(({ rule }) => rule !== 'classifier') && <Typography tag="p" textColor="neutral600">{scoreInWords(item.spamScore)}</Typography>}
    </section>
  )
}

/** What has happened to the comment. */
export function History({ history, message }: Pick<Detail, 'history' | 'message'>) {
  return (
    <section aria-labelledby="history-title">
      <Typography id="history-title" tag="h3" variant="delta">Vad som har hänt</Typography>
      <Flex tag="ol" direction="column" alignItems="flex-start" gap={1}>
        {history.map(entry => <li key={`${entry.at} ${entry.event}`}><Typography textColor="neutral700">{historyInWords(entry)}</Typography></li>)}
      </Flex>
      {message !== null && <Typography tag="p" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>{`Till avsändaren: ${message}`}</Typography>}
    </section>
  )
}
