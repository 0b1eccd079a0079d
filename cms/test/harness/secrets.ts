/** Secrets of the test servers; worth nothing outside them. */
export const testSecrets = {
  APP_KEYS: 'test-app-key-a,test-app-key-b',
  ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
  API_TOKEN_SALT: 'test-api-token-salt',
  TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
  ENCRYPTION_KEY: 'test-encryption-key-of-32-bytes!',
  JWT_SECRET: 'test-jwt-secret',
  PREVIEW_SECRET: 'test-preview-secret',
  COMMENT_KEY: 'test-comment-key',
  SITE_KEY: 'test-site-key',
}

export const testAdmin = { email: 'admin@klartext.example', password: 'Provkorning-2026' }
