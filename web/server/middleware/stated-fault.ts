import { defineEventHandler } from 'h3'
import { cmsSilent, notFound } from '../errors/page-fault'
import { currentRendering } from '../rendering'

/** Draws the error page that the host asks for, in the language of the address, without looking at what is there. */
export default defineEventHandler((event) => {
  const fault = event.path.startsWith('/__nuxt_error') ? null : currentRendering()?.fault ?? null
  if (fault !== null)
    throw fault === 404 ? notFound() : cmsSilent()
})
