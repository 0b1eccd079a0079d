import type { Furniture } from './furniture'
import type { PageLine } from './page-lines'
import type { Placement } from './parsed-page'

const notes: Record<Furniture, string> = {
  loading: 'laddningstext',
  form: 'kommentarsformulär',
  closed: 'kommentarerna är stängda',
  thread: 'knapp i kommentarerna',
  navigation: 'knapp eller länk på sidan',
  separator: 'avdelare',
}

/** The report's line for a piece of furniture. */
export const placeFurniture = ({ number, text }: PageLine, furniture: Furniture): Placement =>
  ({ line: number, text, became: 'furniture', note: notes[furniture] })
