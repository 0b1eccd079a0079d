import type { UID } from '@strapi/strapi'

/** What a communicator reads at one field. */
export interface FieldText {
  label: string
  /** Shown below the field; says what to write and what becomes of it. */
  help: string
  placeholder?: string
  /** Relations: the field of the related entry that names it. */
  mainField?: string
  /** False for what the system fills in. */
  editable?: boolean
}

/** How one content type or component looks in the admin. */
export interface AdminView {
  uid: UID.Schema
  /** The field that names an entry in headings and lists. */
  mainField: string
  sort?: { by: string, order: 'ASC' | 'DESC' }
  /** The columns of the list. */
  list: string[]
  /** The rows of the form, in writing order: fields with their widths, of 12. */
  edit: [name: string, width: 4 | 6 | 8 | 12][][]
  fields: Record<string, FieldText>
}
