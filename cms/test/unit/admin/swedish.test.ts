import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const here = createRequire(__filename)
const strapi = createRequire(here.resolve('@strapi/strapi/package.json'))
const messagesSchema = v.record(v.string(), v.string())

/** Strapi's packages with texts that somebody who writes meets: where the texts lie, and what stands before their ids. */
const packages = [
  { name: '@strapi/admin', folder: 'dist/admin/admin/src/translations', prefix: '' },
  { name: '@strapi/content-manager', folder: 'dist/admin/translations', prefix: 'content-manager.' },
  { name: '@strapi/upload', folder: 'dist/admin/translations', prefix: 'upload.' },
  { name: '@strapi/i18n', folder: 'dist/admin/translations', prefix: 'i18n.' },
]

/** Texts that nobody meets, by the beginning of their ids, and why. */
const unseen: Record<string, string> = {
  'Settings.application.ee.': 'paid plans',
  'Settings.application.plan-title': 'paid plans',
  'Settings.content-history.': 'paid plans',
  'Settings.page.': 'paid plans',
  'Settings.permissions.auditLogs.': 'paid plans',
  'Settings.permissions.users.sso.': 'paid plans',
  'Settings.sso.': 'paid plans',
  'app.components.FreeTrial': 'paid plans',
  'app.components.LeftMenu.trialCountdown.': 'paid plans',
  'app.components.UpsellBanner.': 'paid plans',
  'components.premiumFeature.': 'paid plans',
  'global.auditLogs': 'paid plans',
  'notification.ee.': 'paid plans',
  'widget.last-activity.': 'paid plans',
  'HomePage.widget.deploy-now.': 'Strapi Cloud',
  'app.components.BlockLink.': 'Strapi Cloud',
  'app.components.MediaLibraryBanner.': 'hidden: quiet.ts',
  'app.components.NpsSurvey.': 'off: config/admin.ts',
  'app.components.Onboarding.': 'off: app.tsx',
  'tours.': 'shown in development only',
  'upload.ai.': 'off: config/admin.ts',
  'upload.asset-details.replace.description.ai': 'off: config/admin.ts',
  'upload.list.bulk-actions.create-metadata': 'off: config/admin.ts',
  'upload.settings.form.aiMetadata.': 'off: config/admin.ts',
  'upload.upload.progress.file.generatingMetadata': 'off: config/admin.ts',
  'upload.upload.progress.file.metadata': 'off: config/admin.ts',
  'upload.upload.progress.generatingMetadata': 'off: config/admin.ts',
  'upload.upload.progress.metadataGenerated': 'off: config/admin.ts',
  'i18n.CMEditViewAITranslation.': 'off: config/admin.ts',
  'i18n.CMEditViewLocalePicker.locale.ai-translations': 'off: config/admin.ts',
  'i18n.Settings.aiLocalizations.': 'off: config/admin.ts',
}

const ownFolder = path.resolve(__dirname, '../../../src/admin/translations')
const own: Record<string, string> = Object.assign({}, ...readdirSync(ownFolder).map(file => v.parse(messagesSchema, here(path.join(ownFolder, file)))))

/** A package's texts in one language, by their whole ids; empty where it has none. */
function messagesOf({ name, folder, prefix }: typeof packages[number], language: string): Record<string, string> {
  const translations = path.join(path.dirname(strapi.resolve(`${name}/package.json`)), folder)
  if (!readdirSync(translations).includes(`${language}.json.js`))
    return {}
  const module: unknown = strapi(path.join(translations, `${language}.json.js`))
  const messages = v.parse(messagesSchema, typeof module === 'object' && module !== null && 'default' in module ? module.default : module)
  return Object.fromEntries(Object.entries(messages).map(([id, text]) => [prefix + id, text]))
}

/** What a text is filled in with: `{count, plural, …}` and `{name}`, not the words of a case: `one {post}`. */
const slots = (text: string): string[] => [...text.matchAll(/(?<!(?:=\d|one|other|true|undefined) )\{(\w+)[,}]/g)].map(([, name = '']) => name)

describe.each(packages)('$name', (strapiPackage) => {
  const english = messagesOf(strapiPackage, 'en')
  const swedish = { ...messagesOf(strapiPackage, 'sv'), ...own }

  it('says everything in Swedish', () => {
    const missing = Object.keys(english).filter(id => !(id in swedish) && !Object.keys(unseen).some(start => id.startsWith(start)))
    expect(missing).toEqual([])
  })

  it('is filled in with the same things in our texts', () => {
    const invented = Object.entries(own)
      .flatMap(([id, text]) => slots(text).filter(slot => english[id] !== undefined && !slots(english[id]).includes(slot)).map(slot => `${id}: {${slot}}`))
    expect(invented).toEqual([])
  })
})
