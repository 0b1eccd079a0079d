import type { ChildProcess } from 'node:child_process'
import type { BootOptions } from './boot'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { cmsEnvironment } from './boot'

const cmsDir = path.resolve(__dirname, '..', '..')

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs one of cms/scripts to its end. */
export async function runScript(script: string, args: string[], options: BootOptions, port: number): Promise<Ended> {
  return (await startScript(script, args, options, port)).ended
}

/** Starts one of cms/scripts. */
export async function startScript(script: string, args: string[], options: BootOptions, port: number): Promise<{ child: ChildProcess, ended: Promise<Ended> }> {
  const child = spawn(process.execPath, [path.join(cmsDir, 'scripts', script), ...args], {
    cwd: cmsDir,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: cmsEnvironment(options, port),
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }))
  return { child, ended }
}
