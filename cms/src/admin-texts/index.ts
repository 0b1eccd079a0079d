import type { AdminView } from './admin-view'
import { article } from './article'
import { factBox } from './body/fact-box'
import { figure } from './body/figure'
import { infographic } from './body/infographic'
import { quote } from './body/quote'
import { text } from './body/text'
import { comment } from './comment'
import { organisation } from './organisation'
import { person } from './person'
import { link } from './shared/link'
import { organisationTranslation, personTranslation, topicTranslation } from './shared/translations'
import { topic } from './topic'

/** Every content type and component of ours, as a communicator sees it. */
export const adminViews: AdminView[] = [
  article,
  person,
  organisation,
  topic,
  comment,
  text,
  quote,
  figure,
  infographic,
  factBox,
  link,
  personTranslation,
  organisationTranslation,
  topicTranslation,
]
