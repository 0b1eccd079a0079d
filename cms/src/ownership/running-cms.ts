import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'

const runningCmsSchema = v.object({
  pid: v.number(),
  /** Where local commands reach it, without a trailing slash. */
  url: v.string(),
  /** What a local command must show: who can read the file may do what the owner may. */
  token: v.string(),
})

/** What the running CMS tells its own machine, in `DATA_DIR/cms.json`. */
export type RunningCms = v.InferOutput<typeof runningCmsSchema>

const fileOf = (dataDir: string): string => path.join(dataDir, 'cms.json')

/** Tells commands on this machine where the CMS is; the file is whole or not there, and only its owner can read it. */
export function writeRunningCms(dataDir: string, running: RunningCms): void {
  const file = fileOf(dataDir)
  const unfinished = `${file}.new`
  rmSync(unfinished, { force: true })
  writeFileSync(unfinished, `${JSON.stringify(running)}\n`, { mode: 0o600 })
  renameSync(unfinished, file)
}

/** What the file says, or null where there is none that can be read. */
export function readRunningCms(dataDir: string): RunningCms | null {
  try {
    return v.parse(runningCmsSchema, JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
  }
  catch (error) {
    if (error instanceof SyntaxError || v.isValiError(error) || isMissing(error))
      return null
    throw error
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

export function removeRunningCms(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true })
}
