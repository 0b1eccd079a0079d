import type { AdminView } from './admin-view'

export const organisation: AdminView = {
  uid: 'api::organisation.organisation',
  mainField: 'name',
  sort: { by: 'name', order: 'ASC' },
  list: ['name', 'kind', 'parent', 'updatedAt'],
  edit: [
    [['name', 6], ['slug', 6]],
    [['kind', 6], ['parent', 6]],
    [['description', 12]],
    [['logo', 12]],
    [['website', 6]],
    [['translations', 12]],
  ],
  fields: {
    name: { label: 'Namn', help: 'Organisationens namn som det ska stå på webbplatsen.', placeholder: 'Sjöviks kommun' },
    slug: {
      label: 'Adress',
      help: 'Sista delen av adressen till organisationens sida. Lämna tomt så görs den ur namnet när du publicerar. Byter du den leder den gamla adressen vidare hit.',
      placeholder: 'sjoviks-kommun',
    },
    kind: { label: 'Slag', help: 'Vad för slags organisation det är.' },
    parent: { label: 'Hör till', help: 'Organisationen närmast ovanför, till exempel kommunen för en förvaltning.', placeholder: 'Sök en organisation', mainField: 'name' },
    description: { label: 'Beskrivning', help: 'Vad organisationen gör, i några meningar.' },
    logo: { label: 'Logotyp', help: 'Visas på organisationens sida.' },
    website: { label: 'Webbplats', help: 'Hela adressen, med https:// först.', placeholder: 'https://www.example.se' },
    translations: { label: 'Översättningar', help: 'Beskrivningen på andra språk. Det som saknas visas på svenska.' },
  },
}
