/** What an administrator needs to look after comments. */
export const mayModerate = [{ action: 'api::klartext.moderate', subject: null }]
