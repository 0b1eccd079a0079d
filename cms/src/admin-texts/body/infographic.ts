import type { AdminView } from '../admin-view'
import { figureFields } from './figure-fields'

export const infographic: AdminView = {
  uid: 'body.infographic',
  mainField: 'alt',
  list: ['alt', 'caption', 'credit'],
  edit: [
    [['image', 6], ['missingFile', 6]],
    [['alt', 12]],
    [['longDescription', 12]],
    [['caption', 12]],
    [['credit', 6], ['tableCaption', 6]],
    [['tableText', 12]],
  ],
  fields: {
    ...figureFields,
    alt: {
      label: 'Alternativtext',
      help: 'Vad bilden visar, i en mening. Detaljerna hör hemma i den långa beskrivningen.',
      placeholder: 'Stapeldiagram över snöröjningens kostnad',
    },
    longDescription: {
      label: 'Lång beskrivning',
      help: 'Allt som bilden säger, i löpande text: tal, samband och slutsats. Läsaren når den vid bilden.',
    },
    tableCaption: { label: 'Tabellens rubrik', help: 'Vad tabellen visar, med enhet och år.', placeholder: 'Kostnad per år, miljoner kronor' },
    tableText: {
      label: 'Tabell',
      help: 'En rad för varje rad i tabellen, med semikolon eller tabb mellan cellerna. Första raden är kolumnernas rubriker. Du kan klistra in från ett kalkylblad.',
      placeholder: 'År;Kostnad\n2024;12,5\n2025;13,1',
    },
  },
}
