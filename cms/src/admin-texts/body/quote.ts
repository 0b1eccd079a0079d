import type { AdminView } from '../admin-view'

export const quote: AdminView = {
  uid: 'body.quote',
  mainField: 'text',
  list: ['text', 'attribution'],
  edit: [[['text', 12]], [['attribution', 6]]],
  fields: {
    text: { label: 'Citat', help: 'Utan citattecken; de sätts ut av sig själva.', placeholder: 'Skriv citatet' },
    attribution: { label: 'Vem som säger det', help: 'Namn och gärna roll.', placeholder: 'Namn, roll' },
  },
}
