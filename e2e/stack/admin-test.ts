import { test as base, expect as baseExpect } from './test'

// the admin is heavy, and a busy machine is no failure
export const expect = baseExpect.configure({ timeout: 60_000 })

/** `test` for journeys in the admin: each fails when a page asks a host other than the CMS and the site. */
export const test = base.extend<{ ownHostsOnly: void }>({
  actionTimeout: 60_000,
  viewport: { width: 1440, height: 900 },
  ownHostsOnly: [async ({ context, emptySite }, use) => {
    const own = [emptySite.cmsUrl, emptySite.siteUrl]
    const foreign = new Set<string>()
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && !own.includes(origin))
        foreign.add(request.url())
    })
    await use()
    expect([...foreign], 'requests to other hosts').toEqual([])
  }, { auto: true }],
})
