import type { AdminView } from './admin-view'

// changeKind and changeNote stand in a panel beside the publish button instead, where they are needed: src/admin/change-note
export const article: AdminView = {
  uid: 'api::article.article',
  mainField: 'title',
  sort: { by: 'updatedAt', order: 'DESC' },
  list: ['title', 'kind', 'updatedAt'],
  edit: [
    [['kind', 4], ['title', 8]],
    [['standfirst', 12]],
    [['cover', 12]],
    [['body', 12]],
    [['authors', 6], ['subjects', 6]],
    [['organisations', 6], ['publisher', 6]],
    [['topics', 12]],
    [['commentsOpen', 4], ['commentsModeration', 4], ['commentsCloseAfterDays', 4]],
    [['slug', 6], ['description', 6]],
    [['statedPublishedAt', 6], ['statedUpdatedAt', 6]],
  ],
  fields: {
    kind: {
      label: 'Slag',
      help: 'Profil: ett porträtt av en person, ofta en intervju. Essä: en text som resonerar eller förklarar.',
    },
    title: {
      label: 'Rubrik',
      help: 'Säg vad texten handlar om. Rubriken står överst på sidan, i listor och i sökmotorer.',
      placeholder: 'Skriv rubriken',
    },
    standfirst: {
      label: 'Ingress',
      help: 'Två eller tre meningar mellan rubrik och brödtext som säger det viktigaste.',
      placeholder: 'Skriv ingressen',
    },
    cover: {
      label: 'Huvudbild',
      help: 'Bilden som inleder artikeln och visas i listor. I en profil är det porträttet.',
    },
    body: {
      label: 'Brödtext',
      help: 'Bygg texten av delar: text, citat, bild, infografik och faktaruta. Ett stycke som börjar med tankstreck blir en replik av sig självt.',
    },
    authors: {
      label: 'Skribenter',
      help: 'De som har skrivit artikeln, i den ordning de ska stå.',
      placeholder: 'Sök en person',
      mainField: 'name',
    },
    subjects: {
      label: 'Porträtterade',
      help: 'De som artikeln porträtterar. Är det en enda person är det hen som talar i replikerna, om inget annat anges i textdelen.',
      placeholder: 'Sök en person',
      mainField: 'name',
    },
    organisations: {
      label: 'Organisationer',
      help: 'Verksamheter som artikeln handlar om. Artikeln visas på deras sidor.',
      placeholder: 'Sök en organisation',
      mainField: 'name',
    },
    publisher: {
      label: 'Utgivare',
      help: 'Organisationen som svarar för artikeln.',
      placeholder: 'Sök en organisation',
      mainField: 'name',
    },
    topics: {
      label: 'Ämnen',
      help: 'Ämnen som artikeln samlas under.',
      placeholder: 'Sök ett ämne',
      mainField: 'name',
    },
    commentsOpen: {
      label: 'Läsare får kommentera',
      help: 'Stäng av för att inte ta emot fler kommentarer. De som redan finns står kvar.',
    },
    commentsModeration: {
      label: 'Kommentarer granskas',
      help: 'Före publicering: någon läser varje kommentar innan den syns. Efter: den syns genast, om ingen skräpregel håller kvar den, och läses sedan.',
    },
    commentsCloseAfterDays: {
      label: 'Stäng kommentarerna efter (dagar)',
      help: 'Räknas från att artikeln först publicerades. Tomt: kommentarerna stängs inte av sig själva. De som redan finns står kvar.',
    },
    slug: {
      label: 'Adress',
      help: 'Sista delen av sidans adress. Lämna tomt så görs den ur rubriken när du publicerar. Ändrar du den efter publiceringen leder den gamla adressen vidare hit.',
      placeholder: 'adress-i-gemener',
    },
    description: {
      label: 'Beskrivning för listor och sökmotorer',
      help: 'En eller två meningar. Lämna tomt så används ingressen.',
      placeholder: 'Ingressen används om du inget skriver',
    },
    changeKind: {
      label: 'Ändringens slag',
      help: 'Välj när du publicerar om en artikel som redan är publik. Rättelse: något var fel. Ny uppgift: något har kommit till. Språk: bara formuleringar, och då står datumet ”Ändrad” kvar.',
    },
    changeNote: {
      label: 'Ändringsnotis',
      help: 'Berätta för läsaren vad som är ändrat och varför. Notisen visas på artikeln och i dess ändringshistorik. Samma notis som förra gången räknas som ingen.',
      placeholder: 'Vi skrev 2019. Rätt år är 2021.',
    },
    statedPublishedAt: {
      label: 'Publicerad på en tidigare webbplats',
      help: 'Fylls i av importen. Datumet visas som artikelns första publicering.',
    },
    statedUpdatedAt: {
      label: 'Ändrad på en tidigare webbplats',
      help: 'Fylls i av importen. Datumet visas som ”Ändrad” tills artikeln ändras här.',
    },
  },
}
