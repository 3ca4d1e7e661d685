import { EMPTY_CODEBOOK } from '../../src/core/codebook/codebook';
import { Corpus } from '../../src/core/corpus/corpus';
import { placeAnnotations, stateOf } from '../../src/core/placing/placeAnnotations';
import { exportDocument, printExport } from '../../src/core/exchange/exportDocument';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import { ArticleText } from '../../src/core/text/articleText';
import type { Tally } from './hostileTally';
import { tryEdit, tryText } from './hostileTally';
import type { Size } from './scenario';

/** Keys and values that mean something to JavaScript, to file systems or to people. */
export function tryDangerousKeys(tally: Tally): void {
  const item = (inside: string) =>
    `  - id: a1\n    role: claim\n    passages:\n      - exact: x\n${inside}`;
  for (const key of [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'then',
    'toJSON',
    '"\\0"',
    '"\\ud800"',
    '""',
    'path',
    '<<',
  ]) {
    for (const value of [
      '{polluted: true}',
      '[{polluted: true}]',
      'x',
      '{__proto__: {polluted: true}}',
      '{constructor: {prototype: {polluted: true}}}',
    ]) {
      for (const text of [
        `${key}: ${value}\nversion: 1\nannotations:\n${item('')}`,
        `version: 1\narticle:\n  ${key}: ${value}\nannotations:\n${item('')}`,
        `version: 1\nannotations:\n${item(`        ${key}: ${value}\n`)}`,
        `version: 1\nannotations:\n${item(`    ${key}: ${value}\n`)}`,
        `version: 1\nannotations:\n${item(`    links: [{type: x, target: y, ${key}: ${value}}]\n`)}`,
        `version: 1\nannotations:\n${item(`    ${key}: 1\n    ${key}: 2\n`)}${item('')}`,
        `version: 1\nspeakers:\n  - name: x\n    ${key}: ${value}\ntopics: [{id: x, ${key}: ${value}}]\n${key}: ${value}\n`,
      ]) {
        const name = `${key}: ${value}`;
        tryEdit(tally, name, text);
        tally.try(`${name}, export`, () => {
          printExport(exported(readSidecar(text)));
        });
        tally.holds(`${name} pollutes`, !('polluted' in {}) && !('polluted' in (() => undefined)));
      }
    }
  }
  for (const path of [
    '../../etc/passwd',
    '/etc/passwd',
    'C:\\Windows\\x',
    'file:///etc/passwd',
    'command:x',
  ]) {
    const text = `version: 1\narticle: {path: "${path.replaceAll('\\', '\\\\')}", url: "${path.replaceAll('\\', '\\\\')}", encoding: "${path.replaceAll('\\', '\\\\')}"}\nannotations:\n${item('')}`;
    // What a sidecar says of its article is handed on as what it says, never as where the article
    // is.
    tally.try(path, () => {
      const {
        articles: [article],
        annotations,
      } = exported(readSidecar(text));
      tally.holds(
        path,
        article?.path === 'a.md' &&
          annotations.every((one) => one.article === 'a.md') &&
          article.override?.['path'] === path,
      );
    });
  }
}

function exported(file: SidecarFile) {
  const article = new ArticleText('x y z');
  const placed = placeAnnotations(
    article,
    file.entries.flatMap(({ annotation }) => annotation ?? []),
  );
  return exportDocument(
    [{ path: 'a.md', article, override: file.article, placed }],
    EMPTY_CODEBOOK,
  );
}

/** Links to oneself, in circles, to nowhere, and thousands to one. */
export function tryLinks(tally: Tally, size: Size): void {
  const count = size === 'short' ? 500 : 5_000;
  for (const [name, target] of [
    ['itself', (i: number) => i],
    ['the next', (i: number) => (i + 1) % count],
    ['one', () => 0],
    ['nowhere', () => count],
  ] as const) {
    const text = `version: 1\nannotations:\n${Array.from({ length: count }, (_, i) => `  - {id: a${i}, role: claim, passages: [{exact: x}], links: [{type: rebuts, target: a${target(i)}}, {type: rebuts, target: a${target(i)}}]}\n`).join('')}`;
    const file = tryText(tally, `links to ${name}`, text);
    tally.try(`links to ${name}, corpus and export`, () => {
      const annotations = file?.entries.flatMap(({ annotation }) => annotation ?? []) ?? [];
      const placed = placeAnnotations(new ArticleText('x y z'), annotations);
      const corpus = new Corpus();
      corpus.setArticle(
        'a',
        'a.md',
        placed.map((one) => ({ article: 'a', annotation: one.annotation, state: stateOf(one) })),
      );
      for (const { id } of annotations) corpus.linksTo(id);
      tally.holds(
        `links to ${name}`,
        file !== undefined && exported(file).annotations.length === count,
      );
    });
  }
}
