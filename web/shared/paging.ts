/** The number of pages that `total` things fill, at least one. */
export function pageCount(total: number, limit: number): number {
  return Math.max(1, Math.ceil(total / limit))
}

/** The `page` of an address: left out for the first, so that one page has one address. */
export function pageQuery(page: number): { page: number | null } {
  return { page: page > 1 ? page : null }
}
