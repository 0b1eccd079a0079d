/** Strapi ends the title of every page of the admin with its own name; a tab should say where the writer is. */
export function brandTitle(): void {
  const rename = () => {
    const branded = document.title.replace(/Strapi(?: Admin)?$/, 'Klartext')
    if (branded !== document.title)
      document.title = branded
  }
  const title = document.querySelector('title')
  if (!title)
    return
  rename()
  new MutationObserver(rename).observe(title, { childList: true })
}
