/**
 * The list under a key of a test runner's report; empty where there is none.
 *
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown[]}
 */
export function listIn(value, key) {
  const list = member(value, key)
  return Array.isArray(list) ? list : []
}

/**
 * The text under a key of a test runner's report; empty where there is none.
 *
 * @param {unknown} value
 * @param {string} key
 * @returns {string}
 */
export function textIn(value, key) {
  const text = member(value, key)
  return typeof text === 'string' ? text : ''
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
function member(value, key) {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
