import type { ArticleSnapshot, FigureSnapshot, PersonLink, Snapshot } from './schemas'

type ChangeFigure = <F extends FigureSnapshot>(figure: F) => F

/** A snapshot with every figure in it changed by `change`, those of people that it names included. */
export function withFigures<S extends Snapshot>(snapshot: S, change: ChangeFigure): S
export function withFigures(snapshot: Snapshot, change: ChangeFigure): Snapshot {
  switch (snapshot.type) {
    case 'article':
      return articleWith(snapshot, change)
    case 'person':
      return { ...snapshot, portrait: snapshot.portrait && change(snapshot.portrait) }
    case 'organisation':
      return { ...snapshot, logo: snapshot.logo && change(snapshot.logo) }
    case 'topic':
      return snapshot
  }
}

function articleWith(article: ArticleSnapshot, change: ChangeFigure): ArticleSnapshot {
  const people = (links: readonly PersonLink[]) => links.map(link => ({ ...link, portrait: link.portrait && change(link.portrait) }))
  return {
    ...article,
    cover: article.cover && change(article.cover),
    authors: people(article.authors),
    subjects: people(article.subjects),
    body: article.body.map(part => part.type === 'figure' || part.type === 'infographic' ? change(part) : part),
  }
}
