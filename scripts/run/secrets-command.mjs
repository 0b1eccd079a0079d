import { createSecret, SECRET_NAMES } from './secrets.mjs'

/**
 * `npm run --silent secrets >> .env`: a new set of secrets for docker compose, as lines of a `.env` file.
 *
 * @returns {Promise<number>} the exit code
 */
export async function main() {
  for (const name of [...SECRET_NAMES, 'DATABASE_PASSWORD'])
    console.log(`${name}=${createSecret(name)}`)
  return 0
}
