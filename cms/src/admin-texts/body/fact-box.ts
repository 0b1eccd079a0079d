import type { AdminView } from '../admin-view'

export const factBox: AdminView = {
  uid: 'body.fact-box',
  mainField: 'title',
  list: ['title'],
  edit: [[['title', 12]], [['text', 12]]],
  fields: {
    title: { label: 'Rubrik', help: 'Vad rutan handlar om.', placeholder: 'Så plogas Sjövik' },
    text: { label: 'Text', help: 'Kort och sakligt. Listor fungerar bra.' },
  },
}
