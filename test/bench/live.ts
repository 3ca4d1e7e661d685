import * as vscode from 'vscode';
import { comparePlaced, stateOf } from '../../src/core/placing/placeAnnotations';
import { LiveArticle } from '../../src/core/placing/liveArticle';
import { runAtOnce } from '../../src/core/text/steps';
import { ArticleText } from '../../src/core/text/articleText';
import type { Utf16Range } from '../../src/core/text/range';
import { toReplacement, toVsCodeRange } from '../../src/workspace/platform/positions';
import { measure, timeRow, type Effort, type Row } from './measure';
import { makeArticle } from './texts';

/** Our share of one keystroke in an article of so many bytes with so many annotated passages. */
export async function keystrokeRows(
  bytes: number,
  count: number,
  goal: number,
  effort: Effort,
): Promise<Row[]> {
  const { text, annotations, ranges } = makeArticle(bytes, count);
  const live = new LiveArticle(text);
  live.setAnnotations(
    annotations,
    new Map(annotations.map(({ id }, i) => [id, ranges.slice(i, i + 1)])),
  );
  runAtOnce(live.findPassages());
  const { lines } = new ArticleText(text);
  /**
   * Types a letter so many units behind the start of a passage, as VS Code tells of it in an
   * article with CRLF.
   */
  const type = (passage: number, behind: number): boolean => {
    const at = (live.placed[passage]?.passages[0]?.range?.start ?? 0) + behind;
    const position = new vscode.Position(lines.at(ranges[passage]?.start ?? 0).line - 1, 0);
    const change = {
      range: new vscode.Range(position, position),
      rangeOffset: at + position.line,
      rangeLength: 0,
      text: 'x',
    };
    return live.applyChanges([toReplacement(change, vscode.EndOfLine.CRLF)]).redraw;
  };
  let plain: readonly Utf16Range[] = ranges;
  let n = 0;
  const { beside, inside, floor } = await measure(
    {
      beside: () => {
        if (type(1, 0)) throw new Error('Nothing was to be drawn anew');
      },
      inside: () => {
        if (!type((count >> 1) + n++, 3)) throw new Error('A passage was to be drawn anew');
        draw(live);
      },
      floor: () => {
        plain = plain.map(({ start, end }) =>
          start >= 1 ? { start: start + 1, end: end + 1 } : { start, end },
        );
      },
    },
    effort,
  );
  return [
    timeRow(
      `keystroke, ${count.toLocaleString('en')} annotations in ${bytes >= 1e6 ? `${bytes / 1e6} MB` : `${bytes / 1e3} kB`}`,
      goal,
      { ours: beside, floor },
    ),
    timeRow('… among a passage’s words: drawn and listed anew', goal, { ours: inside, floor }),
  ];
}

/** What a changed passage makes the highlights and the index work out. */
function draw(live: LiveArticle): void {
  live.placed.flatMap(({ passages }) =>
    passages.flatMap(({ range }) =>
      range === undefined ? [] : toVsCodeRange(live.article.lines, range),
    ),
  );
  [...live.placed]
    .sort(comparePlaced)
    .map((placed) => ({ annotation: placed.annotation, state: stateOf(placed) }));
}
