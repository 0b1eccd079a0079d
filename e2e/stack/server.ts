import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

export interface Server {
  /** What the server wrote so far. */
  output: () => string
  stop: () => Promise<void>
}

/**
 * Starts a server and waits until its health address answers.
 * @throws Error with what the server wrote when it ends first, or does not answer within two minutes.
 */
export async function startServer(plan: { args: string[], cwd: string, env: Record<string, string>, healthUrl: string }): Promise<Server> {
  const child = spawn(process.execPath, plan.args, {
    cwd: plan.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const keep = (chunk: Buffer) => {
    text += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const deadline = Date.now() + 120_000
  while (!await answers(plan.healthUrl)) {
    if (hasEnded())
      throw new Error(`${plan.args.join(' ')} ended with code ${child.exitCode}.\n${text}`)
    if (Date.now() > deadline)
      throw new Error(`${plan.healthUrl} did not answer.\n${text}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return {
    output: () => text,
    async stop() {
      if (hasEnded())
        return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  }
  catch {
    // nobody listens yet
    return false
  }
}
