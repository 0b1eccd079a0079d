import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from '../repository.mjs'
import { parseEnvText } from '../run/env-file.mjs'
import { SECRET_NAMES, SITE_SECRET_NAMES } from '../run/secrets.mjs'

interface Service {
  image?: string
  user?: string
  profiles?: string[]
  ports?: string[]
  build?: { context: string, dockerfile: string }
  environment: Record<string, string | number>
  volumes?: string[]
  healthcheck?: { test: string[] }
}

interface Compose {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}

const composeText = await readFile(join(root, 'docker-compose.yml'), 'utf8')
const compose: Compose = parse(composeText, { merge: true })
const services = Object.entries(compose.services)
const ours = services.filter(([, service]) => service.build !== undefined)
const exampleText = await readFile(join(root, '.env.example'), 'utf8')
const example = parseEnvText(exampleText)

// Read by what we run, not by our code.
const READ_ELSEWHERE: Record<string, string> = {
  'database POSTGRES_USER': 'the postgres image',
  'database POSTGRES_PASSWORD': 'the postgres image',
  'database POSTGRES_DB': 'the postgres image',
  'cms JWT_SECRET': 'Strapi\'s users-permissions plugin',
  'web HOST': 'Nitro, the server of Nuxt',
  'web PORT': 'Nitro, the server of Nuxt',
  'mailpit MP_DISABLE_VERSION_CHECK': 'the mailpit image',
}

/** Images that are not ours: their pins, and the program that tells their health. */
const FOREIGN: Record<string, { image: string, health: string }> = {
  database: { image: 'postgres:18', health: 'pg_isready' },
  mailpit: { image: 'axllent/mailpit:v1.28.2', health: '/mailpit' },
}

// Services that start as root by their image's own design.
const STARTS_AS_ROOT: Record<string, string> = {
  database: 'the postgres image begins as root to give the volume to the user postgres, and goes on as that one',
}

async function sourceOf(...folders: string[]): Promise<string> {
  const texts = await Promise.all(folders.map(async (folder) => {
    const files = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    return Promise.all(files
      .filter(file => file.isFile() && /\.(?:ts|mjs)$/.test(file.name) && !file.parentPath.includes('node_modules'))
      .map(file => readFile(join(file.parentPath, file.name), 'utf8')))
  }))
  return texts.flat().join('\n')
}

/** Whether code reads the variable: as a string or as a member of an environment. */
function isRead(source: string, name: string): boolean {
  return new RegExp(String.raw`['.]${name}\b|\b${name}:`).test(source)
}

const SOURCES: Record<string, string> = {
  cms: await sourceOf('cms/src', 'cms/config'),
  web: await sourceOf('web/server'),
}

function dockerfileOf(service: Service): Promise<string> {
  return readFile(join(root, service.build?.dockerfile ?? ''), 'utf8')
}

/** The variables that compose takes from outside, with what follows each name: `:-` and a default, or `:?` and a sentence. */
function interpolations(text: string): { name: string, mark: string }[] {
  return [...text.matchAll(/\$\{(\w+)(:-|:\?)?/g)].map(([, name = '', mark = '']) => ({ name, mark }))
}

const SECRETS_OF: Record<string, string[]> = { cms: SECRET_NAMES, web: SITE_SECRET_NAMES }

describe('docker-compose.yml', () => {
  it('takes from outside only what .env.example explains', () => {
    const names = new Set(interpolations(composeText).map(({ name }) => name))
    expect([...names].filter(name => !(name in example))).toEqual([])
    expect(names.size).toBeGreaterThan(5)
  })

  it.each(services)('hands %s only variables that something reads', (name, { environment }) => {
    const source = SOURCES[name] ?? ''
    expect(Object.keys(environment).filter(variable => !(`${name} ${variable}` in READ_ELSEWHERE) && !isRead(source, variable))).toEqual([])
  })

  it('hands the CMS every secret, the site its own, and no other service any', () => {
    for (const [name, { environment }] of services)
      expect(Object.keys(environment).filter(variable => SECRET_NAMES.includes(variable)), name).toEqual(SECRETS_OF[name] ?? [])
  })

  it('holds no secret: each comes from the environment, and compose stops without it', () => {
    for (const [name, { environment }] of services) {
      for (const [variable, value] of Object.entries(environment)) {
        if (SECRET_NAMES.includes(variable) || variable.includes('PASSWORD'))
          expect(`${name} ${variable} ${value}`).toMatch(/ \$\{\w+:\?[^}]+\}$/)
      }
    }
    const passwords = interpolations(composeText).filter(({ name }) => name === 'DATABASE_PASSWORD')
    expect(passwords.map(({ mark }) => mark)).toEqual([':?', ':?'])
    expect(composeText).not.toMatch(/:\/\/\w+:(?!\$\{)[^@/]+@/)
  })

  it.each(services)('asks %s for its health', async (name, service) => {
    const [how, program, script, address] = service.healthcheck?.test ?? []
    expect(how).toBe('CMD')
    expect(program).toBe(service.build ? 'node' : FOREIGN[name]?.health)
    if (service.build) {
      expect(await dockerfileOf(service)).toContain(`HEALTHCHECK`)
      expect(await dockerfileOf(service)).toContain(`CMD ["node", "${script}", "${address}"]`)
    }
  })

  it.each(services)('keeps the data of %s in a volume that is declared', (_name, { volumes = [] }) => {
    const used = volumes.map(volume => volume.split(':')[0] ?? '')
    expect(used.filter(volume => !(volume in compose.volumes))).toEqual([])
  })

  it('starts the mailbox for trying out only when it is asked for, and lets this machine alone read it', () => {
    expect(compose.services.mailpit?.profiles).toEqual(['mailpit'])
    expect(compose.services.mailpit?.ports?.every(port => port.startsWith('127.0.0.1:'))).toBe(true)
  })

  it('declares no volume that nothing uses', () => {
    const used = services.flatMap(([, { volumes = [] }]) => volumes.map(volume => volume.split(':')[0]))
    expect(Object.keys(compose.volumes).filter(volume => !used.includes(volume))).toEqual([])
  })

  it.each(services)('pins the image of %s', async (name, service) => {
    const images = service.image === undefined
      ? [...(await dockerfileOf(service)).matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
      : [service.image]
    expect(new Set(images)).toEqual(new Set([service.image === undefined ? 'node:24-bookworm-slim' : FOREIGN[name]?.image]))
  })

  it.each(services)('does not run %s as root', async (name, service) => {
    if (service.build === undefined && service.user !== undefined) {
      expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
      return
    }
    if (service.build === undefined) {
      expect(STARTS_AS_ROOT).toHaveProperty(name)
      return
    }
    const lastStage = (await dockerfileOf(service)).split(/^FROM /m).at(-1) ?? ''
    expect(lastStage).toMatch(/^USER node$/m)
  })
})

describe('the Dockerfiles', () => {
  it.each(ours)('of %s copies what exists, every manifest included', async (_name, service) => {
    const text = await dockerfileOf(service)
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '))
    expect(copied.filter(path => !existsSync(join(root, path)))).toEqual([])
    const members = (await readdir(join(root, 'packages'))).map(name => `packages/${name}/package.json`)
    expect(copied).toEqual(expect.arrayContaining([...members, 'cms/package.json', 'web/package.json', 'e2e/package.json', 'bench/package.json', 'pnpm-lock.yaml']))
  })

  it.each(ours)('of %s installs the pnpm that the workspace pins', async (_name, service) => {
    const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    expect(await dockerfileOf(service)).toContain(` ${packageManager}\n`)
  })
})

describe('.env.example', () => {
  it('explains only what something reads, and every setting of npm start', async () => {
    const scripts = await sourceOf('scripts/run', 'scripts/toolchain')
    const everything = `${scripts}\n${SOURCES.cms}\n${SOURCES.web}\n${interpolations(composeText).map(({ name }) => `'${name}`).join('\n')}`
    expect(Object.keys(example).filter(name => !isRead(everything, name))).toEqual([])
    const settings = await readFile(join(root, 'scripts/run/settings.mjs'), 'utf8')
    const read = [...settings.matchAll(/env\.([A-Z_]+)|env, '([A-Z_]+)'/g)].map(([, member, argument]) => member ?? argument ?? '')
    expect(read.length).toBeGreaterThan(8)
    expect(read.filter(name => !(name in example))).toEqual([])
  })

  it('holds no secret', () => {
    for (const name of [...SECRET_NAMES, 'DATABASE_PASSWORD', 'ADMIN_PASSWORD', 'DATABASE_URL'])
      expect(example[name], name).toBe('')
  })
})
