import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CHINESE = 'bundle.l10n.zh-cn.json';

/**
 * Lets messages be in the language of the environment, as POSIX has it: `LC_ALL` before
 * `LC_MESSAGES` before `LANG`. What is printed as data is the same in all.
 *
 * @param folder where the texts are
 */
export function useLanguage(
  { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv,
  folder: string,
): void {
  const language = [LC_ALL, LC_MESSAGES, LANG].find(isSet) ?? '';
  if (!/^zh(?![a-z])(?!.(?:TW|HK|MO|Hant))/i.test(language)) return;
  try {
    l10n.config({ contents: readFileSync(join(folder, CHINESE), 'utf8') });
  } catch {
    // Without the texts, they are English.
  }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
