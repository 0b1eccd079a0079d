import type { FreshCms } from '../../harness/fresh-cms'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { testSecrets } from '../../harness/secrets'

export interface ImportRun { code: number, stdout: string, stderr: string }

const script = path.resolve(__dirname, '../../../scripts/import.mjs')

/** Runs the command `import` as `npm run import` does, in a process of its own beside the CMS, if one runs. */
export function runImport(data: Pick<FreshCms, 'dataDir' | 'databaseUrl'>, args: string[]): Promise<ImportRun> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        STRAPI_TELEMETRY_DISABLED: 'true',
        STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'sv',
        SITE_URL: 'https://sjovik.example',
        DATA_DIR: data.dataDir,
        DATABASE_URL: data.databaseUrl ?? '',
        ...testSecrets,
      },
    }, (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }))
  })
}

export const fixture = (name: string): string => path.resolve(__dirname, '../../fixtures/import', name)

/** The folder of the two real pages; it is not part of the project. */
export const samples = path.resolve(__dirname, '../../../../../shared/samples')
