/**
 * Marks Strapi's announcement of its media library as read; it links to Strapi's own site.
 * The key ends with the installation's id at Strapi, which Klartext has none of, and is asked before that is known.
 */
export function hideAnnouncements(): void {
  for (const installation of ['false', 'undefined'])
    localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${installation}`, 'true')
}
