export * from './readability.js'
export * from './reading-minutes.js'
