/** Where the cache gets the time from and what wakes it; a test gives one of its own. */
export interface Clock {
  /** Milliseconds since a moment of its own choice. */
  now: () => number
  /** Calls back once, after so many milliseconds, unless the function it returns is called before. */
  after: (milliseconds: number, callback: () => void) => () => void
}

/** The machine's own clock; its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
