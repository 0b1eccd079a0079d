import type { AdminView } from './admin-view'

export const comment: AdminView = {
  uid: 'api::comment.comment',
  mainField: 'authorName',
  sort: { by: 'createdAt', order: 'DESC' },
  list: ['bodyText', 'authorName', 'moderationStatus', 'isQuestion', 'createdAt'],
  edit: [
    [['bodyText', 12]],
    [['authorName', 6], ['writtenAt', 6]],
    [['moderationStatus', 6], ['hiddenRule', 6]],
    [['isQuestion', 4], ['answeredAt', 8]],
    [['articleId', 6], ['personId', 6]],
    [['parentId', 6], ['rootId', 6]],
    [['path', 6], ['depth', 6]],
    [['hiddenAt', 6], ['language', 6]],
  ],
  fields: {
    bodyText: { label: 'Kommentar', help: 'Läsarens egna ord.' },
    authorName: { label: 'Namn', help: 'Så som läsaren skrev det. Tomt visas som ”Namn saknas”.' },
    writtenAt: { label: 'Skriven', help: 'När läsaren skrev kommentaren.' },
    moderationStatus: {
      label: 'Beslut',
      help: 'Bara en godkänd kommentar syns. En som avböjs har aldrig synts. En som döljs har synts och lämnar en rad med skälet efter sig.',
    },
    hiddenRule: { label: 'Skäl', help: 'Regeln som kommentaren bröt mot. Läsarna ser skälet där kommentaren stod.', placeholder: 'Personangrepp' },
    isQuestion: { label: 'Är en fråga', help: 'En fråga är märkt på sidan tills den har fått svar.' },
    answeredAt: { label: 'Besvarad', help: 'När frågan fick sitt svar.' },
    articleId: { label: 'Artikelns id', help: 'Artikeln som kommentaren står under. Sätts av systemet.', editable: false },
    personId: { label: 'Personens id', help: 'Satt när en av artikelns personer har skrivit kommentaren.', editable: false },
    parentId: { label: 'Svar på', help: 'Id för kommentaren som denna svarar på. Sätts av systemet.', editable: false },
    rootId: { label: 'Trådens id', help: 'Id för den första kommentaren i tråden. Sätts av systemet.', editable: false },
    path: { label: 'Plats i tråden', help: 'Ges när kommentaren blir publik och ändras aldrig.', editable: false },
    depth: { label: 'Djup', help: 'Hur många svar in i tråden kommentaren står. Sätts av systemet.', editable: false },
    language: { label: 'Språk', help: 'Språket som läsaren skrev på. Brev om kommentaren skrivs på det.', editable: false },
    hiddenAt: { label: 'Dold', help: 'När kommentaren doldes. Sätts av systemet.', editable: false },
  },
}
