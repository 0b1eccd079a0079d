import type { ArticleChange } from './document-schemas'
import type { BodyForm } from './earlier-forms'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { articleSchema, articleTranslationSchema, commentSchema, imagesSchema, organisationSchema, personSchema, topicsSchema } from './document-schemas'
import { toForms } from './earlier-forms'
import { parseYaml } from './parse-yaml'

export type ArticleDocument = ReturnType<typeof readArticle>
export type ExampleContent = ReturnType<typeof readExampleContent>

/**
 * Reads all example content from its folder; nothing is written anywhere.
 *
 * @param folder the absolute path of `cms/example-content`
 * @throws Error that names the file and what is wrong in it
 */
export function readExampleContent(folder: string) {
  const organisations = readFolder(path.join(folder, 'organisations'), organisationSchema)
  return {
    images: parseYaml(imagesSchema, readText(path.join(folder, 'images', 'images.yaml')), 'images/images.yaml'),
    organisations: parentsFirst(organisations),
    people: readFolder(path.join(folder, 'people'), personSchema),
    topics: parseYaml(topicsSchema, readText(path.join(folder, 'topics.yaml')), 'topics.yaml'),
    articles: readdirSync(path.join(folder, 'articles')).sort().map(slug => readArticle(path.join(folder, 'articles', slug), slug)).sort((a, b) => a.statedPublishedAt.localeCompare(b.statedPublishedAt)),
  }
}

function readArticle(folder: string, slug: string) {
  const commentsFile = path.join(folder, 'comments.yaml')
  const englishFile = path.join(folder, 'en.md')
  return {
    slug,
    ...readMarkdown(path.join(folder, 'sv.md'), articleSchema),
    english: existsSync(englishFile) ? readMarkdown(englishFile, articleTranslationSchema) : null,
    comments: existsSync(commentsFile) ? parseYaml(v.array(commentSchema), readText(commentsFile), place(commentsFile)) : [],
  }
}

function readMarkdown<Matter extends { changes: ArticleChange[] }>(file: string, schema: v.GenericSchema<unknown, Matter>): Matter & { forms: BodyForm[] } {
  const match = /^---\n(.*?)\n---\n(.*)$/s.exec(readText(file))
  if (!match?.[1] || !match[2])
    throw new Error(`${place(file)} must begin with front matter between two lines of ---`)
  const matter = parseYaml(schema, match[1], place(file))
  return { ...matter, forms: toForms(match[2], matter.changes) }
}

function readFolder<Output extends object>(folder: string, schema: v.GenericSchema<unknown, Output>): (Output & { slug: string })[] {
  return readdirSync(folder).filter(name => name.endsWith('.yaml')).sort().map((name) => {
    const file = path.join(folder, name)
    return { slug: path.basename(name, '.yaml'), ...parseYaml(schema, readText(file), place(file)) }
  })
}

/** A child can only be published when its parent is. */
function parentsFirst<T extends { slug: string, parent?: string | undefined }>(organisations: T[]): T[] {
  const done: T[] = []
  let left = organisations
  while (left.length > 0) {
    const ready = left.filter(({ parent }) => parent === undefined || done.some(({ slug }) => slug === parent))
    if (ready.length === 0)
      throw new Error(`organisations/${left[0]?.slug}.yaml: its chain of parents leads to none or in a circle`)
    done.push(...ready)
    left = left.filter(one => !ready.includes(one))
  }
  return done
}

const readText = (file: string) => readFileSync(file, 'utf8')
/** The last two parts of a path are enough to find a file. */
const place = (file: string) => file.split(path.sep).slice(-2).join('/')
