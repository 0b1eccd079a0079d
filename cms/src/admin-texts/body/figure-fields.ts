import type { FieldText } from '../admin-view'

/** What a photo and an infographic have in common. */
export const figureFields = {
  image: { label: 'Bildfil', help: 'JPEG, PNG, WebP eller AVIF, helst minst 1 600 bildpunkter bred. Plats och kameradata tas bort.' },
  caption: { label: 'Bildtext', help: 'Står under bilden: vem, vad och när.', placeholder: 'Skriv bildtexten' },
  credit: { label: 'Upphov', help: 'Fotograf eller tecknare, så som namnet ska stå.', placeholder: 'Förnamn Efternamn' },
  missingFile: {
    label: 'Bildfilen saknas',
    help: 'Satt av importen när bilden inte följde med. Bildens texter visas i stället. Lägg till bilden och slå av.',
  },
} satisfies Record<string, FieldText>
