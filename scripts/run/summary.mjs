/**
 * The last thing `npm start` prints: where everything is, how to log in and what to do next.
 *
 * @param {object} facts
 * @param {string} facts.siteUrl
 * @param {string} facts.cmsUrl
 * @param {string} facts.login how to log in, one or more lines
 * @returns {string}
 */
export function summary({ siteUrl, cmsUrl, login }) {
  return `
Klartext is running.

  Site    ${siteUrl}
  Admin   ${cmsUrl}/admin
  API     ${cmsUrl}/api/v1/api-info
  Login   ${login.split('\n').join('\n          ')}

Next: log in, open an article, change a word and publish; the site shows it at once. Ctrl-C stops Klartext.
`
}

/**
 * How to log in after the first start.
 *
 * @param {import('./first-admin.mjs').FirstAdmin} firstAdmin the login that was handed to the CMS
 * @param {boolean} isOpened whether that login was tried and works
 * @returns {string}
 */
export function loginLines({ email, password, isGenerated }, isOpened) {
  if (!isOpened)
    return 'this database has administrators already; use the login you have'
  return isGenerated
    ? `${email}\npassword ${password} (shown this once only; change it under your profile)`
    : `${email}, with the password in ADMIN_PASSWORD`
}
