import type { Locator, Page } from '@playwright/test'
import type { Login } from './admin-api'
import type { Stack } from './stack'

/** Signs in through the sign-in page, as a person does. */
export async function signIn(page: Page, { cmsUrl }: Pick<Stack, 'cmsUrl'>, { email, password }: Login): Promise<void> {
  await page.goto(`${cmsUrl}/admin`)
  await page.getByRole('textbox', { name: 'E-post' }).fill(email)
  await page.getByRole('textbox', { name: 'Lösenord' }).fill(password)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.getByRole('heading', { name: /^Hej / }).waitFor()
}

/** Opens a list of content from the menu. */
export async function openList(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Innehåll', exact: true }).click()
  // the menu may have a page of the same name
  await page.getByRole('link', { name, exact: true }).and(page.locator('[href*="/content-manager/"]')).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Uploads a picture into the image field of a figure that has none yet. */
export async function uploadPicture(page: Page, figure: Locator | Page, file: string): Promise<void> {
  await figure.getByRole('button', { name: 'Klicka för att lägga till en bild' }).click()
  await page.getByRole('button', { name: 'Lägg till fler filer' }).click()
  await page.getByRole('dialog').last().locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Ladda upp 1 fil till biblioteket' }).click()
  await page.getByRole('button', { name: 'Klar', exact: true }).click()
}

/** Adds a part at the end of the body; the part's region. */
export async function addPart(page: Page, kind: 'Text' | 'Citat' | 'Bild' | 'Infografik' | 'Faktaruta'): Promise<Locator> {
  await page.getByRole('button', { name: 'Lägg till en del i Brödtext' }).click()
  await page.getByRole('region', { name: 'Delar av texten' }).getByRole('button', { name: kind, exact: true }).click()
  return page.getByRole('region', { name: kind }).last()
}

/** Writes paragraphs into the text editor of a part. */
export async function write(page: Page, part: Locator, paragraphs: string[]): Promise<void> {
  await part.getByRole('textbox').first().click()
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0)
      await page.keyboard.press('Enter')
    await page.keyboard.type(paragraph)
  }
}

/** Opens the menu beside the publish button and chooses an action. */
export async function chooseAction(page: Page, action: string): Promise<void> {
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'Spara och publicera' }) })
  await panel.getByRole('button', { name: 'Fler åtgärder' }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}
