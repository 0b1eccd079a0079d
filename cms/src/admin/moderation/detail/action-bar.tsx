import type { Action } from '../data/endpoints'
import type { Item } from '../data/schemas'
import type { Form } from '../state/screen'
import { Button, Flex } from '@strapi/design-system'
import { KeyHint } from '../layout/key-hint'
import { choicesFor, questionAction } from '../state/actions'

interface ActionBarProps {
  item: Item
  openForm: Form | null
  areKeysOn: boolean
  isSending: boolean
  onDecide: (action: Action) => void
  onForm: (form: Form) => void
}

/** What can be done with the open comment. */
export function ActionBar({ item, openForm, areKeysOn, isSending, onDecide, onForm }: ActionBarProps) {
  const mark = questionAction(item)
  return (
    <Flex role="group" aria-label="Beslut" gap={2} wrap="wrap">
      {choicesFor(item).map(({ name, action, form, label, key }) => (
        <Button
          key={name}
          variant={name === 'approve' ? 'success' : name === 'answer' ? 'secondary' : 'tertiary'}
          aria-expanded={form === null ? undefined : openForm === form}
          // not `disabled`: the focus would be lost while it is sent
          aria-disabled={isSending}
          onClick={() => {
            if (isSending)
              return
            if (form)
              onForm(form)
            else if (action)
              onDecide(action)
          }}
        >
          {form && name !== 'answer' ? `${label} …` : label}
          <KeyHint label={key} isShown={areKeysOn} />
        </Button>
      ))}
      {mark && (
        <Button variant="tertiary" aria-disabled={isSending} onClick={() => !isSending && onDecide(mark)}>
          {mark === 'question' ? 'Märk som fråga' : 'Märk som inte en fråga'}
          <KeyHint label="q" isShown={areKeysOn} />
        </Button>
      )}
    </Flex>
  )
}
