import assert from 'node:assert/strict';
import { LiveArticle } from '../../../../src/core/placing/liveArticle';
import { runAtOnce } from '../../../../src/core/text/steps';
import type { Utf16Range } from '../../../../src/core/text/range';
import { inverse, turnNumbers } from './edits';
import {
  annotation,
  opened,
  passageAt,
  rangeOf,
  saveTyped,
  statesOf,
  take,
  textOf,
  wordsOf,
} from './openArticles';

/** Puts the whole text in anew, as formatters and other programs do; returns what takes it back. */
function replaceAll(live: LiveArticle, now: string) {
  const before = textOf(live);
  const change = { start: 0, end: before.length, text: now };
  const { torn } = live.applyChanges([change]);
  assert.equal(textOf(live), now);
  if (torn) runAtOnce(live.findLostPassages());
  return inverse([change], before);
}

const takeBack = (live: LiveArticle, undo: ReturnType<typeof replaceAll>) => {
  live.applyChanges(undo);
  runAtOnce(live.findLostPassages());
};

/** Spaces between Chinese and Latin words, as Chinese typography tools put them in. */
const spaced = (text: string) =>
  text.replace(/(\p{Script=Han})(\w)/gu, '$1 $2').replace(/(\w)(\p{Script=Han})/gu, '$1 $2');
const titled = (text: string) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
const sorted = (text: string) => text.split('\n').sort().reverse().join('\n');

describe('LiveArticle, when one edit replaces more than it changes', () => {
  const ZH =
    '第一天。\n河岸的3座桥会在5年里塌掉。\n船工协会的RiverTech小组说，修桥要花12个月。\n没有人买车票。\n';

  it('finds passages whole that got spaces, and stores none of them', () => {
    const words = ['河岸的3座桥会在5年里塌掉', '船工协会的RiverTech小组说'];
    const live = opened(words, ZH);
    const undo = replaceAll(live, spaced(ZH));
    assert.deepEqual(wordsOf(live), words.map(spaced));
    assert.deepEqual(statesOf(live), ['changed', 'changed']);
    assert.deepEqual(saveTyped(live), []);
    takeBack(live, undo);
    assert.deepEqual([wordsOf(live), statesOf(live)], [words, ['anchored', 'anchored']]);
    assert.deepEqual(saveTyped(live), []);
  });

  it('finds passages whole on the lines to which a sorting moved them', () => {
    const words = ['河岸的3座桥会在5年里塌掉。', '修桥要花12个月。', '没有人买车票'];
    const live = opened(words, ZH);
    const undo = replaceAll(live, sorted(ZH));
    assert.deepEqual([wordsOf(live), statesOf(live)], [words, words.map(() => 'anchored')]);
    takeBack(live, undo);
    assert.deepEqual([wordsOf(live), saveTyped(live)], [words, []]);
  });

  it('finds passages whole whose letters became capitals', () => {
    const text = 'the ferry is slow but honest. nobody pays for the bridge, said the mayor.\n';
    const words = ['ferry is slow', 'nobody pays for the bridge'];
    const live = opened(words, text);
    const undo = replaceAll(live, titled(text));
    assert.deepEqual(wordsOf(live), words.map(titled));
    assert.deepEqual([statesOf(live), saveTyped(live)], [['changed', 'changed'], []]);
    takeBack(live, undo);
    assert.deepEqual([wordsOf(live), statesOf(live)], [words, ['anchored', 'anchored']]);
  });

  it('leaves a passage detached whose annotation has another one that was torn', () => {
    const words = ['河岸的3座桥会在5年里塌掉', '没有人买车票'];
    const live = new LiveArticle(ZH);
    const [torn, detached] = words.map((one) => passageAt(ZH, rangeOf(ZH, one)));
    if (torn === undefined || detached === undefined) throw new Error('two passages');
    take(live, [annotation('a0', torn, { ...detached, detached: true })]);
    replaceAll(live, spaced(ZH));
    assert.deepEqual(statesOf(live), ['changed', 'orphaned']);
  });

  it('says that nothing is left of a passage for which quite other words stand', () => {
    const live = opened(['没有人买车票'], ZH);
    replaceAll(live, ZH.replace('花12个月。\n没有人买车票', '很久。\n天黑以前大家都回家去了'));
    assert.deepEqual([statesOf(live), saveTyped(live)], [['orphaned'], []]);
  });

  it('stores no stump, and points to the right words or says that it can’t, whatever is replaced', () => {
    const [turns, counts] = [400, { right: 0, said: 0, wrong: 0 }];
    for (let turn = 1; turn <= turns; turn++) {
      const random = turnNumbers(turn);
      const { text, quotes } = article(random);
      const live = opened(
        quotes.map(({ start, end }) => text.slice(start, end)),
        text,
      );
      const { window, pieces } = rewritten(random, text);
      const now = pieces.map((piece) => piece.now).join('');
      live.applyChanges([{ ...window, text: now }]);
      runAtOnce(live.findLostPassages());
      const truth = quotes.map((quote) => trueRange(quote, window, pieces));
      live.placed.forEach(({ passages: [place] }, i) => {
        const [range, right] = [place?.range, truth[i] as Utf16Range];
        if (range === undefined) counts.said++;
        else if (overlap(range, right) >= 0.8) counts.right++;
        else {
          counts.wrong++;
          assert.notEqual(place?.state, 'anchored', 'never silently on other words');
        }
      });
      for (const { passages } of live.typedAnnotations()) {
        const [range] = passages.flatMap((place) => place.range ?? []);
        assert.ok(
          range !== undefined && truth.some((right) => overlap(range, right) >= 0.8),
          `a stump would be stored: ${JSON.stringify({ turn, words: wordsOf(live) })}`,
        );
      }
    }
    const all = counts.right + counts.said + counts.wrong;
    assert.ok(counts.wrong <= all * 0.005, JSON.stringify(counts));
    assert.ok(counts.right >= all * 0.9, JSON.stringify(counts));
  });
});

const SUBJECTS = ['The ferry', '船工协会', 'Our mayor', '第三小组', 'Every driver', '河岸的居民'];
const VERBS = [' pays for ', '反对', ' never saw ', '支持', ' will close ', '要重修'];
const OBJECTS = ['the iron bridge', '新的RiverTech航线', 'a toll of 12 crowns', '那座3号桥'];

/** A text of short sentences with a number each, and four of them quoted. */
function article(random: (below: number) => number) {
  const sentences = Array.from({ length: 24 }, (_, i) => {
    const pick = (words: readonly string[]) => words[random(words.length)] ?? '';
    return `${pick(SUBJECTS)}${pick(VERBS)}${pick(OBJECTS)} on day ${i * 37 + random(30)}.`;
  });
  const starts: number[] = [];
  let text = '';
  for (const sentence of sentences) {
    starts.push(text.length);
    text += `${sentence}\n`;
  }
  const quotes = [2, 8, 14, 20].map((base) => {
    const i = base + random(4);
    return { start: starts[i] ?? 0, end: (starts[i] ?? 0) + (sentences[i]?.length ?? 0) };
  });
  return { text, quotes };
}

/** Some words of the text before an edit, and what stands for them after it. */
interface Piece {
  readonly was: string;
  readonly now: string;
}

/** A stretch of the text, and what a real tool makes of its words. */
function rewritten(random: (below: number) => number, text: string) {
  const start = random(text.length - 60);
  const window = { start, end: start + 40 + random(text.length - start - 40) };
  const tools = [spaced, titled, (part: string) => part.replace(/ day /g, ' the day of ')];
  const tool = tools[random(tools.length)] ?? spaced;
  const parts = text.slice(window.start, window.end).split(/(?<=[ \n])/);
  const pieces = parts.map((was): Piece => {
    const now = random(30) === 0 ? `${was}very ` : was;
    return { was, now: tool(now) };
  });
  return { window, pieces };
}

/** Where a quotation's words are after the rewriting: from its first piece to its last one. */
function trueRange(quote: Utf16Range, window: Utf16Range, pieces: readonly Piece[]): Utf16Range {
  const moved = (offset: number, isEnd: boolean): number => {
    let [was, now] = [window.start, window.start];
    for (const piece of pieces) {
      const reach = was + piece.was.length;
      if (offset < reach || (isEnd && offset === reach)) {
        // Within a piece, as far from its beginning as before, in proportion.
        const share = (offset - was) / piece.was.length;
        return offset <= was ? now : now + Math.round(share * piece.now.length);
      }
      [was, now] = [reach, now + piece.now.length];
    }
    return offset - was + now;
  };
  const place = (offset: number, isEnd: boolean) =>
    offset < window.start ? offset : moved(offset, isEnd);
  return { start: place(quote.start, false), end: place(quote.end, true) };
}

/** The common part of two ranges as a share of the longer one. */
function overlap(a: Utf16Range, b: Utf16Range): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, common) / Math.max(a.end - a.start, b.end - b.start);
}
