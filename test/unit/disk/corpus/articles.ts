import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { adoptPacked, PackedContent } from '../../../../src/core/corpus/packed/packedContent';
import { StringTable } from '../../../../src/core/corpus/packed/stringTable';
import { describePassage } from '../../../../src/core/placing/describePassage';
import { insertAnnotation, newSidecar } from '../../../../src/core/sidecar/editSidecar';
import { CodePointMap } from '../../../../src/core/text/codePoints';
import type { CorpusChunk } from '../../../../src/disk/corpus/readCorpus.node';

/** A text in two languages, as lines that can be annotated. */
export const LINES = [
  '开源模型一年内会追上闭源模型。',
  'Closed models will keep their lead, the analyst said.',
  '“差距正在缩小”，他补充说。',
];
export const TEXT = `# 模型之争\n\n${LINES.join('\n\n')}\n`;

/** A sidecar of annotations of these words in a text; their ids are `${prefix}1`, … */
export function sidecarFor(
  words: readonly string[],
  { prefix = 'a', text = TEXT, speaker = '李明' } = {},
): string {
  const map = new CodePointMap(text);
  const file = words.reduce((present, exact, i) => {
    const start = text.indexOf(exact);
    const passages = [describePassage(text, { start, end: start + exact.length }, map)];
    const annotation = { id: `${prefix}${i + 1}`, role: 'claim', speaker, passages };
    return insertAnnotation(present, i, annotation);
  }, newSidecar({}));
  return file.text;
}

export function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Sets the clock forward: what was just written counts as settled. @returns sets it back */
export function laterBy(milliseconds: number): () => void {
  const { now } = Date;
  Date.now = () => now() + milliseconds;
  return () => {
    Date.now = now;
  };
}

/** What chunks say, by article: the annotations' ids and speakers. */
export function saidIn(chunks: readonly CorpusChunk[]): Record<string, string[]> {
  const said: Record<string, string[]> = {};
  for (const { packed } of chunks) {
    const table = new StringTable();
    const adopted = adoptPacked(packed, table);
    for (const article of adopted.articles) {
      const content = new PackedContent(table, adopted, article, ({ annotation }) => annotation);
      said[article.name] = content
        .items()
        .map(({ id, speaker, passages }) => `${id} ${speaker} ${passages[0]?.exact}`);
    }
  }
  return said;
}

/** Does something as a user who may do nothing: the administrator may read everything. */
export function asNobody(run: () => void): void {
  const { seteuid } = process;
  if (seteuid === undefined || process.geteuid?.() !== 0) return run();
  seteuid(65534);
  try {
    run();
  } finally {
    seteuid(0);
  }
}
