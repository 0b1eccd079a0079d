import type { Core, UID } from '@strapi/strapi'
import { errors } from '@strapi/utils'

interface RelationContext {
  state: { userAbility: unknown }
  params: { model: UID.Schema, targetField: string }
}

interface RelationsController {
  extractAndValidateRequestInfo: (context: RelationContext, id?: string) => Promise<unknown>
}

/**
 * Refuses the lists from which the admin's relation fields choose to whoever may not read what is listed.
 * Strapi checks that for fields of a content type; for fields of a component it lists ids and states of every draft,
 * and where it does refuse, it answers 500.
 */
export function guardRelations(strapi: Core.Strapi): void {
  strapi.get('controllers').extend('plugin::content-manager.relations', (controller: RelationsController) => ({
    ...controller,
    async extractAndValidateRequestInfo(context: RelationContext, id?: string) {
      const { model, targetField } = context.params
      const attribute = strapi.getModel(model)?.attributes[targetField]
      if (attribute?.type === 'relation' && 'target' in attribute) {
        const checker = strapi.plugin('content-manager').service('permission-checker').create({ userAbility: context.state.userAbility, model: attribute.target })
        if (checker.cannot.read())
          throw new errors.ForbiddenError()
      }
      return controller.extractAndValidateRequestInfo.call(this, context, id)
    },
  }))
}
