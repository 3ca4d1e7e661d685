import * as vscode from 'vscode';
import { comparePlaced, stateOf } from '../../src/core/corpus/placeAnnotations';
import { LiveArticle } from '../../src/core/live/liveArticle';
import type { Utf16Range } from '../../src/core/text/range';
import { toReplacement, toVsCodeRange } from '../../src/workspace/positions';
import { measure, timeRow, type Effort, type Row } from './measure';
import { makeArticle } from './texts';

/** Our share of one keystroke in an article of so many bytes with so many annotated passages. */
export async function keystrokeRows(bytes: number, count: number, goal: number, effort: Effort): Promise<Row[]> {
  const { text, annotations, ranges } = makeArticle(bytes, count);
  const live = new LiveArticle(text);
  live.setAnnotations(annotations, new Map(annotations.map(({ id }, i) => [id, ranges.slice(i, i + 1)])));
  const type = (at: number): boolean => {
    const { line, column } = live.article.lines.at(at);
    const position = { line: line - 1, character: column - 1 };
    const change = { range: { start: position, end: position }, rangeOffset: at + line - 1, rangeLength: 0, text: 'x' } as vscode.TextDocumentContentChangeEvent;
    started = performance.now();
    return live.applyChanges([toReplacement(change, vscode.EndOfLine.CRLF)]).redraw;
  };
  let started = 0;

  /** The time from the change's event on: making the event up is not our share. */
  const times = (place: (n: number) => number, redraws: boolean) => {
    const found: number[] = [];
    for (let n = -effort.warmUp; n < effort.runs; n++) {
      const redraw = type(place(n));
      if (redraw !== redraws) throw new Error(redraws ? 'Nothing to draw' : 'Nothing should have to be drawn');
      if (redraw) draw(live);
      if (n >= 0) found.push(performance.now() - started);
    }
    return found.sort((a, b) => a - b)[found.length >> 1] ?? NaN;
  };
  const first = () => live.placed[0]?.passages[0]?.range ?? { start: 0, end: 0 };
  const beside = times(() => first().start, false);
  const inside = times((n) => (live.placed[(count >> 1) + n]?.passages[0]?.range ?? first()).start + 3, true);

  let plain: Utf16Range[] = [...ranges];
  const { floor } = await measure({ floor: () => { plain = plain.map(({ start, end }) => (start >= 1 ? { start: start + 1, end: end + 1 } : { start, end })); } }, effort);
  return [
    timeRow(`keystroke, ${count.toLocaleString('en')} annotations in ${bytes >= 1e6 ? `${bytes / 1e6} MB` : `${bytes / 1e3} kB`}`, goal, { ours: beside, floor }),
    timeRow('… among a passage’s words: drawn and listed anew', goal, { ours: inside, floor }),
  ];
}

/** What a changed passage makes the highlights and the index work out. */
function draw(live: LiveArticle): void {
  live.placed.flatMap(({ passages }) => passages.flatMap(({ range }) => (range === undefined ? [] : toVsCodeRange(live.article.lines, range))));
  [...live.placed].sort(comparePlaced).map((placed) => ({ annotation: placed.annotation, state: stateOf(placed) }));
}
