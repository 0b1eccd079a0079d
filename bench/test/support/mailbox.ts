import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

/** Takes every letter by SMTP and notes to whom it came. */
export async function startMailbox(): Promise<{ url: string, addressees: string[], close: () => void }> {
  const addressees: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
    const say = (line: string): void => void socket.write(`${line}\r\n`)
    let to: string[] = []
    let isContent = false
    say('220 mailbox')
    createInterface({ input: socket, crlfDelay: Infinity }).on('line', (line) => {
      if (isContent) {
        if (line !== '.')
          return
        isContent = false
        addressees.push(...to)
        to = []
        return say('250 taken')
      }
      const address = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1]
      if (address !== undefined)
        to.push(address)
      if (/^QUIT/i.test(line)) {
        say('221 bye')
        return void socket.end()
      }
      isContent = /^DATA/i.test(line)
      say(isContent ? '354 go on' : '250 well')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    addressees,
    close() {
      server.close()
      open.forEach(socket => socket.destroy())
    },
  }
}
