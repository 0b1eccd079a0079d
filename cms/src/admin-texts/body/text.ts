import type { AdminView } from '../admin-view'

export const text: AdminView = {
  uid: 'body.text',
  mainField: 'id',
  list: ['id', 'speaker'],
  edit: [[['text', 12]], [['speaker', 6]]],
  fields: {
    text: {
      label: 'Text',
      help: 'Stycken, mellanrubriker, listor och länkar. Börja ett stycke med tankstreck så blir det en replik.',
    },
    speaker: {
      label: 'Talare',
      help: 'Den som säger replikerna i den här delen. Lämna tomt så är det artikelns enda porträtterade person.',
      placeholder: 'Sök en person',
      mainField: 'name',
    },
  },
}
