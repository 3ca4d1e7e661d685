import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { contributes, withContributes } from '../../../scripts/manifest';
import { COMMANDS, CONTEXT_KEYS, ROWS, VIEWS } from '../../../src/contributions';
import { usedTexts } from './usedTexts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

/** All TypeScript files below src/. */
function sources(): string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('src', file));
}

// That the code registers these commands and no others is tested inside VS Code.
describe('the manifest', () => {
  it('is made from the source as it is now (else: npm run manifest)', () => {
    const file = read('package.json');
    assert.equal(file, withContributes(file));
  });

  it('names only rows that the sidebar has, and context keys that the code sets', () => {
    const code = sources().map(read).join('\n');
    for (const name of Object.keys(ROWS))
      assert.match(code, new RegExp(`\\bROWS\\.${name}\\b`), name);
    for (const name of Object.keys(CONTEXT_KEYS))
      assert.match(code, new RegExp(`setContext\\(CONTEXT_KEYS\\.${name}\\b`), name);
  });

  it('knows the rows of annotations, and no others, by how their kind begins', () => {
    for (const [name, row] of Object.entries(ROWS))
      assert.equal(row.startsWith(ROWS.annotation), /^annotation/.test(name), name);
  });

  it('has a key for each default role, and no key twice', () => {
    for (const id of ['annotateAsClaim', 'annotateAsEvidence', 'annotateAsRebuttal'] as const)
      assert.ok(
        contributes.keybindings.some(({ command }) => command === COMMANDS[id]),
        id,
      );
    for (const system of ['key', 'mac'] as const) {
      // Two may have a key where it does nothing for a moment.
      const ours = contributes.keybindings.filter(({ command }) => command !== 'noop');
      // The focus is in the sidebar, in a box that asks, or in an article.
      const places = ['focusedView', 'inQuickInput'];
      for (const place of [...places, undefined]) {
        const keys = ours
          .filter(({ when }) => places.find((one) => when.includes(one)) === place)
          .map((binding) => binding[system] ?? binding.key);
        assert.deepEqual(keys, [...new Set(keys)], place);
        assert.ok(keys.length > 0, place);
      }
    }
  });

  it('points to files that there are', () => {
    const files = [
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ];
    for (const file of files) assert.ok(existsSync(join(ROOT, file)), file);
  });

  it('has small pictures of the first steps and in the README, and packs them and the example', () => {
    const pictures = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.map(({ media }) => media.image),
    );
    assert.equal(new Set(pictures).size, 5);
    const inReadme = Array.from(read('README.md').matchAll(/\]\((media\/[^)]+)\)/g), ([, path]) =>
      String(path),
    );
    assert.equal(inReadme.length, 3);
    const sizes = [...pictures, ...inReadme].map((path) => statSync(join(ROOT, path)).size);
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) < 400_000, sizes.join());
    const packed = read('.vscodeignore').split('\n');
    for (const files of ['media/walkthrough/*.png', 'examples/articles/*', ...inReadme])
      assert.ok(packed.includes(`!${files}`), files);
    const commands = new Set<string>(Object.values(COMMANDS).map((id) => `onCommand:${id}`));
    const views = new Set<string>(Object.values(VIEWS).map((id) => `onView:${id}`));
    for (const { steps } of contributes.walkthroughs)
      for (const { id, completionEvents } of steps)
        assert.ok(
          completionEvents.length > 0 &&
            completionEvents.every((event) => commands.has(event) || views.has(event)),
          id,
        );
  });

  it('packs every bundle that is built, so that nothing is missed when it runs', () => {
    const { bundles } = createRequire(import.meta.url)(join(ROOT, 'esbuild.js')) as {
      readonly bundles: readonly { readonly outfile: string; readonly define: object }[];
    };
    const packed = read('.vscodeignore').split('\n');
    for (const { outfile } of bundles) assert.ok(packed.includes(`!${outfile}`), outfile);
    // All take what one of them read for what they would have read themselves.
    for (const { outfile, define } of bundles)
      assert.ok('process.env.CLAIMS_READER' in define, outfile);
  });

  it('activates on nothing but articles, sidecars and its own commands and views', () => {
    const manifest = json('package.json') as { readonly activationEvents: readonly string[] };
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:markdown',
      'onLanguage:plaintext',
      'workspaceContains:**/*.claims.yaml',
      'onWebviewPanel:claimAnnotator.debate',
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

  it('of the manifest put all commands in the category Claims, and link to commands', () => {
    const english = json('package.nls.json') as Readonly<Record<string, string>>;
    assert.equal(english.category, 'Claims');
    const commands = new Set<string>(Object.values(COMMANDS));
    for (const language of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const links = [...read(language).matchAll(/\(command:(claimAnnotator\.\w+)/g)];
      assert.ok(links.length > 0, language);
      for (const [, command = ''] of links) assert.ok(commands.has(command), command);
    }
  });

  it('of the code are all there in Chinese, with the same places for values', () => {
    const used = new Map(
      sources()
        .flatMap((file) => usedTexts(read(file)))
        .map(({ key, text }) => [key, text]),
    );
    const chinese = json('l10n/bundle.l10n.zh-cn.json') as Record<string, string>;
    assert.deepEqual(Object.keys(chinese).sort(), [...used.keys()].sort());
    const places = (text: string) =>
      [...text.matchAll(/\{\d\}/g)]
        .map(([place]) => place)
        .sort()
        .join();
    for (const [key, text] of used) assert.equal(places(chinese[key] ?? ''), places(text), key);
  });
});
