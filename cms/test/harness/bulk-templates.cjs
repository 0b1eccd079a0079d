// The articles that bulk-articles.cjs copies, and whom and what they name; published through the document service.

const sentences = [
  'Bron över Lillån är femtio meter lång och har stått stängd sedan i mars.',
  'Kommunen räknar med att den kan öppnas igen före skolstarten.',
  'Under tiden går bussen över Norrby, vilket tar elva minuter längre.',
  'Det märks mest på morgnarna, säger Karin Ström som kör linjen.',
  'Räcket gjuts om i betong som tål salt bättre än den gamla.',
  'Arbetet kostar fyra miljoner kronor och betalas av underhållsfonden.',
  'De som bor vid ån har fått brev om när det kommer att bullra.',
  'Frågor om trafiken besvaras av kontaktcentret alla vardagar.',
  'Ingen vet ännu vad som ska hända med den gamla gångbron.',
  'Den byggdes 1931 och är ritad av stadsingenjören själv.',
  'På onsdag visas ritningarna i biblioteket mellan fem och sju.',
  'Synpunkter tas emot fram till den sista oktober.',
]

const paragraph = text => ({ type: 'paragraph', children: [{ type: 'text', text }] })

/** A body of some three hundred words. */
const body = number => [{
  __component: 'body.text',
  text: Array.from({ length: 6 }, (_, at) => paragraph(Array.from({ length: 5 }, (_, next) => sentences[(number + at * 5 + next) % sentences.length]).join(' '))),
}]

/** → {articles: ids of `count` articles numbered from 0, person, organisation, topic: slugs that some of them name} */
exports.publishTemplates = async (strapi, count) => {
  const publish = async (type, data) => strapi.documents(`api::${type}.${type}`).create({ data, status: 'published' })
  const each = async (length, make) => {
    const made = []
    for (let index = 0; index < length; index++)
      made.push(await make(index))
    return made
  }
  const organisations = await each(4, index => publish('organisation', { name: `Förvaltning ${index}`, kind: 'municipality' }))
  const people = await each(10, index => publish('person', { name: `Skribent ${index}`, organisation: organisations[index % 4].documentId }))
  const topics = await each(8, index => publish('topic', { name: `Ämne ${index}` }))
  const articles = await each(count, index => publish('article', {
    title: `Artikel ${String(index).padStart(7, '0')}`,
    kind: index % 4 === 3 ? 'profile' : 'essay',
    standfirst: sentences[index % sentences.length],
    body: body(index),
    authors: [people[index % 10].documentId],
    organisations: [organisations[index % 4].documentId],
    publisher: organisations[(index + 1) % 4].documentId,
    topics: [topics[index % 8].documentId],
  }))
  return { articles: articles.map(article => article.documentId), person: people[3].slug, organisation: organisations[1].slug, topic: topics[5].slug }
}
