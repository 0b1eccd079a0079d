const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const ASKING = set('varför när var vart vem vems vad hur vilken vilket vilka varifrån hurdan why when where who whose what how which')
const VERBS = set('är var blir blev ska skall skulle kan kunde får fick har hade kommer kom går gick gör gjorde finns fanns måste bör borde vill ville vet vore tar tog gäller behöver tänker stämmer betyder menar tror brukar heter hette händer hände kostar ser tycker bygger sker ligger öppnar stänger börjar ringer räknar hinner orkar vågar do does did is are was were will would can could may should has have am must shall')
const ENGLISH = set('do did am was will would can could may should have must shall')
const FINITE = /(?:[aeiuyåäö]r|[^aeiouyåäös]s|[aeiou]s|dde|tte|ade)$/u
const SUBJECTS = set('jag du han hon den det vi ni de man någon några ingen inga alla andra detta denna dessa här min mitt mina din ditt dina vår vårt våra er ert era en ett you he she it we they there this that these the anyone someone my your our')
const PRONOUNS = set('jag du han hon den det vi ni de man')
const NOUN_WITH_ARTICLE = /\p{L}{2}(?:en|et|an|na|ns|er|ar|or|ts)$/u
/** Measures that "hur" and "how" take with them. */
const MEASURES = set('länge många mycket långt lång långa stor stort stora ofta dyrt dyr gammal gammalt snabbt tidigt sent högt hög mån fort nära bra svårt lätt much many long often far big old soon late')
const NEVER_SUBJECT = set('bara inte väl nog att så nu ju dit hit på i till från nästan innan sedan utan gärna även redan igen efter under över mer fler annars lagom under ingen inga')
const BEFORE_A_MAIN_CLAUSE = set('om när eftersom fast då medan innan sedan hur vad ifall utan efter if when since because after before')
const JOINS = set('eller och men or and but')

const isVerb = (word = ''): boolean => VERBS.has(word) || (FINITE.test(word) && !SUBJECTS.has(word))
const isSubject = (word = ''): boolean => SUBJECTS.has(word) || (NOUN_WITH_ARTICLE.test(word) && !NEVER_SUBJECT.has(word) && !VERBS.has(word))

/** Whether any of the words asks: "till när", "och vem". */
export const holdsAskingWord = (words: readonly string[]): boolean => words.some(word => ASKING.has(word))

/** Whether any of the words is a verb in common use. */
export const holdsVerb = (words: readonly string[]): boolean => words.some(word => VERBS.has(word))

/**
 * Whether words stand in the order of a question: an asking word and a verb ("varför stängs…", "hur länge ska…"), or a verb and what
 * it is about ("ska ni…"), in a sentence that does not go on as a condition does ("ska ni bygga så bygg").
 *
 * @param words a sentence's words
 */
export function standsAsQuestion(words: readonly string[]): boolean {
  return opensAsking(words) || opensWithVerb(words) || laterClauses(words).some(clause => opensAsking(clause) || (opensWithVerb(clause) && !NEVER_SUBJECT.has(clause[1] ?? '')))
}

function opensAsking(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words
  if (!ASKING.has(first) || goesOnAnyHow(words))
    return false
  // "Var rädda om varandra", "var och en": the same word is a verb.
  if (first === 'var' && !VERBS.has(second) && !(isVerb(second) && isSubject(third)))
    return false
  // "Vilken dag är det", but "vilken dag vi hade".
  if (first.startsWith('vilk') || first === 'which' || first === 'vems')
    return verbWithin(words, 1, 4) && words.length > 3 && !words.slice(1, 4).some((word, at) => PRONOUNS.has(word) && VERBS.has(words[at + 2] ?? ''))
  if (['hur', 'how'].includes(first) && MEASURES.has(second))
    return verbWithin(words, 2, 5)
  if (first === 'hur' && second === 'man')
    return words.length < 10
  return isVerb(second) && !isSpokenOf(second, third)
}

/** "När ska blir till vill": a verb that is spoken of. */
const isSpokenOf = (second: string, third: string): boolean => VERBS.has(second) && VERBS.has(third) && !SUBJECTS.has(third) && third !== 'var'

function opensWithVerb(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words
  const asks = VERBS.has(first) || (FINITE.test(first) && ['ni', 'du', 'man'].includes(second))
  if (!asks || !(isSubject(second) || (second === 'i' && ENGLISH.has(first))) || first === 'var' || words.length < 3 || goesOnAsCondition(words))
    return false
  // "Tror jag det", "kan jag tänka mig": said of oneself.
  return !(second === 'jag' && ['tror', 'tycker', 'vet', 'ser', 'menar', 'vill', 'tänker', 'hade', 'har'].includes(first) && third !== 'rätt')
}

function verbWithin(words: readonly string[], from: number, to: number): boolean {
  return words.slice(from, to).some((word, at) => VERBS.has(word) || (at > 0 && isVerb(word) && isSubject(words[from + at + 1])))
}

/** "Hur man än räknar", "vem som helst", "vad som än händer". */
const goesOnAnyHow = (words: readonly string[]): boolean => words.slice(1, 6).includes('än') || words[1] === 'som' || / som helst(?: |$)/.test(words.join(' '))

function goesOnAsCondition(words: readonly string[]): boolean {
  return words.some((word, at) => at > 2 && (
    (word === 'så' && words[at + 1] !== 'att' && (isVerb(words[at + 1]) || !isSubject(words[at + 1])) && words.length > at + 1)
    || (isVerb(word) && SUBJECTS.has(words[at + 1] ?? '') && !JOINS.has(words[at - 1] ?? '') && !ASKING.has(words[at - 1] ?? ''))
  ))
}

/** What follows a comma, where that cannot be a main clause turned round by what goes before it. */
function laterClauses(words: readonly string[]): string[][] {
  if (!words.includes(',') || BEFORE_A_MAIN_CLAUSE.has(words[0] ?? ''))
    return []
  return words.join(' ').split(' , ').slice(1).map(clause => clause.split(' ').filter((word, at) => at > 0 || !JOINS.has(word)))
}
