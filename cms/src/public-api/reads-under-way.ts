let underWay = 0
const waiting = new Set<() => void>()

/** Does one public read, and knows meanwhile that there is one. */
export async function asRead<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  underWay += 1
  try {
    return await read()
  }
  finally {
    leave()
  }
}

/** Does what waits for publications, in the middle of a read: they must not wait for that read meanwhile, or each holds the other up. */
export async function besideReads<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  leave()
  try {
    return await work()
  }
  finally {
    underWay += 1
  }
}

function leave(): void {
  underWay -= 1
  if (underWay === 0)
    waiting.forEach(goOn => goOn())
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
