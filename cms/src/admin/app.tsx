import type { StrapiApp } from '@strapi/strapi/admin'
import { brandTitle } from './branding/brand-title'
import mark from './branding/mark.svg'
import { theme } from './branding/theme'
import { ChangeNotePanel } from './change-note/change-note-panel'
import { swedishColumns } from './list/swedish-columns'
import { registerModeration } from './moderation/register'
import { hideAnnouncements } from './quiet'
import { startInSwedish, swedish } from './swedish'
import { WithdrawAction } from './withdraw/withdraw-action'

export default {
  config: {
    locales: ['sv'],
    translations: { sv: swedish },
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon: mark, title: 'Klartext' },
    theme,
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp) {
    startInSwedish()
    brandTitle()
    hideAnnouncements()
    // figures about the installation say nothing to somebody who writes
    app.widgets.register(widgets => widgets.filter(({ id }) => id !== 'key-statistics'))
    registerModeration(app)
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', swedishColumns)
    const { addDocumentAction, addEditViewSidePanel } = app.getPlugin('content-manager').apis
    if (typeof addDocumentAction === 'function')
      addDocumentAction([WithdrawAction])
    if (typeof addEditViewSidePanel === 'function')
      addEditViewSidePanel((panels: unknown[]) => [panels[0], ChangeNotePanel, ...panels.slice(1)])
  },
}
