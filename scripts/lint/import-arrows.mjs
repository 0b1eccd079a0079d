import { posix, relative, sep } from 'node:path'
import { root } from '../repository.mjs'
import { aliases, areas } from './arrows.mjs'

/**
 * A lint rule that holds each import to the arrows.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const importArrows = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      area: '{{from}} may not import from {{to}}. {{why}}',
      values: '{{from}} may import types from {{to}}, nothing that runs: write `import type`. {{why}}',
      package: '{{from}} may not import {{specifier}}. {{why}}',
    },
  },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/')
    const from = areaOf(file)
    if (from === undefined)
      return {}

    /**
     * @param {import('eslint').Rule.Node} node
     * @param {unknown} specifier
     * @param {boolean} bringsTypesAlone
     */
    function check(node, specifier, bringsTypesAlone) {
      if (from === undefined || typeof specifier !== 'string')
        return
      const target = targetFolder(file, specifier)
      const to = target === undefined ? undefined : areaOf(`${target}/`)
      if (target === undefined) {
        if (from.never?.test(specifier) && !bringsTypesAlone)
          context.report({ node, messageId: 'package', data: { from: from.folder, specifier, why: from.why } })
      }
      else if (to !== from && !from.mayImport.includes(to?.folder ?? target)) {
        context.report({ node, messageId: 'area', data: { from: from.folder, to: to?.folder ?? target, why: from.why } })
      }
      else if (to !== undefined && from.typesOnly?.includes(to.folder) && !bringsTypesAlone) {
        context.report({ node, messageId: 'values', data: { from: from.folder, to: to.folder, why: from.why } })
      }
    }

    return {
      ImportDeclaration: node => check(node, node.source.value, isTypeOnly(node)),
      ExportNamedDeclaration: node => node.source && check(node, node.source.value, isTypeOnly(node)),
      ExportAllDeclaration: node => check(node, node.source.value, isTypeOnly(node)),
      ImportExpression: node => node.source.type === 'Literal' && check(node, node.source.value, false),
      CallExpression(node) {
        const [first] = node.arguments
        if (node.callee.type === 'Identifier' && node.callee.name === 'require' && first?.type === 'Literal')
          check(node, first.value, false)
      },
    }
  },
}

/**
 * TypeScript's parser says of a declaration, and of each name in it, whether it brings types alone.
 *
 * @param {object} node
 */
function isTypeOnly(node) {
  /** @type {object[]} */
  const names = 'specifiers' in node && Array.isArray(node.specifiers) ? node.specifiers : []
  return isOfTypeKind(node) || (names.length > 0 && names.every(isOfTypeKind))
}

/** @param {object} node */
function isOfTypeKind(node) {
  return ('importKind' in node && node.importKind === 'type') || ('exportKind' in node && node.exportKind === 'type')
}

/**
 * The folder or file in the repository that an import leads to, or nothing for packages from elsewhere.
 *
 * @param {string} file
 * @param {string} specifier
 */
function targetFolder(file, specifier) {
  if (specifier.startsWith('.'))
    return posix.join(posix.dirname(file), specifier)
  const own = /^@klartext\/([^/]+)/.exec(specifier)?.[1]
  if (own !== undefined)
    return areas.some(area => area.folder === own) ? own : `packages/${own}`
  const alias = file.startsWith('web/') ? aliases.find(({ prefix }) => specifier.startsWith(prefix)) : undefined
  return alias === undefined ? undefined : posix.join(alias.folder, specifier.slice(alias.prefix.length))
}

/** @param {string} path */
function areaOf(path) {
  return areas
    .filter(area => path.startsWith(`${area.folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0]
}
