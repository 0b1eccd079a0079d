import type { StrapiApp } from '@strapi/strapi/admin'
import type { ComponentType } from 'react'
import { Bell, Clock, Discuss, Question } from '@strapi/icons'
import { mayModerate } from './permission'

const message = (name: string, text: string) => ({ id: `klartext.moderation.${name}`, defaultMessage: text })

/** What the start page shows of the queues that ask for work, foremost. */
const widgets = [
  { queue: 'waiting', title: 'Kommentarer som väntar', icon: Clock },
  { queue: 'questions', title: 'Frågor utan svar', icon: Question },
  { queue: 'reported', title: 'Anmälda kommentarer', icon: Bell },
] as const

/** Puts the moderators' screen into the menu and its queues on the start page, for whoever may moderate. */
export function registerModeration(app: Pick<StrapiApp, 'addMenuLink' | 'widgets'>): void {
  app.addMenuLink({
    to: 'moderation',
    icon: Discuss,
    intlLabel: message('menu', 'Kommentarer'),
    permissions: mayModerate,
    position: 2,
    Component: () => import('./page').then(({ ModerationPage }) => ({ default: ModerationPage })),
  })
  app.widgets.register(others => [
    ...widgets.map(({ queue, title, icon }) => ({
      id: `moderation-${queue}`,
      title: message(`widget.${queue}`, title),
      icon,
      link: { label: message('widget.link', 'Öppna kön'), href: `/moderation/${queue}` },
      permissions: mayModerate,
      component: (): Promise<ComponentType> => import('./widgets/queue-widget').then(({ queueWidgets }) => queueWidgets[queue]),
    })),
    ...others,
  ])
}
