import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPublicApiPath, segmentsOf } from '../../../src/public-api/path'
import { PublicProblem } from '../../../src/public-api/problem'

it.each([
  ['/api/v1/articles', true, ['articles']],
  ['/api/v1/articles/r%C3%A4v', true, ['articles', 'räv']],
  ['/api/v1/articles/a%2Fb', true, ['articles', 'a/b']],
  ['/api/v1', true, null],
  ['/api/v1/', true, null],
  ['/api/v1//articles', true, null],
  ['/api/v1/articles/', true, null],
  ['//api/v1/articles', true, null],
  ['/API/V1/articles', true, null],
  ['/api/%76%31/articles', true, null],
  ['/api%2fv1/articles', true, null],
  ['\\api\\v1\\articles', true, null],
  ['/api/v10/articles', false, null],
  ['/api/articles', false, null],
  ['/admin', false, null],
])('%s is ours: %s, and its segments are %j', (path, isOurs, segments) => {
  expect(isPublicApiPath(path)).toBe(isOurs)
  expect(segmentsOf(path)).toEqual(segments)
})

it('a path that is not UTF-8 is refused', () => {
  expect(() => segmentsOf('/api/v1/articles/%E5')).toThrow(PublicProblem)
  expect(() => segmentsOf('/api/v1/articles/%')).toThrow(PublicProblem)
})

it('any path is read or refused, never a fault', () => {
  fc.assert(fc.property(fc.oneof(fc.webPath(), fc.string(), fc.string({ unit: 'binary' })), (tail) => {
    expect(isPublicApiPath(`/api/v1/${tail}`)).toBe(true)
    try {
      segmentsOf(`/api/v1/${tail}`)
    }
    catch (error) {
      expect(error).toBeInstanceOf(PublicProblem)
    }
  }))
})
