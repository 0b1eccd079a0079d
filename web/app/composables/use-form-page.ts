import { createError, useRequestEvent } from '#imports'

/**
 * The data of this page, which the server made from what was asked or sent in before it drew the page.
 * @throws NuxtError 404 where it made none: the address is not quite that of a page with a form
 */
export function useFormPage<Data>(): Data {
  const data: unknown = useRequestEvent()?.context.formPage
  if (data === undefined)
    throw createError({ status: 404 })
  return data as Data
}
