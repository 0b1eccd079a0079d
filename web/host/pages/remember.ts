// Readers ask for the same addresses again and again; an attacker asks for ever new ones, and drives out only these.
const mostRemembered = 4_000
const mostCharacters = 300

/** Answers for an address what `read` answered for it before; it knows the addresses that were read last. */
export function remember<What>(read: (url: string) => What): (url: string) => What {
  const remembered = new Map<string, What>()
  return (url) => {
    const known = remembered.get(url)
    if (known !== undefined)
      return known
    const what = read(url)
    if (url.length <= mostCharacters) {
      if (remembered.size >= mostRemembered)
        remembered.delete(remembered.keys().next().value ?? '')
      remembered.set(url, what)
    }
    return what
  }
}
