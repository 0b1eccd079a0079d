/** Why a saved page cannot come in, in Swedish for the editor: what is wrong, where, and what to do about it. */
export class ImportError extends Error {
  /**
   * @param message a sentence; it goes on after "Rad 7: " where there is a line
   * @param line the line of the file that is the cause, from 1; null where it is the file as a whole
   */
  constructor(message: string, readonly line: number | null = null) {
    super(line === null ? message : `Rad ${line}: ${message}`)
    this.name = 'ImportError'
  }
}
