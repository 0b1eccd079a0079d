import { PlainError } from '../report/plain-error.mjs'

const UNREACHABLE = /\b(?:ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL)\b/

/**
 * Recognises in the output of npm or pnpm that the package registry could not be reached.
 *
 * @param {string} output what the tool printed
 * @returns {PlainError | undefined} the sentence to show, or nothing when the failure is another
 */
export function networkFailure(output) {
  const code = UNREACHABLE.exec(output)?.[0]
  if (code === undefined)
    return undefined
  return new PlainError(`The npm package registry cannot be reached (${code}). Klartext's packages are fetched at the first start: check the network or the proxy settings and try again.`)
}
