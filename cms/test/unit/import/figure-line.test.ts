import { describe, expect, it } from 'vitest'
import { readFigureLine } from '../../../src/import/figure-line'

describe('a picture’s line', () => {
  it.each([
    ['Foto på Solveig Hamrin', 'Foto på Solveig Hamrin'],
    ['Bild av läsesalen en vintermorgon.', 'Bild av läsesalen en vintermorgon.'],
    ['Porträtt av Karl-Erik McDonald vid YouTube', 'Porträtt av Karl-Erik McDonald vid YouTube'],
    ['Illustration från 2014', 'Illustration från 2014'],
    ['Portrait of Anna Ek', 'Portrait of Anna Ek'],
    ['[Foto på Solveig Hamrin]', 'Foto på Solveig Hamrin'],
    ['Foto: Barn som leker i parken', 'Foto: Barn som leker i parken'],
  ])('%s is the alt text', (line, text) => {
    expect(readFigureLine(line)).toEqual({ is: 'alt', text, rest: null })
  })

  it.each([
    ['Foto på Solveig Hamrin', 'Solveig Hamrin är lots.'],
    ['Foto på Solveig Hamrin', 'Det var en regnig söndag.'],
    ['Foto på Solveig Hamrin.', 'Hon är lots och blev kommunikatör.'],
    ['Foto på Anna Ek i HaV-huset', 'Anna Ek är lots i stan.'],
    ['Foto på McDonald', 'McDonald är lots och blev kommunikatör.'],
    ['Foto på Anna Ek vid YouTube', 'Anna Ek är lots.'],
    ['Foto på Anna von Essen', 'Anna von Essen skriver.'],
    ['Foto på Solveig Hamrin', '– Det var svårt, säger hon.'],
    ['Foto på Solveig Hamrin', '”Det var svårt”, säger hon.'],
    ['Bild från år 2014', 'Året var ovanligt blött här.'],
    ['Foto på skylten ”Hamn”', 'Skylten hänger kvar än i dag.'],
    ['Foto på skylten ”Hamn” och kajen', 'Skylten hänger kvar än i dag.'],
    ['Foto på hamnen', 'Hamnen (i Sjövik) byggdes 1911. Den har tre kajer.'],
  ])('%s|%s is cut there', (alt, rest) => {
    expect(readFigureLine(alt + rest)).toEqual({ is: 'alt', text: alt, rest })
  })

  it.each([
    ['Foto: Anna Ek', 'credit', 'Foto: Anna Ek'],
    ['Foto: Anna Ek/TT', 'credit', 'Foto: Anna Ek/TT'],
    ['Illustration: Ragna Ström och Bo Dal', 'credit', 'Illustration: Ragna Ström och Bo Dal'],
    ['Bildtext: Solveig på kajen.', 'caption', 'Solveig på kajen.'],
    ['Vägen genom huset – en sammanfattande bild', 'infographic', 'Vägen genom huset – en sammanfattande bild'],
    ['Så fördelas pengarna (diagram)', 'infographic', 'Så fördelas pengarna (diagram)'],
    ['Infografik: Så fördelas pengarna', 'infographic', 'Infografik: Så fördelas pengarna'],
    ['Infografik över svarstiderna', 'infographic', 'Infografik över svarstiderna'],
    ['Sammanfattande bild av frågans väg', 'infographic', 'Sammanfattande bild av frågans väg'],
    ['Figur 3. Svarstider', 'infographic', 'Figur 3. Svarstider'],
  ])('%s is a %s', (line, is, text) => {
    expect(readFigureLine(line)).toEqual({ is, text, rest: null })
  })

  it.each([
    'Bilden av kommunen är fel.',
    'Foto är mitt intresse.',
    'Det är en cynisk och snäv bild.',
    'En annan bild av kommunen',
    'Foto på väggarna hade de gott om. Jag räknade till elva. Ingen visade en människa som arbetade där i huset.',
    `Foto på ${'mycket '.repeat(40)}folk`,
    'Diagrammet ljuger',
    'Kartan och verkligheten',
  ])('%s is none', (line) => {
    expect(readFigureLine(line)).toBeNull()
  })
})
