/**
 * Sends a local command to the running CMS, which alone may touch its data folder.
 *
 * @param {import('./data-dir.mjs').RunningCms} cms
 * @param {string} command such as `load-examples`
 * @returns {Promise<unknown>} what the CMS answered
 * @throws {Error} with the CMS's own words when it refused
 */
export async function sendLocalCommand({ url, token }, command) {
  const response = await fetch(`${url}/_local/${command}`, {
    method: 'POST',
    headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  const text = await response.text()
  if (!response.ok)
    throw new Error(`the CMS answered ${response.status} to ${command}: ${text.slice(0, 2000)}`)
  return JSON.parse(text)
}
