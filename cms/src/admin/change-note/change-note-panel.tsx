import type { DocumentContext } from '../document-context'
import { Flex, Typography } from '@strapi/design-system'
import { InputRenderer, useForm } from '@strapi/strapi/admin'
import { articleModel, isPublic } from '../document-context'
import { swedish } from '../swedish'

const kinds = ['correction', 'new-information', 'language'].map(value => ({ value, label: swedish[value] ?? value }))

/** Beside the publish button of an article that is public already: what the reader is told of the change. */
export function ChangeNotePanel(context: DocumentContext) {
  if (context.model !== articleModel || !isPublic(context))
    return null
  return { title: 'Berätta om ändringen', content: <ChangeNoteFields /> }
}

function ChangeNoteFields() {
  const disabled = useForm('ChangeNoteFields', state => state.disabled)
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Typography variant="pi" textColor="neutral600">
        Artikeln är publik. Säg vad du har ändrat innan du publicerar om den: läsaren ser det på sidan och i ändringshistoriken.
      </Typography>
      <InputRenderer
        type="enumeration"
        name="changeKind"
        label="Ändringens slag"
        hint="Rättelse: något var fel. Ny uppgift: något har kommit till. Språk: bara formuleringar, och då står datumet ”Ändrad” kvar."
        options={kinds}
        disabled={disabled}
      />
      <InputRenderer
        type="text"
        name="changeNote"
        label="Ändringsnotis"
        hint="Vad är ändrat, och varför? Samma notis som förra gången räknas som ingen. Högst 500 tecken."
        placeholder="Vi skrev 2019. Rätt år är 2021."
        disabled={disabled}
      />
    </Flex>
  )
}
