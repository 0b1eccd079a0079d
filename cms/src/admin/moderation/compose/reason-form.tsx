import type { Reason } from '../data/endpoints'
import type { Item } from '../data/schemas'
import { commentLimits } from '@klartext/contract'
import { Field, Textarea } from '@strapi/design-system'
import { useState } from 'react'
import { useDraft } from '../state/drafts'
import { isRule } from '../words/rules'
import { FormFrame } from './form-frame'
import { RuleField } from './rule-field'

type Kind = 'decline' | 'hide'

export const reasonDraft = (kind: Kind, items: Pick<Item, 'id'>[]): string => `${kind}:${items.length === 1 ? items[0]?.id : 'chosen'}`

const words = {
  decline: {
    title: (count: number) => count === 1 ? 'Avböj kommentaren' : `Avböj ${count} kommentarer`,
    submit: 'Avböj',
    rule: 'Regel som kommentaren bryter mot',
  },
  hide: {
    title: (count: number) => count === 1 ? 'Dölj kommentaren' : `Dölj ${count} kommentarer`,
    submit: 'Dölj',
    rule: 'Regel som kommentaren bryter mot. Läsarna ser den på platsen där kommentaren stod',
  },
}

interface ReasonFormProps {
  kind: Kind
  /** The comments that it is about. */
  items: Pick<Item, 'id' | 'hasEmail'>[]
  isSending: boolean
  onSend: (reason: Reason) => void
  onClose: () => void
}

/** Asks by which rule comments are declined or hidden, and what their senders are told. */
export function ReasonForm({ kind, items, isSending, onSend, onClose }: ReasonFormProps) {
  const [draft, change] = useDraft(reasonDraft(kind, items), { text: '', choice: '' })
  const [faults, setFaults] = useState<{ rule?: string, text?: string }>({})
  const { title, submit: submitLabel, rule } = words[kind]

  function submit() {
    const { text, choice } = draft
    const found = {
      ...(!isRule(choice) && { rule: 'Välj en regel. Beslutet redovisas med den.' }),
      ...(text.length > commentLimits.reportText && { text: `Meddelandet är ${text.length} tecken. Korta det till högst ${commentLimits.reportText}.` }),
    }
    setFaults(found)
    if (isRule(choice) && Object.keys(found).length === 0)
      onSend({ rule: choice, ...(text.trim() !== '' && { message: text.trim() }) })
  }

  return (
    <FormFrame title={title(items.length)} submitLabel={submitLabel} variant="danger" isSending={isSending} onSubmit={submit} onClose={onClose}>
      <RuleField label={rule} value={draft.choice} error={faults.rule} onChange={choice => change({ choice })} />
      <Field.Root name="message" error={faults.text ?? false} hint={letterHint(items)}>
        <Field.Label>Meddelande till avsändaren (frivilligt)</Field.Label>
        <Textarea value={draft.text} onChange={event => change({ text: event.target.value })} />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
    </FormFrame>
  )
}

/** Who of the senders gets a letter. */
function letterHint(items: Pick<Item, 'hasEmail'>[]): string {
  const letters = items.filter(({ hasEmail }) => hasEmail).length
  if (items.length === 1) {
    return letters === 1
      ? 'Avsändaren får ett brev med regeln, ditt meddelande och hur man begär att beslutet prövas igen.'
      : 'Avsändaren har inte lämnat någon adress och får inget brev. Meddelandet sparas med beslutet.'
  }
  return `${letters} av ${items.length} avsändare har lämnat en adress och får ett brev med regeln och ditt meddelande.`
}
