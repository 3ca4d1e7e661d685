/**
 * Writes the section `contributes` of package.json from the ids in src/contributions.ts and the
 * tables in scripts/manifest: `npm run manifest`. A test makes sure that package.json is up to
 * date. Texts stand in package.nls.json, under keys that follow from the names of the ids.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { colors } from './manifest/colors';
import { commands, keybindings } from './manifest/commands';
import { configurationDefaults, grammars, languages } from './manifest/languages';
import { menus, submenus } from './manifest/menus';
import { configuration } from './manifest/settings';
import { views, viewsContainers, viewsWelcome } from './manifest/views';
import { walkthroughs } from './manifest/walkthroughs';

/** What the extension adds to VS Code. */
export const contributes = {
  languages,
  grammars,
  commands,
  submenus,
  menus,
  keybindings,
  viewsContainers,
  views,
  viewsWelcome,
  walkthroughs,
  colors,
  configuration,
  configurationDefaults,
};

/** The text of package.json with `contributes` made anew, and all else as it is. */
export function withContributes(packageJson: string): string {
  const manifest = JSON.parse(packageJson) as object;
  return `${JSON.stringify({ ...manifest, contributes }, undefined, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const file = join(import.meta.dirname, '..', 'package.json');
  writeFileSync(file, withContributes(readFileSync(file, 'utf8')));
}
