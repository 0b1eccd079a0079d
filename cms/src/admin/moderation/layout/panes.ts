import { Link } from 'react-router-dom'
import { styled } from 'styled-components'

/** The whole screen: from the width of a desktop its panes scroll on their own, below it is one column. */
export const Screen = styled.div`
  display: flex;
  flex-direction: column;
  gap: 1.6rem;
  padding: 1.6rem;

  ${({ theme }) => theme.breakpoints.large} {
    height: 100dvh;
    padding: 2.4rem 3.2rem 0;
  }
`

/** The queues, the list and the open comment side by side where there is room. */
export const Panes = styled.div`
  display: grid;
  gap: 1.6rem;
  grid-template-columns: minmax(0, 1fr);

  ${({ theme }) => theme.breakpoints.large} {
    flex: 1;
    min-height: 0;
    grid-template-columns: 19rem minmax(28rem, 2fr) minmax(0, 3fr);
    grid-template-rows: minmax(0, 1fr);
  }
`

/** One pane. Where there is one column, the list makes room for the comment that is open. */
export const Pane = styled.div<{ $isHiddenWhenNarrow?: boolean }>`
  display: ${({ $isHiddenWhenNarrow }) => $isHiddenWhenNarrow ? 'none' : 'block'};
  min-width: 0;

  ${({ theme }) => theme.breakpoints.large} {
    display: block;
    overflow: auto;
    /* room for the focus ring */
    padding: 0.4rem 0.4rem 2.4rem;
  }
`

export const OnlyWhenNarrow = styled.div`
  ${({ theme }) => theme.breakpoints.large} {
    display: none;
  }
`

export const PlainList = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
`

export const TextLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
  font-size: 1.6rem;
  overflow-wrap: anywhere;

  ${({ theme }) => theme.breakpoints.medium} {
    font-size: 1.4rem;
  }
`

/** What a reader wrote: as it was written, and nothing wider than its place. */
export const Written = styled.p`
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.5rem;
  line-height: 1.55;
  max-width: 70ch;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`
