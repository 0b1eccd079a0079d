import { Button, Field, Flex, Modal, Toggle, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { keys } from './commands'

const Keys = styled.dl`
  align-items: baseline;
  display: grid;
  gap: 0.8rem 1.6rem;
  grid-template-columns: auto minmax(0, 1fr);
`

const KeyName = styled.kbd`
  background: ${({ theme }) => theme.colors.neutral100};
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  font: inherit;
  padding: 0.2rem 0.8rem;
`

interface HelpDialogProps {
  isOpen: boolean
  areKeysOn: boolean
  onKeys: (isOn: boolean) => void
  onClose: () => void
}

/** Lists the keys, and turns them off for whoever uses speech or other tools that send single characters. */
export function HelpDialog({ isOpen, areKeysOn, onKeys, onClose }: HelpDialogProps) {
  return (
    <Modal.Root open={isOpen} onOpenChange={open => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Stäng">
          <Modal.Title>Tangenter</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Field.Root name="keys" hint="Stäng av dem om du talar in text eller råkar trycka. Allt går också att göra med tabb och retur.">
              <Field.Label>Enstaka tangenter</Field.Label>
              <Toggle onLabel="På" offLabel="Av" checked={areKeysOn} onChange={event => onKeys(event.target.checked)} />
              <Field.Hint />
            </Field.Root>
            <Keys>
              {keys.map(({ command, label, words }) => (
                <div key={command} style={{ display: 'contents' }}>
                  <dt><KeyName>{label}</KeyName></dt>
                  <dd><Typography>{words}</Typography></dd>
                </div>
              ))}
              <dt><KeyName>ctrl + retur</KeyName></dt>
              <dd><Typography>Skicka formuläret du skriver i</Typography></dd>
              <dt><KeyName>esc</KeyName></dt>
              <dd><Typography>Stäng formuläret. Det du har skrivit sparas.</Typography></dd>
            </Keys>
            <Typography textColor="neutral600">Är flera kommentarer valda gäller g, a, d, x och z dem alla. Tangenterna gör inget medan du skriver i ett fält.</Typography>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>Stäng</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
