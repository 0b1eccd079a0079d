/**
 * Whether a request would rather have a stream of events than JSON: it names that type, and not JSON before it (RFC 9110, 12.5.1).
 * @param header `Accept` as it was sent
 */
export function acceptsEvents(header: string | string[] | undefined): boolean {
  const ranges = (Array.isArray(header) ? header.join(',') : header ?? '').split(',').map(rangeOf)
  const weight = (type: string): number => ranges.find(range => range.type === type)?.weight ?? 0
  return weight('text/event-stream') > 0 && weight('text/event-stream') >= weight('application/json')
}

function rangeOf(text: string): { type: string, weight: number } {
  const [type = '', ...parameters] = text.split(';').map(part => part.trim().toLowerCase())
  const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2)
  return { type, weight: weight === undefined ? 1 : Number(weight) || 0 }
}
