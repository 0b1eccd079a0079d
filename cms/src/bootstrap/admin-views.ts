import type { Core } from '@strapi/strapi'
import type { AdminView, FieldText } from '../admin-texts/admin-view'
import { adminViews } from '../admin-texts'
import { applyOnce } from './apply-once'

/** The part of the content manager's stored configuration that we write. */
interface Configuration {
  settings: Record<string, unknown>
  metadatas: Record<string, { edit: Record<string, unknown>, list: Record<string, unknown> }>
  layouts: { list: string[], edit: { name: string, size: number }[][] }
}

/** The columns that every type has. */
const systemLabels: Record<string, string> = {
  id: 'Nummer',
  documentId: 'Id',
  createdAt: 'Skapad',
  updatedAt: 'Senast sparad',
  publishedAt: 'Publicerad',
  createdBy: 'Skapad av',
  updatedBy: 'Sparad av',
  locale: 'Språk',
}

/** Gives every form and list in the admin its Swedish labels, help texts and order. */
export async function ensureAdminViews(strapi: Core.Strapi): Promise<void> {
  for (const view of adminViews)
    await applyOnce(strapi, `view:${view.uid}`, view, () => writeView(strapi, view))
}

async function writeView(strapi: Core.Strapi, view: AdminView): Promise<void> {
  const contentManager = strapi.plugin('content-manager')
  const isComponent = view.uid in strapi.components
  const service = contentManager.service(isComponent ? 'components' : 'content-types')
  const model: unknown = isComponent ? service.findComponent(view.uid) : service.findContentType(view.uid)
  const known: Configuration = await service.findConfiguration(model)
  await service.updateConfiguration(model, configurationOf(view, known))
}

function configurationOf({ mainField, sort, list, edit, fields }: AdminView, known: Configuration): Configuration {
  const metadatas = Object.entries(known.metadatas).map(([name, metadata]) => {
    const label = fields[name]?.label ?? systemLabels[name]
    return [name, {
      edit: { ...metadata.edit, ...editTexts(fields[name]) },
      list: { ...metadata.list, ...(label && { label }) },
    }]
  })
  return {
    settings: { ...known.settings, mainField, ...(sort && { defaultSortBy: sort.by, defaultSortOrder: sort.order }), pageSize: 20 },
    metadatas: Object.fromEntries(metadatas),
    layouts: { list, edit: edit.map(row => row.map(([name, size]) => ({ name, size }))) },
  }
}

function editTexts(field: FieldText | undefined): Record<string, unknown> {
  if (!field)
    return {}
  const { label, help, placeholder = '', mainField, editable = true } = field
  return { label, description: help, placeholder, editable, visible: true, ...(mainField && { mainField }) }
}
