import { describe, expect, it } from 'vitest'
import { readEdgeFurniture, readFurniture, readTailFurniture } from '../../../src/import/furniture'
import { readThreadHeading, statedCommentCount } from '../../../src/import/thread-heading'

describe('furniture anywhere', () => {
  it.each([
    ['loader', 'loading'],
    ['Laddar', 'loading'],
    ['Laddar…', 'loading'],
    ['Loading...', 'loading'],
    ['Leave a Reply', 'form'],
    ['Leave a Reply Cancel reply', 'form'],
    ['Lämna ett svar', 'form'],
    ['Lämna en kommentar', 'form'],
    ['Your email address will not be published. Required fields are marked *', 'form'],
    ['Din e-postadress kommer inte att publiceras. Obligatoriska fält är märkta *', 'form'],
    ['This site uses Akismet to reduce spam. Learn how your comment data is processed.', 'form'],
    ['Save my name, email, and website in this browser for the next time I comment.', 'form'],
    ['E-postadressen publiceras inte. Obligatoriska fält är märkta *', 'form'],
    ['Den här webbplatsen använder Akismet för att minska skräppost. Lär dig hur din kommentardata bearbetas.', 'form'],
    ['Logga in för att kommentera', 'form'],
    ['Kommentarerna är avstängda.', 'closed'],
    ['Kommentarer inaktiverade', 'closed'],
    ['Comments are closed.', 'closed'],
    ['Hoppa till innehåll', 'navigation'],
    ['Du är här: Start / Om oss', 'navigation'],
    ['* * *', 'separator'],
    ['———', 'separator'],
  ])('%s', (line, kind) => {
    expect(readFurniture(line)).toBe(kind)
  })

  it.each([
    'Laddar du bilen hemma?',
    'This site uses Akismet to reduce spam, and so does mine.',
    'Lämna ett svar varje gång någon frågar, även när svaret är nej.',
    'Leave a reply to everyone who asks, that is our rule',
    'Kommentarerna är stängda dörrar, skrev en läsare.',
    'Svara',
    'Namn',
    '…',
    '– Nej.',
    '🙂',
  ])('%s is none', (line) => {
    expect(readFurniture(line)).toBeNull()
  })
})

describe('furniture at the edges', () => {
  it.each([
    ['Svara', 'thread'],
    ['Reply ↓', 'thread'],
    ['Reply to Anna Ek', 'thread'],
    ['← Older Comments', 'thread'],
    ['Namn *', 'form'],
    ['Email (required)', 'form'],
    ['E-post (publiceras inte) *', 'form'],
    ['Post Comment', 'form'],
    ['Skriv ut', 'navigation'],
    ['Dela på Facebook', 'navigation'],
    ['Klicka för att dela på Twitter (Öppnas i ett nytt fönster)', 'navigation'],
    ['© 2014 Sjöviks kommun', 'navigation'],
  ])('%s', (line, kind) => {
    expect(readEdgeFurniture(line)).toBe(kind)
  })

  it('a network’s name counts below the text only', () => {
    expect(readEdgeFurniture('Facebook')).toBeNull()
    expect(readTailFurniture('Facebook')).toBe('navigation')
    expect(readTailFurniture('Facebook är inte vår kanal')).toBeNull()
  })
})

describe('the heading above comments', () => {
  const title = 'Varför svarar ingen?'
  it.each([
    ['14 thoughts on “Varför svarar ingen?', 'sure'],
    ['One thought on “Something else”', 'sure'],
    ['5 tankar om ”Varför svarar ingen?”', 'sure'],
    ['3 kommentarer till Varför svarar ingen?', 'sure'],
    ['5 kommentarer', 'likely'],
    ['1 Comment', 'likely'],
    ['Inga kommentarer än', 'likely'],
    ['Kommentarer (12)', 'likely'],
    ['Kommentarer', 'likely'],
    ['Fem tankar om språk', null],
    ['Tre svar på vanliga frågor', null],
    ['5 kommentarer räcker inte.', null],
    ['14 tankar', null],
  ])('%s', (line, surely) => {
    expect(readThreadHeading(line, title)).toBe(surely)
  })

  it.each([
    ['14 thoughts on “Titel”', 14],
    ['Kommentarer (12)', 12],
    ['1 204 kommentarer', 1204],
    ['One thought on “Titel 7”', null],
  ])('%s states %s', (line, count) => {
    expect(statedCommentCount(line)).toBe(count)
  })
})
