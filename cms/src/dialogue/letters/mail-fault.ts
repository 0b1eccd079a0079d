import * as v from 'valibot'

/**
 * Why a letter did not go, told without the words of the mail server: those repeat the address.
 * @property reason for the row and the log
 * @property isFinal whether the server refuses this addressee for good
 */
export interface MailFault {
  reason: string
  isFinal: boolean
}

// only what has the shape of a code passes
const errorSchema = v.object({
  code: v.fallback(v.pipe(v.string(), v.regex(/^[A-Z_]{2,24}$/)), 'ERROR'),
  responseCode: v.fallback(v.nullish(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))), null),
  command: v.fallback(v.nullish(v.pipe(v.string(), v.regex(/^[A-Z]{3,8}(?: [A-Z]{2,4})?$/))), null),
})

/** Reads what nodemailer threw. */
export function mailFaultOf(error: unknown): MailFault {
  const { code, responseCode, command } = error instanceof Error ? v.parse(errorSchema, error) : { code: 'ERROR', responseCode: null, command: null }
  const isAddressee = code === 'EENVELOPE' && (command === 'RCPT TO' || command === 'API')
  return {
    reason: [code, responseCode, command].filter(part => part != null).join(' '),
    isFinal: isAddressee && (responseCode == null || responseCode >= 500),
  }
}
