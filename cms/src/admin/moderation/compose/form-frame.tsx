import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useEffect, useId, useRef } from 'react'

interface FormFrameProps {
  title: string
  submitLabel: string
  variant?: 'default' | 'danger'
  isSending: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A form under the buttons. It takes the focus when it opens; Ctrl and Enter sends it, Escape closes it and keeps what is written. */
export function FormFrame({ title, submitLabel, variant = 'default', isSending, onSubmit, onClose, children }: FormFrameProps) {
  const form = useRef<HTMLFormElement>(null)
  const titleId = useId()
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, [role=combobox]')?.focus()
  }, [])

  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.defaultPrevented)
      onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isSending)
      onSubmit()
  }

  return (
    <Box tag="section" aria-labelledby={titleId} background="neutral100" borderColor="neutral200" hasRadius padding={4}>
      <form ref={form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography id={titleId} tag="h3" variant="delta">{title}</Typography>
          {children}
          <Flex gap={2} wrap="wrap">
            <Button type="submit" variant={variant} loading={isSending}>{submitLabel}</Button>
            <Button variant="tertiary" onClick={onClose}>Stäng, spara det jag skrivit</Button>
          </Flex>
        </Flex>
      </form>
    </Box>
  )
}
