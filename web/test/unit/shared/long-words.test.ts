import { expect, it } from 'vitest'
import { withBreaks } from '#shared/long-words'

it.each([
  ['Samhällsbyggnadsförvaltningen', 'Samhälls|byggnads|förvaltningen'],
  ['Tillgänglighetsredogörelse', 'Tillgänglighets|redogörelse'],
  ['Utbildnings- och kulturförvaltningen', 'Utbildnings- och kulturförvaltningen'],
  ['Så arbetar kommunikationsavdelningen i Sjövik', 'Så arbetar kommunikations|avdelningen i Sjövik'],
  ['ARBETSMARKNADSFÖRVALTNINGEN', 'ARBETSMARKNADS|FÖRVALTNINGEN'],
  ['Stadsbyggnadskontoret', 'Stadsbyggnads|kontoret'],
  ['Informationssäkerheten', 'Informations|säkerheten'],
  ['Verksamhetschefen', 'Verksamhets|chefen'],
  // short enough for a phone, or no parts to find
  ['Ordningsvakten', 'Ordningsvakten'],
  ['Kommunfullmäktigeledamoten', 'Kommunfullmäktigeledamoten'],
])('%s', (title, expected) => {
  expect(withBreaks(title).replaceAll('\u00AD', '|')).toBe(expected)
})
