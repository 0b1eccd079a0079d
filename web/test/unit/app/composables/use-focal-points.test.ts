import { describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { collectFocalPoints, useFocalPoint } from '~/composables/use-focal-points'

/** A frame with pictures of these focal points in it → their classes, and the sheet of the frame. */
async function drawn(points: ({ x: number, y: number } | null)[]): Promise<{ classes: string[][], sheet: string }> {
  const classes: string[][] = []
  let sheet = () => ''
  const picture = (focalPoint: typeof points[number]) => h({ setup: () => {
    classes.push(useFocalPoint({ focalPoint }))
    return () => null
  } })
  await renderToString(createSSRApp({ setup: () => {
    sheet = collectFocalPoints()
    return () => points.map(picture)
  } }))
  return { classes, sheet: sheet() }
}

describe('focal points', () => {
  it.each([
    [null, [], ''],
    [{ x: 0.62, y: 0.4 }, ['fx6', 'fy4'], '.fx6{--fx:60%}.fy4{--fy:40%}'],
    [{ x: 0, y: 1 }, ['fx0', 'fy10'], '.fx0{--fx:00%}.fy10{--fy:100%}'],
    [{ x: 0.5, y: 0.04 }, ['fy0'], '.fy0{--fy:00%}'],
  ])('%o is a pair of classes without the middle', async (point, names, sheet) => {
    expect(await drawn([point])).toEqual({ classes: [names], sheet })
  })

  it('has each rule once, in one order', async () => {
    expect((await drawn([{ x: 0.7, y: 0.5 }, { x: 0.2, y: 0.5 }, { x: 0.7, y: 0.5 }])).sheet).toBe('.fx2{--fx:20%}.fx7{--fx:70%}')
  })
})
