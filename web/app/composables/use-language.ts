import type { InjectionKey } from 'vue'
import type { Language } from '#shared/languages'
import type { Messages } from '#shared/messages'
import { inject, provide } from 'vue'
import { useRoute } from '#imports'
import { messagesIn } from '#shared/messages'
import { languageOfPath } from '#shared/paths'

const languageKey: InjectionKey<Language> = Symbol('language')

/** The language of the interface here: stated by a page above, else that of the address. */
export function useLanguage(): Language {
  return inject(languageKey, null) ?? languageOfPath(useRoute().path)
}

/** Makes everything below speak `language`: for a page whose address does not say it. */
export function stateLanguage(language: Language): void {
  provide(languageKey, language)
}

/** The texts of the interface, in the language of the place. */
export function useMessages(): Messages {
  return messagesIn(useLanguage())
}
