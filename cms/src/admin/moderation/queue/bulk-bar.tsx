import type { Action, Reason } from '../data/endpoints'
import type { Item } from '../data/schemas'
import type { Form } from '../state/screen'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { ReasonForm } from '../compose/reason-form'
import { Alert } from '../layout/alert'
import { bulkChoicesFor } from '../state/actions'

interface BulkBarProps {
  items: Item[]
  form: Form | null
  isSending: boolean
  failure: string | null
  onDecide: (action: Action, reason?: Reason) => void
  onForm: (form: Form) => void
  onCloseForm: () => void
  onClear: () => void
}

/** One decision on all comments that are chosen. */
export function BulkBar({ items, form, isSending, failure, onDecide, onForm, onCloseForm, onClear }: BulkBarProps) {
  if (items.length === 0)
    return null
  const choices = bulkChoicesFor(items)
  return (
    <Box tag="section" aria-label="Beslut om de valda" background="neutral0" borderColor="primary600" hasRadius padding={3} marginBottom={3}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography fontWeight="semiBold">{items.length === 1 ? '1 kommentar är vald. Beslutet gäller den.' : `${items.length} kommentarer är valda. Beslutet gäller alla.`}</Typography>
        <Flex gap={2} wrap="wrap">
          {choices.map(({ name, action, form: needed, label }) => (
            <Button
              key={name}
              size="S"
              variant="secondary"
              aria-expanded={needed === null ? undefined : form === needed}
              aria-disabled={isSending}
              onClick={() => {
                if (isSending)
                  return
                if (needed)
                  onForm(needed)
                else if (action)
                  onDecide(action)
              }}
            >
              {needed ? `${label} …` : label}
            </Button>
          ))}
          <Button size="S" variant="tertiary" onClick={onClear}>Välj ingen</Button>
        </Flex>
        {choices.length === 0 && <Typography textColor="neutral600">De valda är i olika lägen. Välj kommentarer som det går att besluta likadant om.</Typography>}
        {(form === 'decline' || form === 'hide') && (
          <ReasonForm key={form} kind={form} items={items} isSending={isSending} onSend={reason => onDecide(form, reason)} onClose={onCloseForm} />
        )}
      </Flex>
      <div role="alert">{failure !== null && <Alert $tone="danger">{failure}</Alert>}</div>
    </Box>
  )
}
