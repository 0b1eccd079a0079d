import type { AdminView } from '../admin-view'

export const link: AdminView = {
  uid: 'shared.link',
  mainField: 'label',
  list: ['label', 'url'],
  edit: [[['label', 6], ['url', 6]]],
  fields: {
    label: { label: 'Länktext', help: 'Säg vart länken leder.', placeholder: 'Så söker du bygglov' },
    url: { label: 'Adress', help: 'Hela adressen, med https:// först.', placeholder: 'https://www.example.se/bygglov' },
  },
}
