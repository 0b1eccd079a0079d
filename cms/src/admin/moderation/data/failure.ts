import * as v from 'valibot'

/** What went wrong, as it is told to the moderator. */
export interface Failure {
  /** Says what to do. */
  text: string
  /** A colleague was first: the comment is no longer as it was shown. */
  isConflict: boolean
}

// what Strapi's client makes of an answer, or of the lack of one
const errorSchema = v.object({ name: v.optional(v.string()), message: v.optional(v.string()), status: v.optional(v.number()) })

const kept = 'Det du har skrivit står kvar.'

/** Tells in Swedish why the server did not do what was asked. */
export function describeFailure(error: unknown): Failure {
  const { name, message, status } = v.parse(v.fallback(errorSchema, {}), error)
  if (status === 409)
    return { text: message ?? 'En kollega hann före. Kommentaren visas nu som den är.', isConflict: true }
  return { text: sentence(status, name, message), isConflict: false }
}

function sentence(status: number | undefined, name: string | undefined, message: string | undefined): string {
  if (status === 400 || status === 422)
    return message ?? `Servern tog inte emot det. ${kept}`
  if (status === 401)
    return 'Du är inte inloggad längre. Logga in igen, så står det du har skrivit kvar i den här fliken.'
  if (status === 403)
    return 'Du har inte rätt att granska kommentarer. Be den som är administratör om rollen Moderator.'
  if (status === 404)
    return 'Kommentaren finns inte längre. Gå tillbaka till listan och öppna en annan.'
  if (status === 429)
    return `Det kom för många försök på en gång. Vänta en minut och försök igen. ${kept}`
  if (status === undefined && (name === 'TypeError' || name === 'AbortError'))
    return `Det gick inte att nå servern. Kontrollera nätet och försök igen. ${kept}`
  return `Servern kunde inte göra det just nu. Försök igen om en stund. ${kept}`
}
