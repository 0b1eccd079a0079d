import type { AdminView } from './admin-view'

export const topic: AdminView = {
  uid: 'api::topic.topic',
  mainField: 'name',
  sort: { by: 'name', order: 'ASC' },
  list: ['name', 'slug', 'updatedAt'],
  edit: [
    [['name', 6], ['slug', 6]],
    [['translations', 12]],
  ],
  fields: {
    name: { label: 'Namn', help: 'Ett ord eller två som läsaren skulle söka på.', placeholder: 'Vinterväghållning' },
    slug: {
      label: 'Adress',
      help: 'Sista delen av adressen till ämnets sida. Lämna tomt så görs den ur namnet när du publicerar. Byter du den leder den gamla adressen vidare hit.',
      placeholder: 'vintervaghallning',
    },
    translations: { label: 'Översättningar', help: 'Ämnets namn på andra språk. Det som saknas visas på svenska.' },
  },
}
