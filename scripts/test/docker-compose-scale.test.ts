import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from '../repository.mjs'
import { parseEnvText } from '../run/env-file.mjs'

interface Mount { source: string, target: string, volume?: { subpath: string } }

interface Service {
  image?: string
  extends?: { file: string, service: string }
  ports?: string[]
  environment?: Record<string, string | number>
  volumes?: (string | Mount)[]
  healthcheck?: { test: string[] }
}

interface Compose { services: Record<string, Service>, volumes: Record<string, unknown> }

// what they do to the list below them is Compose's business; here the list itself is looked at
const customTags = ['!reset', '!override'].map(tag => ({ tag, collection: 'seq' as const }))
const read = async (file: string): Promise<Compose> => parse(await readFile(join(root, file), 'utf8'), { merge: true, customTags })

const scaleText = await readFile(join(root, 'docker-compose.scale.yml'), 'utf8')
const scale = await read('docker-compose.scale.yml')
const base = await read('docker-compose.yml')
const caddyfile = await readFile(join(root, 'scripts/container/Caddyfile'), 'utf8')
const example = parseEnvText(await readFile(join(root, '.env.example'), 'utf8'))

const kinds: Record<string, string[]> = { cms: ['cms', 'cms-b'], web: ['web', 'web-b', 'web-c'] }
const ours = Object.values(kinds).flat()
const volumesOf = (name: string): (string | Mount)[] => scale.services[name]?.volumes ?? base.services[name]?.volumes ?? []

describe('docker-compose.scale.yml', () => {
  it('adds a CMS, two sites and Caddy, and nothing else', () => {
    expect(Object.keys(scale.services).sort()).toEqual([...ours, 'caddy'].sort())
  })

  it.each(Object.entries(kinds).flatMap(([kind, names]) => names.slice(1).map(name => [name, kind])))('%s is what %s is', (name, kind) => {
    expect(scale.services[name]?.extends).toEqual({ file: 'docker-compose.yml', service: kind })
    expect(scale.services[name]?.environment).toEqual(scale.services[kind]?.environment)
  })

  it('lets nobody past Caddy, who says for whom it asks', () => {
    for (const name of ours) {
      expect(scale.services[name]?.ports, name).toEqual([])
      expect(scale.services[name]?.environment?.PROXY_HOPS, name).toMatch(/^\$\{PROXY_HOPS:-1\}$/)
    }
    expect(scaleText.match(/ports: !reset \[\]/g)).toHaveLength(ours.length)
  })

  it('gives each its own folder, and both CMSs the same uploads', () => {
    const own = ours.map(name => volumesOf(name).find(volume => typeof volume === 'string' && volume.endsWith(':/data')))
    expect(new Set(own).size).toBe(ours.length)
    expect(volumesOf('cms')).toContain('data:/data')
    expect(volumesOf('cms-b')).toContainEqual({ type: 'volume', source: 'data', target: '/data/public/uploads', volume: { subpath: 'public/uploads' } })
    const named = ours.concat('caddy').flatMap(volumesOf).map(volume => typeof volume === 'string' ? volume.split(':')[0] ?? '' : volume.source).filter(name => !name.startsWith('.'))
    expect(named.filter(name => !(name in scale.volumes) && !(name in base.volumes))).toEqual([])
    expect(Object.keys(scale.volumes).filter(name => !named.includes(name))).toEqual([])
  })

  it('takes from outside only what .env.example explains', () => {
    const names = [...scaleText.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name)
    expect(names.filter(name => !(name in example))).toEqual([])
  })

  it('pins Caddy, and asks it for its health where it answers', () => {
    expect(scale.services.caddy?.image).toBe('caddy:2.10.2')
    const [how, program, ...rest] = scale.services.caddy?.healthcheck?.test ?? []
    expect([how, program]).toEqual(['CMD', 'wget'])
    const address = new URL(rest.at(-1) ?? '')
    expect(caddyfile).toContain(`http://:${address.port} {\n\trespond ${address.pathname} 200`)
  })
})

describe('the Caddyfile', () => {
  it.each(Object.entries(kinds))('stands before every %s', (kind, names) => {
    const port = kind === 'cms' ? 1337 : 3000
    for (const what of ['', '@writes '])
      expect(caddyfile).toContain(`reverse_proxy ${what}${names.map(name => `${name}:${port}`).join(' ')} {`)
    expect((kind === 'cms' ? base.services.cms?.environment?.CMS_PORT : base.services.web?.environment?.PORT)).toBe(port)
  })

  it('answers where the sites ask, and nobody else', () => {
    const { port, hostname } = new URL(String(scale.services.web?.environment?.CMS_INTERNAL_URL))
    expect(hostname).toBe('caddy')
    expect(caddyfile).toContain(`http://:${port} {\n\timport cms\n}`)
    expect(scale.services.caddy?.ports?.some(published => published.includes(port))).toBe(false)
  })

  it('knows the addresses that Compose hands it, and hides what is for inside', () => {
    const used = [...caddyfile.matchAll(/\{\$(\w+)\}/g)].map(([, name = '']) => name)
    expect(Object.keys(scale.services.caddy?.environment ?? {}).sort()).toEqual([...new Set(used)].sort())
    expect(caddyfile.match(/respond @inside 404/g)).toHaveLength(2)
    expect(caddyfile.indexOf('/_local/*')).toBeGreaterThan(0)
  })

  it('keeps a connection shorter than a server does', () => {
    // Node closes one after five seconds
    expect(Number(/keepalive (\d+)s/.exec(caddyfile)?.[1])).toBeLessThan(5)
  })
})
