import { stateOf, type PlacedAnnotation } from '../../src/core/placing/placeAnnotations';
import { LiveArticle } from '../../src/core/placing/liveArticle';
import type { Annotation, Passage } from '../../src/core/model/types';
import type { Tally } from './hostileTally';
import type { Size } from './scenario';

/** Articles and quotations that are alike everywhere, or nowhere, or huge. */
export function tryQuotations(tally: Tally, size: Size): void {
  const length = size === 'short' ? 60_000 : 1 << 20;
  const of = (part: string) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const articles = [
    'a',
    ' ',
    '\n',
    'abc',
    'The model is open. ',
    '开源模型。',
    '\ud800',
    '👩‍💻',
    '\0',
    'e\u0301',
    '\uFDFA',
    'a b c d e f g h i j k l m n o p q r s t u v w x y z\n',
  ].map(of);
  for (const text of articles) {
    const middle = length >> 1;
    const near = (part: string) =>
      `${part.slice(0, part.length >> 1)}X${part.slice(part.length >> 1)}`;
    const quotations: Passage[] = [
      { exact: text },
      { exact: near(text) },
      { exact: text.slice(0, middle) },
      { exact: 'nowhere to be found' },
      {
        exact: near(text.slice(0, 60)),
        prefix: text.slice(0, 40),
        suffix: text.slice(0, 40),
        start: middle,
      },
      { exact: text.slice(0, 3), prefix: text, suffix: text },
      { exact: 'X', prefix: text, suffix: text, start: middle },
      { exact: of('zyx') },
      { exact: text.slice(0, 40), prefix: '', suffix: '' },
      { exact: 'x', start: 1e15, end: -5 },
    ];
    quotations.forEach((passage, i) => {
      const name = `quotation ${i} in ${JSON.stringify(text.slice(0, 20))}`;
      tally.trySteps(name, () =>
        tally.holds(
          name,
          findInSteps(tally, name, text, [{ id: 'a1', role: 'claim', passages: [passage] }])
            .length === 1,
        ),
      );
    });
  }
  const many = Array.from({ length: 10_000 }, (_, i): Annotation => ({
    id: `a${i}`,
    role: 'claim',
    passages: [
      {
        exact: `nowhere ${i} to be found ${i * 7919}`,
        prefix: 'x'.repeat(32),
        suffix: 'y'.repeat(32),
        start: i,
      },
    ],
  }));
  tryFinding(
    tally,
    '10,000 quotations that aren’t there',
    of('The model is open. '),
    many,
    (one) => stateOf(one) === 'orphaned',
  );
  const lines = Array.from(
    { length: size === 'short' ? 2_000 : 20_000 },
    (_, i) => `第${i}句：${'开源模型其实是一种智商税，'.repeat(4)}${i * 7919}。`,
  );
  const text = lines.join('');
  let start = 0;
  const short = lines.map((line, i): Annotation => {
    const [at, prefix] = [start + line.indexOf('：') + 1, `第${i}句：`];
    start += line.length;
    return {
      id: `a${i}`,
      role: 'claim',
      passages: [{ exact: '开源模型其实是一种智商税', prefix, start: at, end: at + 12 }],
    };
  });
  tryFinding(
    tally,
    'thousands of quotations with little context',
    text,
    short,
    (one) => stateOf(one) === 'anchored',
  );
  tryFinding(
    tally,
    'thousands of quotations that all changed',
    text.replaceAll('智商税', '智商的税'),
    short,
    (one) => stateOf(one) !== 'anchored',
  );
}

function tryFinding(
  tally: Tally,
  name: string,
  text: string,
  annotations: readonly Annotation[],
  expected: (one: PlacedAnnotation) => boolean,
): void {
  tally.trySteps(name, () =>
    tally.holds(name, findInSteps(tally, name, text, annotations).every(expected)),
  );
}

/** Finds annotations in an open article, step by step. */
function findInSteps(
  tally: Tally,
  name: string,
  text: string,
  annotations: readonly Annotation[],
): readonly PlacedAnnotation[] {
  const live = new LiveArticle(text);
  live.setAnnotations(annotations);
  const steps = live.findPassages();
  while (tally.timed(name, () => steps.next()).done !== true);
  return live.placed;
}
