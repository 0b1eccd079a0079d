import type { CommentRule } from '@klartext/contract'
import { commentRules } from '@klartext/contract'
import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system'
import { isRule, ruleWords } from '../words/rules'

interface RuleFieldProps {
  label: string
  value: string
  onChange: (rule: CommentRule) => void
  error?: string | undefined
}

/** A choice among the rules that comments are held to. */
export function RuleField({ label, value, onChange, error }: RuleFieldProps) {
  return (
    <Field.Root name="rule" error={error ?? false} required>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        placeholder="Välj en regel"
        value={value}
        onChange={(chosen) => {
          if (typeof chosen === 'string' && isRule(chosen))
            onChange(chosen)
        }}
      >
        {commentRules.map(rule => <SingleSelectOption key={rule} value={rule}>{ruleWords[rule]}</SingleSelectOption>)}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  )
}
