import { styled } from 'styled-components'

/** A sentence on something that needs attention, where it is needed. */
export const Alert = styled.p<{ $tone: 'danger' | 'warning' }>`
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  border-left: 4px solid ${({ theme, $tone }) => theme.colors[`${$tone}600`]};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.45;
  margin: 0 0 1.6rem;
  overflow-wrap: anywhere;
  padding: 1.2rem;
`
