import type { CommentRule } from '@klartext/contract'
import type { Report } from '../data/schemas'
import { commentLimits } from '@klartext/contract'
import { Button, Field, Flex, Textarea } from '@strapi/design-system'
import { useState } from 'react'
import { useDraft } from '../state/drafts'
import { isRule } from '../words/rules'
import { RuleField } from './rule-field'

export const reportDraft = ({ receipt }: Pick<Report, 'receipt'>): string => `report:${receipt}`

export interface ReportVerdict {
  outcome: 'upheld' | 'rejected'
  text: string
  rule?: CommentRule
}

interface ReportFormProps {
  report: Report
  isSending: boolean
  onDecide: (verdict: ReportVerdict) => void
}

/** Decides on one report: the comment is hidden by a rule, or it stays, and whoever reported it is told why. */
export function ReportForm({ report, isSending, onDecide }: ReportFormProps) {
  const [draft, change] = useDraft(reportDraft(report), { text: '', choice: report.rule })
  const [fault, setFault] = useState<string>()
  const { text, choice } = draft

  function decide(verdict: Omit<ReportVerdict, 'text'>) {
    if (text.trim() === '')
      return setFault('Skriv varför. Den som anmälde får läsa det.')
    if (text.length > commentLimits.reportText)
      return setFault(`Skälet är ${text.length} tecken. Korta det till högst ${commentLimits.reportText}.`)
    setFault(undefined)
    onDecide({ ...verdict, text: text.trim() })
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name="text" error={fault ?? false} hint="Den som anmälde får beslutet och skälet i ett brev, om en adress är lämnad." required>
        <Field.Label>{`Skäl till beslutet om anmälan ${report.receipt}`}</Field.Label>
        <Textarea value={text} onChange={event => change({ text: event.target.value })} />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      <RuleField label="Regel, om kommentaren döljs" value={choice} onChange={rule => change({ choice: rule })} />
      <Flex gap={2} wrap="wrap">
        <Button
          variant="danger"
          loading={isSending}
          onClick={() => decide({ outcome: 'upheld', rule: isRule(choice) ? choice : report.rule })}
        >
          Dölj kommentaren
        </Button>
        <Button variant="secondary" loading={isSending} onClick={() => decide({ outcome: 'rejected' })}>Låt den stå kvar</Button>
      </Flex>
    </Flex>
  )
}
