import type { Core } from '@strapi/strapi'
import type { ImportedPage } from './imported-page'
import { errors } from '@strapi/utils'
import * as v from 'valibot'
import { CommandRefusal } from '../local-commands/registry'
import { ImportError } from './import-error'
import { importPage } from './import-page'

const inputSchema = v.strictObject({ text: v.string(), publish: v.boolean() })

/**
 * The local command `import`: `{text, publish}` in, what became of the page out.
 * @throws CommandRefusal in Swedish when the page cannot come in; nothing of it is left then
 */
export async function importCommand(strapi: Core.Strapi, input: unknown): Promise<ImportedPage> {
  const { text, publish } = v.parse(inputSchema, input)
  try {
    return await importPage(strapi, text, publish)
  }
  catch (error) {
    if (error instanceof ImportError || error instanceof errors.ApplicationError)
      throw new CommandRefusal(error.message, { cause: error })
    throw error
  }
}
