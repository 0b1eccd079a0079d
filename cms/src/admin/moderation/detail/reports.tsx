import type { ReportVerdict } from '../compose/report-form'
import type { Report } from '../data/schemas'
import { Box, Flex, Typography } from '@strapi/design-system'
import { ReportForm } from '../compose/report-form'
import { Written } from '../layout/panes'
import { instantInWords } from '../words/ages'
import { ruleInWords } from '../words/rules'

const stateWords: Record<Report['state'], string> = {
  open: 'väntar på beslut',
  upheld: 'bifölls, kommentaren doldes',
  rejected: 'avslogs, kommentaren fick stå kvar',
}

interface ReportsProps {
  reports: Report[]
  isSending: boolean
  onDecide: (report: Report, verdict: ReportVerdict) => void
}

/** What readers have reported about the comment, and the decisions. */
export function Reports({ reports, isSending, onDecide }: ReportsProps) {
  if (reports.length === 0)
    return null
  return (
    <section aria-labelledby="reports-title">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography id="reports-title" tag="h3" variant="delta">Anmälningar</Typography>
        {reports.map(report => (
          <Box key={report.receipt} borderColor="neutral200" hasRadius padding={4}>
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Typography tag="h4" fontWeight="semiBold">{`${ruleInWords(report.rule)} (${report.receipt}, ${stateWords[report.state]})`}</Typography>
              <Typography textColor="neutral600">{`Kom in ${instantInWords(report.receivedAt)}`}</Typography>
              <Written dir="auto">{report.text}</Written>
              {report.decisionText !== null && <Typography textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>{`Skäl: ${report.decisionText}`}</Typography>}
              {report.state === 'open' && <ReportForm report={report} isSending={isSending} onDecide={verdict => onDecide(report, verdict)} />}
            </Flex>
          </Box>
        ))}
      </Flex>
    </section>
  )
}
