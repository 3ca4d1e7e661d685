import { load } from 'js-yaml';
import { parseDocument } from 'yaml';
import { addAlias } from '../../src/core/codebook/edit/editCodebook';
import { readCodebook } from '../../src/core/codebook/readCodebook';
import { measure, timeRow, type Effort, type Row } from './measure';

/**
 * A codebook with so many speakers, read, and an alias added: what it says is known before and
 * after. The floor is js-yaml's `load`; beside it the `yaml` library, which has the places, too.
 */
export async function codebookRows(speakers: number, effort: Effort): Promise<Row[]> {
  const text = codebookText(speakers);
  const middle = `第${speakers >> 1}位发言人`;
  const times = await measure(
    {
      read: () => readCodebook(text),
      edited: () => addAlias(text, middle, '新别名'),
      floor: () => load(text),
      yaml: () => parseDocument(text),
    },
    effort,
  );
  const { floor, yaml } = times;
  const shown = speakers.toLocaleString('en');
  return [
    timeRow(`codebook of ${shown} speakers: read`, undefined, { ours: times.read, floor, yaml }),
    timeRow('… another name added to one', undefined, { ours: times.edited, floor, yaml }),
  ];
}

function codebookText(speakers: number): string {
  const entry = (_: unknown, i: number) =>
    `  - name: 第${i}位发言人\n    aliases: [Speaker ${i}, "P${i}"]\n    type: person\n`;
  return `version: 1\nspeakers:\n${Array.from({ length: speakers }, entry).join('')}`;
}
