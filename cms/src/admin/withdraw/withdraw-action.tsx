import type { DocumentContext } from '../document-context'
import { Trash } from '@strapi/icons'
import { useForm, useRBAC } from '@strapi/strapi/admin'
import { articleModel, isPublic } from '../document-context'
import { WithdrawForm } from './withdraw-form'

const permissions = { withdraw: [{ action: 'api::klartext.withdraw', subject: null }] }

/** Takes a public article down with a notice to its readers; in the menu beside the publish button. */
export function WithdrawAction(context: DocumentContext) {
  const { allowedActions } = useRBAC(permissions)
  const isModified = useForm('WithdrawAction', state => state.modified)
  const { model, documentId, document } = context
  const language = document?.locale
  if (model !== articleModel || !documentId || !language || !allowedActions.canWithdraw)
    return null
  return {
    label: 'Dra tillbaka …',
    icon: <Trash />,
    variant: 'danger' as const,
    position: 'panel' as const,
    // the page is loaded anew afterwards, and what is not saved would be lost
    disabled: !isPublic(context) || isModified,
    dialog: {
      type: 'modal' as const,
      title: 'Dra tillbaka artikeln',
      content: ({ onClose }: { onClose: () => void }) => <WithdrawForm documentId={documentId} language={language} onClose={onClose} />,
    },
  }
}

WithdrawAction.position = 'panel'
