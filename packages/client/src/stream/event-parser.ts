/** One event of a `text/event-stream`. */
export interface StreamEvent {
  /** `message` where the stream names no other. */
  type: string
  /** Of this event alone; null where it has none. */
  id: string | null
  data: string
}

/** What has no end of line within this many characters is no stream of events. */
const longest = 1_048_576

/**
 * Reads server-sent events as the HTML standard words them (9.2.6), but for two things: an id counts for the event that carries it
 * alone, and an event of more than a mebibyte is refused.
 * @returns a function that takes the next piece of text, cut wherever it may be, and gives the events that it completes
 */
export function createEventParser(): (text: string) => StreamEvent[] {
  let rest = ''
  let endedInReturn = false
  let type = ''
  let id: string | null = null
  let data: string[] = []
  let size = 0

  const take = (line: string): StreamEvent | null => {
    if (line === '') {
      const event = data.length > 0 ? { type: type || 'message', id, data: data.join('\n') } : null
      type = ''
      id = null
      data = []
      size = 0
      return event
    }
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event')
      type = value
    else if (field === 'id' && !value.includes('\0'))
      id = value
    else if (field === 'data')
      data.push(value)
    size += line.length
    return null
  }

  return (text) => {
    // a line may end in \r\n, and the piece between the two
    const fresh = endedInReturn && text.startsWith('\n') ? text.slice(1) : text
    endedInReturn = text === '' ? endedInReturn : text.endsWith('\r')
    const lines = (rest + fresh).split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    const events = lines.map(take).filter(event => event !== null)
    if (rest.length + size > longest)
      throw new RangeError(`an event of more than ${longest} characters`)
    return events
  }
}
