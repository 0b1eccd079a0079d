import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isQuestion } from '../src/index.js'
import { isHeldOut, measure, readQuestions } from '../src/training/index.js'

const questions = readQuestions(readFileSync(new URL('../data/questions.sv.jsonl', import.meta.url), 'utf8'))

describe('questions', () => {
  it.each([
    ['in all', () => true],
    ['in the fifth that the rules were not made on', ({ text }: { text: string }) => isHeldOut(text)],
  ])('are found among labelled comments, %s', (_, isCounted) => {
    const counted = questions.filter(isCounted)
    expect(counted.length).toBeGreaterThan(40)
    const { precision, recall } = measure(counted.map(question => ({ is: question.isQuestion, said: isQuestion(question.text).isQuestion })))
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.85)
  })

  it.each([
    // order of words
    'Kommer bussen gå på julafton',
    'Är simhallen öppen',
    'Vilken skola tillhör Lönngatan',
    'får man grilla i parken',
    'Var ligger återvinningen numera',
    'Varifrån kommer siffrorna',
    'hur blir det med skolskjuts till Storåker efter jul',
    'Finns det någon lista på godkända hantverkare',
    'Gäller det även mig som hyr i andra hand',
    'e badet öppet på söndag',
    'VAD ÄR DET SOM LÅTER VARJE NATT',
    'Blir det fler lägenheter i etapp två',
    'Hej hur går det med cykelvägen',
    'Does the pool open tomorrow',
    'Who do I call about a broken lamp',
    'Is the office open on Friday',
    // said without asking
    'Hej jag heter Rut. Jag undrar hur man får färdtjänst',
    'Tacksam om någon kan ringa mig',
    'Vore tacksam för ett svar om avgiften',
    'Jag vill gärna ha svar på varför avtalet inte sades upp.',
    'I wonder if there is a language café.',
    // a mark behind a statement, a fragment, before a link
    'Det går väl att ansöka i efterhand?',
    '2,4 miljoner?? Till vad?',
    'Vad gäller här? https://sjovik.example/taxa',
    'Vilket gäller?!',
    'Stämmer det att chefen har fått avgångsvederlag? 😡',
    // beside what is no question
    'Min mormor är 92.\nHissen är trasig.\nNär blir den lagad?\nTack på förhand.',
    'Är det sant att han har slutat? Jag står utan medicin.',
  ])('asks: %s', text => expect(isQuestion(text).isQuestion).toBe(true))

  it.each([
    // orders of words that ask elsewhere
    'Kan tänka mig att det blir dyrt.',
    'Hur det än går så är jag nöjd.',
    'När kommunen bestämmer sig så blir det bra.',
    'När vägen blir klar ska vi fira.',
    'Var försiktiga på isen!',
    'Vad glad jag blir av det här.',
    'Är man gammal får man vänta.',
    'Har man inte bil kommer man inte dit.',
    'Vilken otrolig insats av brandkåren igår kväll',
    'Vilka fantastiska ungdomar vi har i kommunen',
    'Vem som helst kan se att muren lutar.',
    'Får mina barn gå i den skolan blir jag glad.',
    'When the snow melts you see the trash.',
    // told of
    'Hon undrade när jag skulle flytta.',
    'Jag vet vad det kostar.',
    'Vi får se vad som händer.',
    'Kommunen borde fråga sig vad invånarna vill.',
    'Jag frågade "när kommer bussen?" och chauffören skrattade.',
    'Boken heter ”Vem äger skogen?” och finns på biblioteket.',
    'Rubriken «Var tog pengarna vägen?» var träffande.',
    // figures of speech
    'Fint, eller hur?',
    'Bra va?',
    'Hur svårt kan det vara?',
    'Vem bryr sig?',
    'Ny bro? Fantastiskt!',
    'Var det bättre förr? Ja, det var det.',
    'Hur många är det inte som har klagat',
    'What a mess.',
    'Who cares?',
    // marks that are no end
    'Läs mer på https://sjovik.example/sok?fraga=snorojning',
    '??',
    'ok?',
    '',
    ' ',
    '👍',
  ])('asks nothing: %s', text => expect(isQuestion(text).isQuestion).toBe(false))

  it('is surer of a mark and an asking word than of either alone', () => {
    const sureOf = (text: string) => isQuestion(text).confidence
    expect(sureOf('När öppnar badet?')).toBeGreaterThan(sureOf('när öppnar badet'))
    expect(sureOf('När öppnar badet?')).toBeGreaterThan(sureOf('Badet öppnar alltså inte i år?'))
  })
})
