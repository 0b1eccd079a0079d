import type { Answerer, Item } from '../data/schemas'
import { commentLimits } from '@klartext/contract'
import { Field, SingleSelect, SingleSelectOption, Textarea, Typography } from '@strapi/design-system'
import { useState } from 'react'
import { useDraft } from '../state/drafts'
import { FormFrame } from './form-frame'

const lastAnswererKey = 'klartext-moderation-answer-as'

export const answerDraft = (item: Pick<Item, 'id'>): string => `answer:${item.id}`

interface AnswerFormProps {
  item: Item
  answerers: Answerer[]
  isSending: boolean
  onSend: (answer: { personId: string, text: string }) => void
  onClose: () => void
}

/** Answers a comment in the name of a person of the organisation. */
export function AnswerForm({ item, answerers, isSending, onSend, onClose }: AnswerFormProps) {
  const last = localStorage.getItem(lastAnswererKey)
  const [draft, change] = useDraft(answerDraft(item), { text: '', choice: '' })
  const personId = [draft.choice, last, answerers[0]?.id].find(id => answerers.some(person => person.id === id)) ?? ''
  const [faults, setFaults] = useState<{ person?: string, text?: string }>({})

  function submit() {
    const found = {
      ...(personId === '' && { person: 'Välj vem som svarar.' }),
      ...(draft.text.trim() === '' && { text: 'Skriv ett svar.' }),
      ...(draft.text.length > commentLimits.text && { text: `Svaret är ${draft.text.length} tecken. Korta det till högst ${commentLimits.text}.` }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0)
      return
    localStorage.setItem(lastAnswererKey, personId)
    onSend({ personId, text: draft.text })
  }

  return (
    <FormFrame title="Svara" submitLabel={item.status === 'pending' ? 'Godkänn och svara' : 'Svara'} isSending={isSending} onSubmit={submit} onClose={onClose}>
      {answerers.length === 0 && (
        <Typography textColor="danger600">
          Det finns ingen att svara som. Be en redaktör lägga upp och publicera en person under Innehåll, och knyta den till organisationen.
        </Typography>
      )}
      <Field.Root name="text" error={faults.text ?? false} hint="Svaret visas direkt under kommentaren och är märkt på sidan: läsarna ser vem som svarar." required>
        <Field.Label>Ditt svar</Field.Label>
        <Textarea value={draft.text} onChange={event => change({ text: event.target.value })} />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="person" error={faults.person ?? false} required>
        <Field.Label>Svara som</Field.Label>
        <SingleSelect placeholder="Välj en person" value={personId} onChange={chosen => change({ choice: String(chosen) })}>
          {answerers.map(({ id, name, role, organisation }) => (
            <SingleSelectOption key={id} value={id}>{[name, role, organisation].filter(Boolean).join(', ')}</SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Error />
      </Field.Root>
    </FormFrame>
  )
}
