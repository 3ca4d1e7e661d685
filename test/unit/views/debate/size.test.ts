import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { ROOT } from '../../../host/paths';

/** What all views of the page may take together, gzipped. */
const MOST_KB = 120;

describe('the page of the debate’s tab', () => {
  it('is small, with all of its views, and reaches for nothing elsewhere', async () => {
    const { bundles } = createRequire(import.meta.url)(join(ROOT, 'esbuild.js')) as {
      readonly bundles: readonly (BuildOptions & { readonly outfile: string })[];
    };
    const folder = mkdtempSync(join(tmpdir(), 'claims-page-'));
    try {
      const page = bundles.filter(({ outfile }) => outfile.startsWith('dist/views/'));
      const files = page.map((options) => ({
        ...options,
        outfile: join(folder, options.outfile),
        absWorkingDir: ROOT,
        minify: true,
        sourcemap: false,
      }));
      await Promise.all(files.map((options) => build(options)));
      const texts = files.map(({ outfile }) => readFileSync(outfile, 'utf8'));
      const size = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
      assert.equal(texts.length, 2);
      assert.ok(size < MOST_KB * 1024, `${Math.round(size / 1024)} kB`);
      for (const text of texts) {
        const addresses = text.match(/\bhttps?:\/\/[^\s"'`)]+/g) ?? [];
        // The names of SVG's and XML's elements look like addresses.
        assert.deepEqual(
          addresses.filter((address) => !address.startsWith('http://www.w3.org/')),
          [],
        );
        assert.doesNotMatch(text, /\beval\(|new Function\(|innerHTML|insertAdjacentHTML/);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
