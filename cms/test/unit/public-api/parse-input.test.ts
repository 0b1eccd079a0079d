import { commentInputSchema, fieldFaults, reportInputSchema } from '@klartext/contract'
import { describe, expect, it } from 'vitest'
import { parseInput } from '../../../src/public-api/parse-input'
import { PublicProblem } from '../../../src/public-api/problem'

const good = { name: 'Oskar', text: 'Hej.' }
const report = { rule: 'hate', text: 'Den hotar.', inGoodFaith: true }

function errorsOf(run: () => unknown) {
  try {
    run()
  }
  catch (error) {
    if (error instanceof PublicProblem)
      return error.extras.errors
    throw error
  }
  throw new Error('It was let through.')
}

describe('what is sent in', () => {
  it('comes back as it is kept', () => {
    expect(parseInput(commentInputSchema, { name: ' Åsa \n', text: 'a\r\nb ', email: null, parent: null })).toEqual({ name: 'Åsa', text: 'a\nb', email: null, parent: null })
  })

  it.each([
    [{ text: 'Hej.' }, [{ path: 'name', message: 'must be given', code: 'required' }]],
    [{ ...good, name: '' }, [{ path: 'name', message: 'must not be empty', code: 'required' }]],
    [{ ...good, text: ' \u200B\u202E\n' }, [{ path: 'text', message: 'must not be empty', code: 'required' }]],
    [{ ...good, name: 'a'.repeat(81) }, [{ path: 'name', message: 'must be at most 80 characters', code: 'too-long' }]],
    [{ ...good, text: 'a'.repeat(5001) }, [{ path: 'text', message: 'must be at most 5000 characters', code: 'too-long' }]],
    [{ ...good, email: `${'a'.repeat(250)}@b.se` }, [{ path: 'email', message: 'must be at most 254 characters', code: 'too-long' }]],
    [{ ...good, name: 7 }, [{ path: 'name', message: 'must be a string', code: 'malformed' }]],
    [{ ...good, email: 'oskar@' }, [{ path: 'email', message: 'must be an e-mail address such as namn@exempel.se', code: 'malformed' }]],
    [{ ...good, isQuestion: 'ja' }, [{ path: 'isQuestion', message: 'must be true or false', code: 'malformed' }]],
    [{ ...good, parent: 'X' }, [{ path: 'parent', message: 'must be a document id', code: 'malformed' }]],
    [{ ...good, colour: 'red' }, [{ path: 'colour', message: 'is not a field here; leave it out', code: 'unknown' }]],
    [{ ...good, moderationStatus: 'approved', personId: 'abcdefgh' }, [{ path: 'moderationStatus', code: 'unknown' }]],
    [{ email: 'x', text: '' }, [{ path: 'name', code: 'required' }, { path: 'text', code: 'required' }, { path: 'email', code: 'malformed' }]],
  ])('%j is refused by field', (body, errors) => expect(errorsOf(() => parseInput(commentInputSchema, body))).toMatchObject(errors))

  it.each([
    [{ ...report, rule: 'ugly' }, [{ path: 'rule', message: expect.stringMatching(/^must be one of threat, /), code: 'malformed' }]],
    [{ ...report, inGoodFaith: false }, [{ path: 'inGoodFaith', message: 'must be true', code: 'malformed' }]],
    [{ rule: 'hate', text: 'Den hotar.' }, [{ path: 'inGoodFaith', message: 'must be given', code: 'required' }]],
  ])('the report %j is refused by field', (body, errors) => expect(errorsOf(() => parseInput(reportInputSchema, body))).toMatchObject(errors))

  it('is measured as it is kept: line breaks count once, and what is not kept does not', () => {
    expect(parseInput(commentInputSchema, { name: 'a', text: `${'a\r\n'.repeat(2499)}aa\u200B\u200B` }).text).toHaveLength(5000)
  })

  it('has no other codes than the contract\'s', () => expect([...fieldFaults]).toEqual(['required', 'too-long', 'malformed', 'not-found', 'unknown']))
})
