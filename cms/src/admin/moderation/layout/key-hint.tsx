import { styled } from 'styled-components'

const Key = styled.kbd`
  border: 1px solid currentcolor;
  border-radius: 3px;
  font: inherit;
  font-size: 1.1rem;
  line-height: 1;
  margin-left: 0.6rem;
  padding: 0.1rem 0.4rem;
`

/** The key of a button, for the eye; the name of the button is said without it. */
export function KeyHint({ label, isShown }: { label: string, isShown: boolean }) {
  return isShown ? <Key aria-hidden>{label}</Key> : null
}
