/** A condition that the person at the terminal can mend: its message is printed as it stands, without a stack. */
export class PlainError extends Error {
  /**
   * @param {string} message what is wrong and what to do about it, in one or two sentences
   * @param {{ cause?: unknown }} [options] the error behind it, for tests and logs
   */
  constructor(message, options) {
    super(message, options)
    this.name = 'PlainError'
  }
}
