/**
 * A fetch for a server that reaches the CMS by another name than the public does: the API's redirects name its public
 * address, which may lead nowhere from inside a private network. One redirect is followed, under the inner name.
 * @param publicUrl where people reach the CMS, without a slash at the end
 * @param innerUrl where this server reaches it, without a slash at the end
 * @param ask sends each request, that after a redirect too
 */
export function innerFetch(publicUrl: string, innerUrl: string, ask: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const answer = await ask(input, { ...init, redirect: 'manual' })
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || location === null)
      return answer
    await answer.body?.cancel()
    const inner = location.startsWith(`${publicUrl}/`) ? innerUrl + location.slice(publicUrl.length) : location
    return ask(new URL(inner, innerUrl), { ...init, redirect: 'error' })
  }
}
