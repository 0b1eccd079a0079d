/** Every route that the booted CMS has registered → [{methods, path}]. */
exports.routes = strapi => strapi.server.listRoutes()
  .filter(layer => layer.methods.length > 0)
  .map(layer => ({ methods: layer.methods, path: String(layer.path) }))
