import { describe, expect, it } from 'vitest'
import { articleJsonLd, breadcrumbJsonLd, jsonLdScript, organisationJsonLd, personJsonLd } from '~/head/json-ld'
import { examples, siteUrl } from '../../../fixture-content'

describe('jsonLdScript', () => {
  it.each(['</script><script>alert(1)</script>', '<!--', '<SCRIPT>'])('lets no %s end the element', (text) => {
    const { innerHTML } = jsonLdScript({ text })
    expect(innerHTML).not.toContain('<')
    expect(JSON.parse(innerHTML)).toEqual({ text })
  })
})

describe('structured data', () => {
  it('tells an article with its people under addresses of this site', () => {
    expect(articleJsonLd(examples.profile, siteUrl, '/artiklar/hon-lyssnar-efter-lackor')).toMatchObject({
      '@type': 'Article',
      'headline': examples.profile.title,
      'inLanguage': 'sv',
      'url': `${siteUrl}/artiklar/hon-lyssnar-efter-lackor`,
      'datePublished': examples.profile.firstPublishedAt,
      'author': [{ '@type': 'Person', 'name': 'Elin Borg', 'url': `${siteUrl}/personer/elin-borg` }],
      'about': [{ name: 'Maja Lindqvist', jobTitle: 'drifttekniker' }],
    })
  })

  it('claims no date and nobody where there is none', () => {
    const data = JSON.parse(jsonLdScript(articleJsonLd(examples.imported, siteUrl, '/artiklar/tre-somrar-i-hamnen')).innerHTML)
    expect(data).not.toHaveProperty('datePublished')
    expect(data).not.toHaveProperty('publisher')
    expect(data).not.toHaveProperty('image')
    expect(data.author).toEqual([])
  })

  it.each([
    ['Person', examples.people.items.map(person => personJsonLd(person, siteUrl, 'sv'))],
    ['Organization', examples.organisations.items.map(organisation => organisationJsonLd(organisation, siteUrl, 'sv'))],
    ['BreadcrumbList', [breadcrumbJsonLd([{ name: 'Start', path: '/' }], siteUrl)]],
  ])('calls a %s by its name', (type, all) => {
    expect(all.length).toBeGreaterThan(0)
    for (const data of all)
      expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': type })
  })
})
