// Compiles cms/config and cms/src into cms/dist; in a process of its own, since it ends the process on a type error.
const path = require('node:path')
const { compileStrapi } = require('@strapi/strapi')

compileStrapi({ appDir: path.resolve(__dirname, '..', '..') }).then(() => process.exit(0))
