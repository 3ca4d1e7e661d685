import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import {
  COLORS,
  COMMANDS,
  CONTEXT_KEYS,
  LANGUAGE,
  LOOKS,
  SETTINGS,
  STANCES,
  VIEWS,
} from '../../../src/contributions';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly keybindings: readonly { readonly command: string; readonly when: string }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>
    >;
    readonly submenus: readonly { readonly id: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly colors: readonly {
      readonly id: string;
      readonly defaults: Readonly<Record<string, string>>;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly viewsContainers: {
      readonly activitybar: readonly { readonly id: string; readonly icon: string }[];
    };
  };
}

const manifest = json('package.json') as Manifest;
const { contributes } = manifest;

/** All TypeScript files below src/. */
function sources(): string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('src', file));
}

describe('the manifest', () => {
  it('has the commands that the code registers, all in one category', () => {
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).sort(),
      Object.values(COMMANDS).sort(),
    );
    assert.deepEqual(
      [...new Set(contributes.commands.map(({ category }) => category))],
      ['%category%'],
    );
    assert.equal((json('package.nls.json') as Record<string, string>).category, 'Claims');
  });

  it('names in menus and keybindings only what there is', () => {
    const commands = new Set<string>(Object.values(COMMANDS));
    const used = [...contributes.keybindings, ...Object.values(contributes.menus).flat()].flatMap(
      ({ command }) => command ?? [],
    );
    assert.deepEqual(
      used.filter((command) => !commands.has(command)),
      [],
    );
    const submenus = contributes.submenus.map(({ id }) => id);
    assert.deepEqual(
      Object.values(contributes.menus)
        .flat()
        .flatMap((item) => item.submenu ?? []),
      submenus,
    );
    for (const role of ['Claim', 'Evidence', 'Rebuttal'])
      assert.ok(
        contributes.keybindings.some(
          ({ command }) => command === `claimAnnotator.annotateAs${role}`,
        ),
      );
    assert.ok(
      contributes.keybindings.some(({ when }) => when.includes(CONTEXT_KEYS.pickingSpeaker)),
    );
  });

  it('has the views, settings, colours and the language of the code', () => {
    assert.deepEqual(
      contributes.views.claimAnnotator?.map(({ id }) => id),
      Object.values(VIEWS),
    );
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      ['claimAnnotator'],
    );
    const { section, ...keys } = SETTINGS;
    assert.deepEqual(
      Object.keys(contributes.configuration.properties).sort(),
      Object.values(keys)
        .map((key) => `${section}.${key}`)
        .sort(),
    );
    const colors = [
      ...LOOKS.flatMap((look) => [COLORS.background(look), COLORS.border(look)]),
      ...STANCES.map(COLORS.stance),
    ];
    assert.deepEqual(contributes.colors.map(({ id }) => id).sort(), colors.sort());
    for (const { defaults } of contributes.colors)
      assert.deepEqual(Object.keys(defaults).sort(), [
        'dark',
        'highContrast',
        'highContrastLight',
        'light',
      ]);
    assert.deepEqual(
      contributes.languages.map(({ id }) => id),
      [LANGUAGE],
    );
  });

  it('points to files that there are', () => {
    const files = [
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ];
    for (const file of files) assert.ok(existsSync(join(ROOT, file)), file);
  });

  it('activates on nothing but articles, sidecars and its own commands and views', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:markdown',
      'onLanguage:plaintext',
      'workspaceContains:**/*.claims.yaml',
    ]);
  });
});

describe('the texts', () => {
  it('of the manifest are all there, in English and Chinese', () => {
    const used = [...read('package.json').matchAll(/%([\w.]+)%/g)].map((match) => match[1]);
    const keys = Object.keys(json('package.nls.json') as object).sort();
    assert.deepEqual([...new Set(used)].sort(), keys);
    assert.deepEqual(Object.keys(json('package.nls.zh-cn.json') as object).sort(), keys);
  });

  it('of the code are all there in Chinese, with the same places for values', async function () {
    // The library loads a parser for TypeScript first.
    this.timeout(30_000);
    const used = await getL10nJson(
      sources().map((file) => ({ extension: '.ts', contents: read(file) })),
    );
    const chinese = json('l10n/bundle.l10n.zh-cn.json') as Record<string, string>;
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(used).sort());
    const places = (text: string) =>
      [...text.matchAll(/\{\d\}/g)]
        .map(([place]) => place)
        .sort()
        .join();
    for (const [key, entry] of Object.entries(used)) {
      const english = typeof entry === 'string' ? entry : entry.message;
      assert.equal(places(chinese[key] ?? ''), places(english), key);
    }
  });
});
