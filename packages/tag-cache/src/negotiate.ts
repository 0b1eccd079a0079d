import type { Encoding } from './encodings.js'
import { ENCODINGS } from './encodings.js'

const NAMES: Readonly<Record<string, Encoding>> = { 'br': 'br', 'gzip': 'gzip', 'x-gzip': 'gzip', 'identity': 'identity' }

// Readers send a handful of different headers; what an attacker sends beyond is parsed each time.
const MOST_REMEMBERED = 200
const MOST_CHARACTERS = 200
const remembered = new Map<string, readonly Encoding[]>()

/** A weight by RFC 9110, 12.4.2; what is none counts as refused. */
function weightOf(parameters: string[]): number {
  const given = parameters
    .map(parameter => parameter.split('='))
    .find(([name = '']) => name.trim().toLowerCase() === 'q')
    ?.[1]
    ?.trim()
  if (given === undefined)
    return 1
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(given) ? Number(given) : 0
}

function parse(header: string): Encoding[] {
  const weights = new Map<string, number>()
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';')
    const coding = name.trim().toLowerCase()
    if (coding !== '')
      weights.set(NAMES[coding] ?? coding, weightOf(parameters))
  }
  const others = weights.get('*')
  const weightOfEncoding = (encoding: Encoding) => weights.get(encoding)
    // Not named, identity is acceptable, but no reader asks for it: it comes last.
    ?? (encoding === 'identity' && others !== 0 ? 0.0001 : others ?? 0)
  return ENCODINGS.filter(encoding => weightOfEncoding(encoding) > 0).sort((a, b) => weightOfEncoding(b) - weightOfEncoding(a))
}

/**
 * The codings that a reader takes, the best first (RFC 9110, 12.5.3). Among those it likes alike, the smaller one is first.
 * Without the header it is identity alone. The list is empty where the reader refuses all that is known here.
 *
 * @param header the value of `Accept-Encoding`
 */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] {
  if (header === undefined)
    return ['identity']
  const known = remembered.get(header)
  if (known)
    return known
  const accepted = parse(header)
  if (remembered.size < MOST_REMEMBERED && header.length <= MOST_CHARACTERS)
    remembered.set(header, accepted)
  return accepted
}
