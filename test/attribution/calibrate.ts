/**
 * Measures how often the rules for Chinese reports are right, on the invented articles and on the
 * cases of folders that have an evaluator, and how well that foretells articles that weren't
 * counted (cross-validation by document):
 *
 * node --import ./scripts/typescript.mjs test/attribution/calibrate.ts [FOLDER…] [--write]
 *
 * `--write` puts the precisions into the source.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AttributedArticle } from '../../src/core/attribution/index';
import { readCases, type Case } from './cases';
import { foldsOf } from './fit';
import { batches, markedCases } from './markedArticles';

const FILE = 'src/core/attribution/rank/rulePrecision.ts';
const FOLDS = 10;
/** No rule is surer than what was counted in some hundred cases can tell. */
const MOST = 0.98;
/** As many cases the mean counts for: of all rules for a rule, of a rule for a naming of it. */
const PRIOR = 4;
/** Corpora of stories, which have models of their own, and of English. */
const OTHERS = /^(?:polnear|wp|pdnc)$/;

/** One suggestion of a rule for a case. */
interface Shot {
  readonly document: string;
  readonly id: string;
  readonly rule: string;
  readonly speaker: string;
  readonly isRight: boolean;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const cases = batches().flatMap(markedCases);
for (const folder of positionals)
  cases.push(...(await readCases(folder)).filter(({ corpus }) => !OTHERS.test(corpus)));
const shots = [false, true].flatMap((withList) => shotsOf(cases, withList));
console.log(crossValidate());
if (options.write) write(precisionsOf(shots));

function shotsOf(all: readonly Case[], withList: boolean): Shot[] {
  let article: AttributedArticle | undefined;
  return all.flatMap((one) => {
    if (article?.text !== one.text)
      article = new AttributedArticle(one.text, withList ? { speakers: one.speakers } : {});
    const [range = { start: 0, end: 0 }] = one.passages;
    const { reading, chinese } = article.readerAt(range.start);
    const { plain } = reading;
    const passage = { start: plain.toPlain(range.start), end: plain.toPlain(range.end) };
    return (chinese()?.allFor(passage) ?? []).map(({ rule, speaker }) => ({
      document: one.document,
      id: `${one.id} ${String(withList)}`,
      rule,
      speaker,
      isRight: one.isRight(speaker),
    }));
  });
}

/** The share of right suggestions by rule, and by rule and naming; drawn to the mean if rare. */
function precisionsOf(counted: readonly Shot[]): Map<string, number> {
  const found = new Map<string, number>();
  const shareOf = (some: readonly Shot[], mean: number) =>
    (some.filter(({ isRight }) => isRight).length + PRIOR * mean) / (some.length + PRIOR);
  const mean = shareOf(counted, 0.5);
  for (const [rule, some] of grouped(counted, ({ rule: name }) => name.split(' ')[0] ?? '')) {
    const share = shareOf(some, mean);
    found.set(rule, share);
    for (const [name, few] of grouped(some, ({ rule: whole }) => whole))
      found.set(name, shareOf(few, share));
  }
  return found;
}

function grouped(all: readonly Shot[], keyOf: (shot: Shot) => string): Map<string, Shot[]> {
  const groups = new Map<string, Shot[]>();
  for (const shot of all) groups.set(keyOf(shot), [...(groups.get(keyOf(shot)) ?? []), shot]);
  return groups;
}

function crossValidate(): string {
  const folds = foldsOf(
    cases.map(({ document }) => document),
    FOLDS,
  );
  const bins = new Map<number, { right: number; sum: number; count: number }>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const precisions = precisionsOf(shots.filter(({ document }) => folds.get(document) !== fold));
    const kept = shots.filter(({ document }) => folds.get(document) === fold);
    for (const [, some] of grouped(kept, ({ id }) => id)) {
      const score = ({ rule }: Shot) =>
        precisions.get(rule) ?? precisions.get(rule.split(' ')[0] ?? '') ?? 0;
      const best = some.reduce((a, b) => (score(b) > score(a) ? b : a));
      const key = Math.min(9, Math.floor(score(best) * 10));
      const bin = bins.get(key) ?? { right: 0, sum: 0, count: 0 };
      bin.right += Number(best.isRight);
      bin.sum += score(best);
      bin.count += 1;
      bins.set(key, bin);
    }
  }
  const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);
  const rows = [...bins].sort((a, b) => a[0] - b[0]);
  const all = rows.reduce((sum, [, { right }]) => sum + right, 0);
  const answered = rows.reduce((sum, [, { count }]) => sum + count, 0);
  return [
    `score      n  mean score  right`,
    ...rows.map(
      ([key, { right, sum, count }]) =>
        `0.${key}–${key === 9 ? '1.0' : `0.${key + 1}`}  ${String(count).padStart(4)}  ${percent(sum, count)}  ${percent(right, count)}`,
    ),
    `all        ${String(answered)}  right ${percent(all, answered)}, of all cases ${percent(all, 2 * cases.length)}`,
  ].join('\n');
}

function write(precisions: ReadonlyMap<string, number>): void {
  const counts = grouped(shots, ({ rule }) => rule);
  const rows = [...precisions]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([rule, share]) => {
      const count = counts.get(rule)?.length;
      const name = rule.includes(' ') ? `'${rule}'` : rule;
      return `  ${name}: ${Math.min(MOST, share).toFixed(2)},${count === undefined ? '' : ` // ${String(count)}`}`;
    });
  writeFileSync(
    FILE,
    `/** How often a rule is right, by naming, and in how many cases: \`test/attribution/calibrate.ts\`. */\nexport const RULE_PRECISION: Readonly<Record<string, number>> = {\n${rows.join('\n')}\n};\n`,
  );
}
