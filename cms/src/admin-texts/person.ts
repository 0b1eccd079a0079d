import type { AdminView } from './admin-view'

export const person: AdminView = {
  uid: 'api::person.person',
  mainField: 'name',
  sort: { by: 'name', order: 'ASC' },
  list: ['name', 'role', 'organisation', 'updatedAt'],
  edit: [
    [['name', 6], ['slug', 6]],
    [['role', 6], ['organisation', 6]],
    [['portrait', 12]],
    [['bio', 12]],
    [['links', 12]],
    [['translations', 12]],
  ],
  fields: {
    name: { label: 'Namn', help: 'För- och efternamn som de ska stå på webbplatsen.', placeholder: 'Förnamn Efternamn' },
    slug: {
      label: 'Adress',
      help: 'Sista delen av adressen till personens sida. Lämna tomt så görs den ur namnet när du publicerar. Byter du den leder den gamla adressen vidare hit.',
      placeholder: 'fornamn-efternamn',
    },
    role: { label: 'Roll', help: 'Vad personen gör, med liten bokstav: sjuksköterska, enhetschef.', placeholder: 'enhetschef' },
    organisation: { label: 'Organisation', help: 'Där personen arbetar eller är verksam.', placeholder: 'Sök en organisation', mainField: 'name' },
    portrait: { label: 'Porträtt', help: 'Bilden på personens sida och vid hens artiklar.' },
    bio: { label: 'Presentation', help: 'Några meningar om personen.' },
    links: { label: 'Länkar', help: 'Sidor där läsaren kan läsa mer om eller kontakta personen.' },
    translations: { label: 'Översättningar', help: 'Roll och presentation på andra språk. Det som saknas visas på svenska.' },
  },
}
