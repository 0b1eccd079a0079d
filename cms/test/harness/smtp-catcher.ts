import type { Email } from 'postal-mime'
import { once } from 'node:events'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { freePort } from './free-port'

export interface CaughtLetter {
  to: string
  raw: string
  mail: Email
}

export interface SmtpCatcher {
  /** What SMTP_URL is set to. */
  url: string
  caught: CaughtLetter[]
  /** Resolves with the first letter that fits, as soon as there is one. */
  find: (fits: (letter: CaughtLetter) => boolean) => Promise<CaughtLetter>
  /** Resolves once this many letters have arrived in all. */
  arrived: (count: number) => Promise<CaughtLetter[]>
  /** What the next addressees are answered instead of being taken: an SMTP code; null takes them again. */
  refuseWith: (code: number | null) => void
  /** How many addressees were refused. */
  refused: () => number
  /** Resolves once this many addressees have been refused in all. */
  refusedTimes: (count: number) => Promise<void>
  stop: () => Promise<void>
}

/** A real SMTP server that keeps what it gets. Its refusals repeat the address, as those of real ones do. */
export async function startSmtpCatcher(): Promise<SmtpCatcher> {
  const caught: CaughtLetter[] = []
  const waiting = new Set<() => void>()
  let code: number | null = null
  let refusals = 0
  const tell = () => waiting.forEach(check => check())
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (code === null)
        return done()
      refusals += 1
      const refusal = Object.assign(new Error(`<${address}> is not wanted here`), { responseCode: code })
      done(refusal)
      tell()
    },
    async onData(stream, session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream)
        chunks.push(Buffer.from(chunk))
      const raw = Buffer.concat(chunks).toString()
      const mail = await PostalMime.parse(raw)
      // answering empties the envelope
      for (const { address } of session.envelope.rcptTo)
        caught.push({ to: address, raw, mail })
      done()
      tell()
    },
  })
  // a client that is killed in the middle
  server.on('error', () => {})
  const port = await freePort()
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const until = (isSo: () => boolean): Promise<void> => new Promise((resolve) => {
    const check = () => {
      if (!isSo())
        return
      waiting.delete(check)
      resolve()
    }
    waiting.add(check)
    check()
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    caught,
    async find(fits) {
      let found: CaughtLetter | undefined
      await until(() => (found = caught.find(fits)) !== undefined)
      if (!found)
        throw new Error('The letter is gone again.')
      return found
    },
    async arrived(count) {
      await until(() => caught.length >= count)
      return caught
    },
    refuseWith(next) {
      code = next
    },
    refused: () => refusals,
    refusedTimes: count => until(() => refusals >= count),
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}
