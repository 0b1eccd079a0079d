import type { Item } from '../data/schemas'
import { Flex, Typography } from '@strapi/design-system'
import { forwardRef } from 'react'
import { TextLink, Written } from '../layout/panes'
import { Badges } from '../queue/badges'
import { ageInWords, instantInWords } from '../words/ages'
import { nameOf } from '../words/queues'

interface CommentHeadProps {
  item: Item
  answerWithinDays: number | undefined
  /** The site's address; null until it is known. */
  siteUrl: string | null
}

/** Who wrote the comment, where it stands, and what it says. The reference is to its heading, which takes the focus. */
export const CommentHead = forwardRef<HTMLHeadingElement, CommentHeadProps>(({ item, answerWithinDays, siteUrl }, heading) => {
  const { article, parent } = item
  const address = siteUrl !== null && article.path !== null ? siteUrl + article.path : null
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography ref={heading} tag="h2" variant="beta" tabIndex={-1} style={{ overflowWrap: 'anywhere', scrollMarginTop: '16rem' }}>
        {item.number === null ? 'Kommentar av ' : `Kommentar ${item.number} av `}
        <bdi>{nameOf(item)}</bdi>
      </Typography>
      <Typography textColor="neutral600">{`Kom in ${ageInWords(item.receivedAt, Date.now())}, ${instantInWords(item.receivedAt)}`}</Typography>
      <Typography style={{ overflowWrap: 'anywhere' }}>
        {'Under '}
        {address === null
          ? `”${article.title}”, som inte är publik`
          : <TextLink to={address} target="_blank" rel="noreferrer">{`”${article.title}” (öppnas i en ny flik)`}</TextLink>}
        {parent !== null && (
          <>
            {parent.number === null ? ', som svar på en kommentar av ' : `, som svar på kommentar ${parent.number} av `}
            <bdi>{nameOf(parent)}</bdi>
          </>
        )}
      </Typography>
      <Badges item={item} answerWithinDays={answerWithinDays} showStatus />
      <Written dir="auto" lang={item.language}>{item.text}</Written>
      <Typography variant="pi" textColor="neutral600">
        {item.hasEmail ? 'Avsändaren har lämnat en e-postadress och får ett brev om beslutet.' : 'Avsändaren har inte lämnat någon adress och får inget brev.'}
      </Typography>
    </Flex>
  )
})
