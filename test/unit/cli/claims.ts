import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runClaims } from '../../../src/cli/program';
import { describePassage } from '../../../src/core/placing/describePassage';
import { insertAnnotation, newSidecar } from '../../../src/core/sidecar/editSidecar';
import type { Annotation } from '../../../src/core/model/types';
import { ArticleText } from '../../../src/core/text/articleText';
import { folderForEach } from '../disk/disk';

/** What the program answered. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder for each test, in which the program is run. */
export function claimsForEach() {
  const folder = folderForEach();
  const { XDG_CACHE_HOME: usual } = process.env;
  let caches = '';
  beforeEach(() => {
    // Never the user's own.
    caches = mkdtempSync(join(tmpdir(), 'claims-caches-'));
    process.env['XDG_CACHE_HOME'] = caches;
  });
  afterEach(() => {
    if (usual === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = usual;
    rmSync(caches, { recursive: true, force: true });
  });
  const write = (name: string, text: string | Uint8Array) => {
    mkdirSync(dirname(folder.file(name)), { recursive: true });
    writeFileSync(folder.file(name), text);
  };
  const run = async (...args: readonly string[]): Promise<Answer> => {
    let [out, err] = ['', ''];
    const terminal = {
      cwd: folder.path,
      out: (text: string) => {
        out += text;
      },
      tell: (text: string) => {
        err += text;
      },
      showsProgress: false,
    };
    return { code: await runClaims(args, terminal, '1.2.3'), out, err };
  };
  return {
    get path() {
      return folder.path;
    },
    file: (name: string) => folder.file(name),
    /** Where the program keeps what it read. */
    get caches() {
      return join(caches, 'claim-annotator');
    },
    write,
    read: (name: string) => readFileSync(folder.file(name), 'utf8'),
    run,
    /** What it printed, where all went well. */
    fine: async (...args: readonly string[]): Promise<string> => {
      const { code, out, err } = await run(...args);
      assert.deepEqual([code, err], [0, '']);
      return out;
    },
    /** An article with annotations, as the extension writes them. */
    article: (name: string, text: string, annotations: readonly Annotation[]) => {
      write(name, text);
      const file = annotations.reduce(
        (sidecar, annotation) => insertAnnotation(sidecar, sidecar.entries.length, annotation),
        newSidecar(),
      );
      write(`${name}.claims.yaml`, file.text);
    },
  };
}

/** An annotation of some words of a text. */
export function tagged(
  text: string,
  id: string,
  words: string,
  more: Partial<Annotation> = {},
): Annotation {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  const range = { start, end: start + words.length };
  const passages = [describePassage(text, range, new ArticleText(text).map)];
  return { id, role: 'claim', passages, ...more };
}

export const CHINESE =
  '---\ndate: 2024-07-11\n---\n\n𠮷野家的会上，甲方说：“桥要先修，钱以后再说。”\n乙方不同意，说钱不够。\n';
export const ENGLISH =
  'The bridge can wait, said the mayor.\n\nNobody else thought that it could wait for long.\n';

/** A folder with two articles. */
export function writeTwoArticles({ article }: ReturnType<typeof claimsForEach>): void {
  article('文/桥.md', CHINESE, [
    tagged(CHINESE, 'c1', '桥要先修，钱以后再说', { speaker: '甲方', stance: 'favor' }),
    tagged(CHINESE, 'c2', '钱不够', {
      role: 'rebuttal',
      speaker: '乙方',
      links: [{ type: 'rebuts', target: 'c1' }],
    }),
  ]);
  article('bridge.txt', ENGLISH, [
    tagged(ENGLISH, 'e1', 'The bridge can wait', { speaker: 'Mayor', date: '2023' }),
    tagged(ENGLISH, 'e2', 'it could wait for long', { role: 'evidence' }),
  ]);
}
