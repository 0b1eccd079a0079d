import type { Queue, Totals } from '../data/schemas'
import { Link } from 'react-router-dom'
import { styled } from 'styled-components'
import { queues } from '../data/schemas'
import { queueWords } from '../words/queues'

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem;
  list-style: none;
  margin: 0;
  padding: 0;

  ${({ theme }) => theme.breakpoints.large} {
    flex-direction: column;
  }
`

const QueueLink = styled(Link)`
  align-items: baseline;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  display: flex;
  font-size: 1.4rem;
  gap: 0.8rem;
  justify-content: space-between;
  padding: 0.8rem 1.2rem;
  text-decoration: none;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &[aria-current] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }
`

const Overdue = styled.span`
  color: ${({ theme }) => theme.colors.danger600};
  display: block;
  font-size: 1.2rem;
  font-weight: 600;
`

const count = new Intl.NumberFormat('sv-SE')

/** The queues with how many stand in each; the ones that ask for work come first. */
export function QueueNav({ open, totals }: { open: Queue, totals: Totals | undefined }) {
  return (
    <nav aria-label="Köer">
      <List>
        {queues.map(queue => (
          <li key={queue}>
            <QueueLink to={`/moderation/${queue}`} aria-current={queue === open ? 'page' : undefined}>
              <span>
                {queueWords[queue].title}
                {queue === 'questions' && totals && totals.overdue > 0 && <Overdue>{`varav ${count.format(totals.overdue)} för länge`}</Overdue>}
              </span>
              <span>{totals ? count.format(totals[queue]) : '–'}</span>
            </QueueLink>
          </li>
        ))}
      </List>
    </nav>
  )
}
