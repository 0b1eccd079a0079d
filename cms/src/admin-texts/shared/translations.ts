import type { AdminView, FieldText } from '../admin-view'

const language: FieldText = { label: 'Språk', help: 'Språket som texterna nedan är skrivna på.' }

export const personTranslation: AdminView = {
  uid: 'shared.person-translation',
  mainField: 'role',
  list: ['language', 'role'],
  edit: [[['language', 4], ['role', 8]], [['bio', 12]]],
  fields: {
    language,
    role: { label: 'Roll', help: 'Vad personen gör, på det valda språket.', placeholder: 'head of unit' },
    bio: { label: 'Presentation', help: 'Några meningar om personen på det valda språket.' },
  },
}

export const organisationTranslation: AdminView = {
  uid: 'shared.organisation-translation',
  mainField: 'language',
  list: ['language'],
  edit: [[['language', 4]], [['description', 12]]],
  fields: {
    language,
    description: { label: 'Beskrivning', help: 'Vad organisationen gör, på det valda språket.' },
  },
}

export const topicTranslation: AdminView = {
  uid: 'shared.topic-translation',
  mainField: 'name',
  list: ['language', 'name'],
  edit: [[['language', 4], ['name', 8]]],
  fields: {
    language,
    name: { label: 'Namn', help: 'Ämnets namn på det valda språket.', placeholder: 'Winter roads' },
  },
}
