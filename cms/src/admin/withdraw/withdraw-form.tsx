import type { FormEvent } from 'react'
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system'
import { isFetchError, useFetchClient } from '@strapi/strapi/admin'
import { useState } from 'react'

interface WithdrawFormProps {
  documentId: string
  /** The language version that is withdrawn. */
  language: string
  onClose: () => void
}

/** Asks for the notice that readers will meet, and withdraws the article. */
export function WithdrawForm({ documentId, language, onClose }: WithdrawFormProps) {
  const { post } = useFetchClient()
  const [notice, setNotice] = useState('')
  const [fault, setFault] = useState('')
  const [isSending, setIsSending] = useState(false)

  async function withdraw(event: FormEvent) {
    event.preventDefault()
    // a form in a dialog of the edit view: its submit would save the article too
    event.stopPropagation()
    if (notice.trim() === '')
      return setFault('Skriv varför artikeln dras tillbaka. Läsaren möter texten på artikelns adress.')
    setIsSending(true)
    try {
      await post(`/klartext/articles/${documentId}/withdraw`, { language, notice })
      // the form behind the dialog still shows the article as public
      window.location.reload()
    }
    catch (error) {
      setFault(isFetchError(error) ? error.message : 'Det gick inte att nå servern. Försök igen.')
      setIsSending(false)
    }
  }

  return (
    <form onSubmit={withdraw} noValidate>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>
            Artikeln tas bort från webbplatsen. På dess adress står i stället vad du skriver här.
            Ändringshistoriken och kommentarerna visas inte längre, men de finns kvar i publiceringsloggen.
          </Typography>
          <Field.Root name="notice" error={fault} hint="Säg vad som hände och vart läsaren kan vända sig." required>
            <Field.Label>Meddelande till läsaren</Field.Label>
            <Textarea value={notice} onChange={event => setNotice(event.target.value)} />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>Avbryt</Button>
        <Button variant="danger" type="submit" loading={isSending}>Dra tillbaka artikeln</Button>
      </Modal.Footer>
    </form>
  )
}
