import type { PageFault } from '#shared/page-fault'
import type { QueryValues } from '#shared/paths'
import { createError, useFetch } from '#imports'

/**
 * The data of this page, from `server/api`: the page's one call.
 * @param address an address under `/api`
 * @param query what the page was asked, as it came; the server reads it
 * @throws NuxtError with the server's status and what a reader needs to know
 */
export async function usePageData<Data>(address: string, query: QueryValues | Record<string, unknown>): Promise<Data> {
  const { data, error } = await useFetch<Data, { statusCode?: number, data?: { data?: PageFault } }>(address, { query })
  if (error.value || data.value === undefined || data.value === null)
    throw createError({ status: error.value?.statusCode ?? 500, data: error.value?.data?.data ?? {} })
  return data.value as Data
}
