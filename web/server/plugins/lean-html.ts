import { withoutHydrationMarks } from '../hydration-marks'

/** Pages carry no framework script, so what only hydration would read is left out of them. */
export default defineNitroPlugin((nitroApp) => {
  nitroApp.hooks.hook('render:html', (html) => {
    html.body = html.body.map(withoutHydrationMarks)
  })
  nitroApp.hooks.hook('render:response', (response) => {
    delete response.headers?.['x-powered-by']
  })
})
