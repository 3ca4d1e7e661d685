import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/model/types';
import {
  insertAnnotation,
  newSidecar,
  replaceAnnotation,
} from '../../../../src/core/sidecar/editSidecar';
import { CodePointMap } from '../../../../src/core/text/codePoints';
import { toArticleText } from '../../../../src/core/text/lineEndings';
import { sentenceAt } from '../../../../src/core/text/sentence';
import { loadWithPyYaml, needsPyYaml, pythonScript } from '../../../python/pyyaml';
import { annotation, changed } from './annotations';

describe('PyYAML', () => {
  it('reads every sidecar as what was written: all texts as text, unchanged', function () {
    needsPyYaml(this);
    const pairs = fc.sample(
      annotation.chain((first) => fc.tuple(fc.constant(first), changed(first))),
      200,
    );
    const files = pairs.map(([before, after]) => {
      const other = { ...before, id: `z${before.id}` };
      const file = insertAnnotation(
        insertAnnotation(newSidecar({ title: 'No', author: '007' }), 0, before),
        1,
        other,
      );
      return { text: replaceAnnotation(file, 0, after).text, annotations: [after, other] };
    });
    loadWithPyYaml(files.map(({ text }) => text)).forEach((loaded, i) => {
      const { text, annotations } = files[i] ?? {};
      assert.deepEqual(
        loaded,
        { value: { version: 1, article: { title: 'No', author: '007' }, annotations } },
        text,
      );
    });
  });
});

describe('check_sidecars.py', () => {
  const articles = fileURLToPath(new URL('../../../fixtures/articles/', import.meta.url));
  let folder = '';

  beforeEach(function () {
    needsPyYaml(this);
    folder = mkdtempSync(join(tmpdir(), 'claims-'));
  });
  afterEach(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      'python3',
      [pythonScript('check_sidecars.py'), ...args],
      { encoding: 'utf8' },
    );
    return { status, lines: stdout.replaceAll(`${folder}/`, '').trim().split('\n'), stderr };
  };
  const sidecarOf = (
    name: string,
    annotations: readonly Annotation[],
    head = 'version: 1\nannotations: []\n',
  ) => {
    const file = annotations.reduce(
      (before, item, i) => insertAnnotation(before, i, item),
      newSidecar(),
    );
    writeFileSync(
      join(folder, `${name}.claims.yaml`),
      head.replace('version: 1\nannotations: []\n', file.text),
    );
  };

  it('agrees with the positions of every sentence of the awkward articles, with LF, CRLF and a byte-order mark', () => {
    let count = 0;
    for (const name of readdirSync(articles).filter((file) => file !== 'README.md')) {
      const lf = readFileSync(articles + name, 'utf8');
      for (const [kind, bytes] of [
        ['lf', lf],
        ['crlf', lf.replaceAll('\n', '\r\n')],
        ['bom', `\uFEFF${lf}`],
      ] as const) {
        const text = toArticleText(bytes);
        const map = new CodePointMap(text);
        const starts = new Map(
          Array.from({ length: Math.floor(text.length / 7) }, (_, i) =>
            sentenceAt(text, i * 7),
          ).map((range) => [range.start, range]),
        );
        const sentences = [...starts.values()].filter(({ start, end }) => end > start);
        count += sentences.length;
        writeFileSync(join(folder, `${kind}-${name}`), bytes);
        sidecarOf(
          `${kind}-${name}`,
          sentences.map((range, i) => ({
            id: `s${i}`,
            role: 'claim',
            passages: [
              { exact: text.slice(range.start, range.end), ...map.rangeToCodePoints(range) },
            ],
          })),
        );
      }
    }
    assert.deepEqual(run(folder), {
      status: 0,
      lines: [`18 sidecars, ${count} passages compared, 0 failures`],
      stderr: '',
    });
  });

  it('reads an article in the encoding that the sidecar names', () => {
    writeFileSync(join(folder, 'a.txt'), Buffer.from([0xbf, 0xaa, 0xd4, 0xb4, 0xa1, 0xa3]));
    writeFileSync(
      join(folder, 'a.txt.claims.yaml'),
      'version: 1\narticle: {encoding: gb18030}\nannotations:\n  - {id: a1, role: claim, passages: [{exact: 源, start: 1, end: 2}]}\n',
    );
    assert.deepEqual(run(join(folder, 'a.txt.claims.yaml')).lines, [
      '1 sidecars, 1 passages compared, 0 failures',
    ]);
  });

  it('names each failure', () => {
    writeFileSync(join(folder, 'a.md'), '开源模型');
    sidecarOf('a.md', [
      {
        id: 'a1',
        role: 'claim',
        passages: [
          { exact: '开', start: 1, end: 2 },
          { exact: '源', start: 1, end: 2 },
          { exact: '没有', start: 0, end: 2, detached: true },
        ],
      },
    ]);
    sidecarOf('gone.md', []);
    writeFileSync(
      join(folder, 'b.md.claims.yaml'),
      'version: 1\nannotations:\n  - {id: a1, role: No, date: 2024-07-11, speaker: 007, mine: 1, passages: [{exact: 1:30, start: "1"}]}\n',
    );
    writeFileSync(join(folder, 'c.md.claims.yaml'), 'version: [\n');
    writeFileSync(join(folder, 'd.md.claims.yaml'), '- a\n');
    writeFileSync(join(folder, 'claims.codebook.yaml'), 'version: 1\n');
    const { status, lines } = run(folder);
    assert.equal(status, 1);
    assert.deepEqual(
      lines.map((line) => line.replace(/(not readable:).*/, '$1')),
      [
        "a.md.claims.yaml: a1 passages[0]: [1:2] is '源', not '开'",
        'b.md.claims.yaml: annotations[0].role loads as bool: False',
        'b.md.claims.yaml: annotations[0].date loads as date: datetime.date(2024, 7, 11)',
        'b.md.claims.yaml: annotations[0].speaker loads as int: 7',
        'b.md.claims.yaml: annotations[0].passages[0].exact loads as int: 90',
        "b.md.claims.yaml: annotations[0].passages[0].start must be int: '1'",
        'c.md.claims.yaml: not readable:',
        'd.md.claims.yaml: no sidecar: “version” and “annotations” are missing',
        'gone.md.claims.yaml: the article is not readable:',
        '5 sidecars, 2 passages compared, 9 failures',
      ],
    );
    assert.equal(run().status, 2);
  });
});
