import type { AddressInfo } from 'node:net'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import S3rver from '@20minutes/s3rver'

export interface S3Server {
  /** What a CMS that stores its uploads there is started with. */
  environment: Record<string, string>
  /** The keys in the bucket. */
  keys: () => Promise<string[]>
  /** Refuses connections until it is resumed. */
  halt: () => Promise<void>
  resume: () => Promise<void>
  stop: () => Promise<void>
}

const bucket = 'klartext'

/** A real S3-compatible server with one empty bucket. It lets in whoever signs with the key that it knows. */
export async function startS3(): Promise<S3Server> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-s3-'))
  const start = async (port: number) => {
    // its own reckoning of a signature drops the slash that a list of the bucket is asked for with
    const server = new S3rver({ allowMismatchedSignatures: true, address: '127.0.0.1', port, silent: true, directory: folder, configureBuckets: [{ name: bucket, configs: [] }] })
    const address: AddressInfo = await server.run()
    return { server, port: address.port }
  }
  let running = await start(0)
  const { port } = running
  return {
    environment: { S3_URL: `http://127.0.0.1:${port}/${bucket}`, S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' },
    async keys() {
      const files = await readdir(path.join(folder, bucket), { recursive: true })
      return files.filter(name => name.endsWith('._S3rver_object')).map(name => name.slice(0, -'._S3rver_object'.length)).sort()
    },
    halt: async () => running.server.close(),
    async resume() {
      running = await start(port)
    },
    async stop() {
      await running.server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
