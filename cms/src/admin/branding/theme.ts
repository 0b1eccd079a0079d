import { darkTheme, lightTheme } from '@strapi/design-system'

/** Strapi's own design with Klartext's madder red where Strapi has its violet. */
export const theme = {
  light: {
    ...lightTheme,
    colors: {
      ...lightTheme.colors,
      primary100: '#fbf0ee',
      primary200: '#f0cfcb',
      primary500: '#a63a45',
      primary600: '#8b2733',
      primary700: '#6d1c27',
      buttonPrimary500: '#a63a45',
      buttonPrimary600: '#8b2733',
    },
  },
  dark: {
    ...darkTheme,
    colors: {
      ...darkTheme.colors,
      primary100: '#2f1c1f',
      primary200: '#5a2b31',
      primary500: '#d9838b',
      primary600: '#e39aa1',
      primary700: '#f0bcc1',
      buttonPrimary500: '#a63a45',
      buttonPrimary600: '#8b2733',
    },
  },
}
