/** Fits the weights for English reports: `fitReports.ts FOLDER [OUT]`. */
import { writeFileSync } from 'node:fs';
import { AttributedArticle } from '../../src/core/attribution/index';
import { FEATURES } from '../../src/core/attribution/english/phraseFeatures';
import { probabilities } from '../../src/core/attribution/rank/logit';
import type { PhraseCandidate } from '../../src/core/attribution/english/englishArticle';
import { readCases } from './cases';
import { fit, foldsOf, type Observation } from './fit';

const [folder = '', out] = process.argv.slice(2);
const cases = (await readCases(folder)).filter(({ corpus }) => corpus === 'polnear');
type Row = Observation & {
  document: string;
  id: string;
  kind: string;
  phrases: PhraseCandidate[];
  list: boolean;
  open: boolean;
};
const rows: Row[] = [];
for (const list of [false, true]) {
  let article: AttributedArticle | undefined;
  for (const one of cases) {
    if (article?.text !== one.text)
      article = new AttributedArticle(one.text, list ? { speakers: one.speakers } : {});
    const reader = article.readerAt(one.passages[0]!.start);
    const plain = reader.reading.plain;
    const parts = one.passages.map((r) => ({
      start: plain.toPlain(r.start),
      end: plain.toPlain(r.end),
    }));
    const phrases = reader.english!.phrasesFor(parts);
    const right = phrases.map((p) => one.isRight(p.speaker, plain.rangeToRaw(p.span)));
    rows.push({
      candidates: phrases.map((p) => p.features),
      right,
      document: one.document,
      id: one.id,
      kind: one.kind,
      phrases,
      list,
      open: !one.isRight('\u0000') && one.kind === 'anaphoric',
    });
  }
}
const oracle = rows.filter((r) => r.right.includes(true)).length / rows.length;
console.log(
  'oracle',
  oracle.toFixed(3),
  'candidates',
  (rows.reduce((s, r) => s + r.candidates.length, 0) / rows.length).toFixed(1),
);
const folds = foldsOf(
  rows.map((r) => r.document),
  5,
);
for (const penalty of process.env['PEN'] ? [Number(process.env['PEN'])] : [1]) {
  const hits = [0, 0],
    n = [0, 0];
  const byKind = new Map<string, [number, number]>();
  for (let fold = 0; fold < 5; fold += 1) {
    const weights = fit(
      rows.filter((r) => folds.get(r.document) !== fold),
      FEATURES.length,
      penalty,
    );
    for (const r of rows.filter((q) => folds.get(q.document) === fold)) {
      const p = probabilities(r.candidates, weights);
      const merged = new Map<string, number>();
      r.phrases.forEach((c, i) =>
        merged.set(c.speaker.toLowerCase(), (merged.get(c.speaker.toLowerCase()) ?? 0) + p[i]!),
      );
      const top = [...merged].sort((a, b) => b[1] - a[1])[0]?.[0];
      let best = -1;
      r.phrases.forEach((c, i) => {
        if (c.speaker.toLowerCase() === top && (best < 0 || p[i]! > p[best]!)) best = i;
      });
      const ok = best >= 0 && r.right[best]! ? 1 : 0;
      hits[+r.list]! += ok;
      n[+r.list]! += 1;
      const k = byKind.get(`${r.kind} ${r.list}`) ?? [0, 0];
      k[0] += ok;
      k[1] += 1;
      byKind.set(`${r.kind} ${r.list}`, k);
    }
  }
  console.log(
    'penalty',
    penalty,
    'cv without',
    (hits[0]! / n[0]!).toFixed(3),
    'with',
    (hits[1]! / n[1]!).toFixed(3),
    [...byKind].map(([k, [a, b]]) => `${k} ${(a / b).toFixed(3)} (${b})`).join('; '),
  );
}
if (out) {
  const weights = fit(rows, FEATURES.length, Number(process.env['PEN'] ?? 1));
  writeFileSync(
    out,
    `/** Fitted by \`fit\` of the evaluation; in the order of the features. */\nexport const REPORT_WEIGHTS: readonly number[] = [\n${weights.map((w, i) => `  ${w.toFixed(2)}, // ${FEATURES[i]}`).join('\n')}\n];\n`,
  );
}
