// The health check of the containers, whose images hold no curl: node healthy.mjs ADDRESS
const [, , address = ''] = process.argv
const answer = await fetch(address, { signal: AbortSignal.timeout(4000) }).catch(error => ({ ok: false, status: error.message }))
if (!answer.ok) {
  console.error(`${address} is not healthy: ${answer.status}`)
  process.exit(1)
}
