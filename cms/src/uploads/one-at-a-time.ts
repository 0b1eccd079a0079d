let last: Promise<unknown> = Promise.resolve()

/** Does the work on pictures one after the other, however many come in at once: each may take the memory of a large picture. */
export async function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const run = last.then(work)
  // the next waits for this one, and not for its success
  last = run.then(() => {}, () => {})
  return run
}
