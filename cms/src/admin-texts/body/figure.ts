import type { AdminView } from '../admin-view'
import { figureFields } from './figure-fields'

export const figure: AdminView = {
  uid: 'body.figure',
  mainField: 'alt',
  list: ['alt', 'caption', 'credit'],
  edit: [
    [['image', 6], ['decorative', 6]],
    [['alt', 12]],
    [['caption', 12]],
    [['credit', 6], ['missingFile', 6]],
  ],
  fields: {
    ...figureFields,
    alt: {
      label: 'Alternativtext',
      help: 'Beskriv vad bilden visar för den som inte ser den, i en mening. Krävs för att publicera om bilden inte är rent dekorativ.',
      placeholder: 'En plogbil i gryningen på Storgatan',
    },
    decorative: {
      label: 'Rent dekorativ',
      help: 'Slå på om bilden inte säger något som texten inte säger. Då läses den inte upp.',
    },
  },
}
