const last = new Map<string, Promise<unknown>>()

/**
 * Does what has the same name one after the other in this process: a write that comes in twice at once is counted, judged and kept
 * once. Between processes the database sees to it.
 * @param name what must not run beside itself
 * @param work runs when everything before it under this name has ended, however it ended
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name)
  const mine = before ? before.then(work, work) : work()
  last.set(name, mine)
  try {
    return await mine
  }
  finally {
    if (last.get(name) === mine)
      last.delete(name)
  }
}
