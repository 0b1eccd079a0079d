let underWay = 0
const waiting = new Set<() => void>()

/** Does one public read, and knows meanwhile that there is one. */
export async function asRead<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  underWay += 1
  try {
    return await read()
  }
  finally {
    underWay -= 1
    if (underWay === 0)
      waiting.forEach(goOn => goOn())
  }
}

/**
 * Resolves when no public read is under way, or the time is over.
 * @param mostMs how long it waits for readers at most; whole milliseconds from 1 up
 */
export async function afterReads(mostMs: number): Promise<void> {
  if (underWay === 0)
    return
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer)
      waiting.delete(goOn)
      resolve()
    }
    const timer = setTimeout(goOn, mostMs)
    waiting.add(goOn)
  })
}
