import type { Core, UID } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import * as v from 'valibot'

interface DocumentContext {
  state: { userAbility: unknown }
  params: { model: UID.ContentType, id?: string, sourceId?: string }
}

type Handler = (context: DocumentContext) => Promise<unknown>
type DocumentsController = Record<'clone' | 'autoClone' | 'update', Handler>

const draftRows = v.array(v.looseObject({ documentId: v.string() }))

/**
 * Closes two ways in which the admin's own API reaches past a right that holds for own documents alone: copying another's draft, which
 * Strapi allows to whoever may create, and adding a language to another's document, which gives all its languages the members that
 * have none.
 */
export function guardDocuments(strapi: Core.Strapi): void {
  strapi.get('controllers').extend('plugin::content-manager.collection-types', (controller: DocumentsController) => ({
    ...controller,
    async clone(context: DocumentContext) {
      await refuseForeign(strapi, context, context.params.sourceId, 'read')
      return controller.clone.call(this, context)
    },
    async autoClone(context: DocumentContext) {
      await refuseForeign(strapi, context, context.params.sourceId, 'read')
      return controller.autoClone.call(this, context)
    },
    async update(context: DocumentContext) {
      await refuseForeign(strapi, context, context.params.id, 'update')
      return controller.update.call(this, context)
    },
  }))
}

/** @throws ForbiddenError when somebody has no such right to any language of the document that is there */
async function refuseForeign(strapi: Core.Strapi, { state, params }: DocumentContext, documentId: string | undefined, verb: 'read' | 'update'): Promise<void> {
  const drafts: unknown = await strapi.db.query(params.model).findMany({ where: { documentId }, populate: ['createdBy'] })
  const checker = strapi.plugin('content-manager').service('permission-checker').create({ userAbility: state.userAbility, model: params.model })
  const languages = v.parse(draftRows, drafts)
  if (languages.length > 0 && languages.every(draft => checker.cannot[verb](draft)))
    throw new errors.ForbiddenError()
}
