// A stand-in for CMS or web: answers its health address, writes its number to STARTS, and misbehaves when told to.
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import process from 'node:process'

const { PORT, STARTS = '', BEHAVIOUR = '' } = process.env

appendFileSync(STARTS, `${process.pid}\n`)
if (BEHAVIOUR === 'refuses') {
  console.error('The data folder is in use.')
  console.error('    at somewhere (file.js:1:1)')
  process.exit(3)
}
process.on('SIGTERM', () => {
  if (BEHAVIOUR !== 'deaf')
    process.exit(0)
})
createServer((request, response) => {
  response.writeHead(request.url === '/health' ? 204 : 404).end()
}).listen(Number(PORT), '127.0.0.1')
