import type { BodyPart } from '@klartext/contract'
import { expect, it } from 'vitest'
import { speakerLabels } from '~/components/article/speaker-labels'

const line = (name: string | null): BodyPart => ({ type: 'dialogue', speaker: name ? { id: `${name}00000000`, name, slug: name } : null, children: [] })
const text: BodyPart = { type: 'paragraph', children: [] }

it.each<[string, BodyPart[], (string | null)[]]>([
  ['one person speaks', [line('maja'), text, line('maja')], [null, null, null]],
  ['nobody is named', [line(null), line(null)], [null, null]],
  ['two speak in turn', [line('maja'), line('elin'), line('maja')], ['maja', 'elin', 'maja']],
  ['two speak, one goes on', [line('maja'), text, line('maja'), line('elin')], ['maja', null, null, 'elin']],
  ['a line has no speaker', [line('maja'), line(null), line('maja'), line('elin')], ['maja', null, null, 'elin']],
  ['nobody speaks', [text], [null]],
])('%s', (_case, parts, labels) => {
  expect(speakerLabels(parts)).toEqual(labels)
})
