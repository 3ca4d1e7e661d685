import type * as v from 'valibot';
import { EMPTY_CODEBOOK, SpeakerNames } from '../../src/core/codebook/codebook';
import { readCodebook } from '../../src/core/codebook/readCodebook';
import { Corpus } from '../../src/core/corpus/corpus';
import {
  placeAnnotations,
  stateOf,
  type PlacedAnnotation,
} from '../../src/core/placing/placeAnnotations';
import { exportDocument, printExport } from '../../src/core/exchange/exportDocument';
import { LiveArticle } from '../../src/core/placing/liveArticle';
import { RefusedError, type Problem } from '../../src/core/model/problem';
import { sameValue } from '../../src/core/model/sameValue';
import { codebookSchema, sidecarSchema } from '../../src/core/model/schema';
import type { Annotation, Passage } from '../../src/core/model/types';
import { insertAnnotation } from '../../src/core/sidecar/editSidecar';
import {
  readSidecar,
  readSidecarInSteps,
  readWholeSidecar,
} from '../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import { ArticleText } from '../../src/core/text/articleText';
import { TEST_SUITE } from '../unit/core/yaml/testSuite';
import { HUGE_YAML, SLOW_YAML } from './hostileYaml';
import type { Figure, Random, Scenario, Size } from './scenario';

/** Nothing may keep an editor waiting longer, in milliseconds. */
const LONGEST = 2000;

/**
 * Sidecars of this length and more are not given to the core, in UTF-16 units; and how long the
 * slow texts are.
 */
const MOST = 32 * 1024 * 1024;
const LENGTHS: Readonly<Record<Size, readonly number[]>> = { short: [6_000], full: [400_000] };

const ADDED: Annotation = { id: 'added', role: 'claim', passages: [{ exact: 'added' }] };

/** Texts that are made to hurt, as sidecars, codebooks, articles and quotations. */
export const hostileInput: Scenario = {
  title: 'Hostile sidecars, codebooks and articles',
  run(size, random) {
    const tally = new Tally();
    tryTestSuite(tally);
    tryWrongValues(tally, size);
    tryDangerousKeys(tally);
    tryLinks(tally, size);
    trySlowTexts(tally, size);
    tryMangledTexts(tally, size, random);
    tryQuotations(tally, size);
    return Promise.resolve(tally.figures());
  },
};

/** What was found out in all cases. */
class Tally {
  private cases = 0;
  private longest = { time: 0, name: '' };
  private readonly crashes: string[] = [];
  private readonly without: string[] = [];
  private readonly lost: string[] = [];

  /** Tries one case in one go: whatever it throws, but for a refusal, is a crash. */
  try(name: string, run: () => void): void {
    this.trySteps(name, () => this.timed(name, run));
  }

  /**
   * The same for a case that lets others have their turn in between, and takes the time of each of
   * its steps itself.
   */
  trySteps(name: string, run: () => void): void {
    this.cases++;
    try {
      run();
    } catch (error) {
      if (!(error instanceof RefusedError)) this.crashes.push(`${name}: ${String(error)}`);
    }
  }

  /** Runs one step, in the time of its own: on a busy computer, others' time isn't ours. */
  timed<T>(name: string, run: () => T): T {
    const [started, used] = [performance.now(), process.cpuUsage()];
    try {
      return run();
    } finally {
      const { user, system } = process.cpuUsage(used);
      const time = Math.min(performance.now() - started, (user + system) / 1000);
      if (time > this.longest.time) this.longest = { time, name };
    }
  }

  /** A case that must hold: nothing lost, nothing polluted. */
  holds(name: string, what: boolean): void {
    if (!what) this.lost.push(name);
  }

  /**
   * Looks at a file's problems: each says something of a place in the text, and what isn't read has
   * one.
   */
  problems(name: string, text: string, problems: readonly Problem[], needed: boolean): void {
    const placed = problems.every(
      ({ message, range }) =>
        message !== '' &&
        message.length < 500 &&
        0 <= range.start &&
        range.start <= range.end &&
        range.end <= text.length,
    );
    if (!placed || (needed && problems.length === 0)) this.without.push(name);
  }

  figures(): Figure[] {
    const none = (name: string, found: readonly string[]): Figure => ({
      name,
      value: [String(found.length), ...found.slice(0, 5)].join('; '),
      holds: found.length === 0,
    });
    return [
      { name: 'cases', value: String(this.cases), holds: this.cases > 1_000 },
      none('crashes', this.crashes),
      {
        name: 'longest time, in ms',
        value: `${Math.round(this.longest.time)} (${this.longest.name})`,
        holds: this.longest.time < LONGEST,
      },
      none('cases without a place for their problem', this.without),
      none('cases in which something was lost', this.lost),
    ];
  }
}

/** Reads a text as a sidecar, step by step, and as a codebook. */
function tryText(tally: Tally, name: string, text: string): SidecarFile | undefined {
  let file: SidecarFile | undefined;
  tally.trySteps(`${name}, sidecar`, () => {
    const steps = readSidecarInSteps(text);
    while (file === undefined) {
      const step = tally.timed(`${name}, sidecar`, () => steps.next());
      if (step.done === true) file = step.value;
    }
    tally.problems(
      name,
      text,
      file.problems,
      file.refusal !== undefined || file.entries.some(({ annotation }) => annotation === undefined),
    );
    tally.holds(`${name}, text kept`, file.text === text);
  });
  tally.try(`${name}, codebook`, () => {
    const { codebook, problems } = readCodebook(text);
    tally.problems(`${name}, codebook`, text, problems, false);
    new SpeakerNames(codebook.speakers).of('甲');
  });
  return file;
}

/**
 * Reads a text, and adds an annotation to it: that is refused, or everything is there as before.
 */
function tryEdit(tally: Tally, name: string, text: string): void {
  const file = tryText(tally, name, text);
  if (file === undefined) return;
  tally.try(`${name}, edit`, () => {
    if (file.refusal !== undefined) return;
    const after = readSidecar(insertAnnotation(file, file.entries.length, ADDED).text);
    const [before, now] = [file, after].map(({ entries }) =>
      entries.map(({ annotation, id }) => annotation ?? id),
    );
    tally.holds(
      `${name}, edit`,
      sameValue(now, [...(before ?? []), ADDED]) && sameValue(after.article, file.article),
    );
  });
}

/** All cases of the YAML test suite: alone, under a key of an item, and behind the list. */
function tryTestSuite(tally: Tally): void {
  const indented = (text: string, indent: string) => text.replace(/^(?=.)/gm, indent);
  const item = (id: string) => `  - id: ${id}\n    role: claim\n    passages: [{exact: x}]\n`;
  for (const { name, yaml } of TEST_SUITE) {
    tryEdit(tally, name, yaml);
    tryEdit(
      tally,
      `${name} before the list`,
      `other:\n${indented(yaml, '  ')}\nversion: 1\nannotations:\n${item('a1')}`,
    );
    tryEdit(
      tally,
      `${name} in an item`,
      `version: 1\nannotations:\n${item('a1')}    x:\n${indented(yaml, '      ')}\n${item('b1')}`,
    );
    tryEdit(
      tally,
      `${name} as an item`,
      `version: 1\nannotations:\n${item('a1')}  -\n${indented(yaml, '    ')}\n${item('b1')}`,
    );
    tryEdit(
      tally,
      `${name} behind the list`,
      `version: 1\nannotations:\n${item('a1')}other:\n${indented(yaml, '  ')}\n`,
    );
  }
}

/** What stands for a value in a file, as written there. */
const WRONG_VALUES = [
  '',
  'null',
  '~',
  '0',
  '-1',
  '1.5',
  '1e999',
  '.nan',
  '.inf',
  '0x1F',
  '007',
  'true',
  'No',
  '2024-07-04',
  '2024-07-04T10:00:00Z',
  '""',
  '" "',
  '"\\0"',
  '"\\ud800"',
  '[]',
  '[a]',
  '[[1], {a: b}]',
  '{}',
  '{a: b}',
  '{a: {b: {c: [1, {d: e}]}}}',
  `${'['.repeat(80)}${']'.repeat(80)}`,
  '!!binary aGk=',
  '!!int x',
  '!x y',
  '? {a: b}',
  '{__proto__: {polluted: 1}}',
  `"${'x'.repeat(100_000)}"`,
];

type Schema = v.GenericSchema;
interface Sample {
  /** The value in flow style. */
  readonly text: string;
  /**
   * The same with each value in it replaced by `wrong`, one after the other, with the path to it.
   */
  readonly spoiled: (wrong: string) => readonly { readonly path: string; readonly text: string }[];
}

/** A valid value of a schema, and all ways to put a wrong one in the place of one in it. */
function sampleOf(schema: Schema, key: string): Sample {
  const inner = (schema as { wrapped?: Schema }).wrapped;
  if (inner !== undefined) return sampleOf(inner, key);
  const { entries, item, options } = schema as {
    entries?: Record<string, Schema>;
    item?: Schema;
    options?: readonly string[];
  };
  if (entries !== undefined) {
    const parts = Object.entries(entries).map(([name, part]) => ({
      name,
      ...sampleOf(part, name),
    }));
    const print = (texts: readonly string[]) =>
      `{${parts.map(({ name }, i) => `${name}: ${texts[i] ?? ''}`).join(', ')}}`;
    const texts = parts.map(({ text }) => text);
    return {
      text: print(texts),
      spoiled: (wrong) => [
        { path: '', text: wrong },
        ...parts.flatMap(({ name, spoiled }, i) =>
          spoiled(wrong).map(({ path, text }) => ({
            path: `.${name}${path}`,
            text: print(texts.with(i, text)),
          })),
        ),
      ],
    };
  }
  if (item !== undefined) {
    const one = sampleOf(item, key);
    return {
      text: `[${one.text}]`,
      spoiled: (wrong) => [
        { path: '', text: wrong },
        ...one.spoiled(wrong).map(({ path, text }) => ({ path: `[0]${path}`, text: `[${text}]` })),
      ],
    };
  }
  const text =
    options?.[0] ??
    {
      version: '1',
      start: '1',
      end: '2',
      date: '"2024"',
      color: '"#c62828"',
      detached: 'true',
      dateInferred: 'true',
      id: 'a1',
    }[key] ??
    'x';
  return { text, spoiled: (wrong) => [{ path: '', text: wrong }] };
}

/**
 * Each value of the format in turn is something else, between two good annotations, which must be
 * read.
 */
function tryWrongValues(tally: Tally, size: Size): void {
  const { annotations, article } = sidecarSchema.entries;
  const annotation = sampleOf(annotations.item, 'annotation');
  const metadata = sampleOf(article, 'article');
  const good = (id: string) => `{id: ${id}, role: claim, passages: [{exact: x}]}`;
  const values = size === 'short' ? WRONG_VALUES.filter((_, i) => i % 3 === 0) : WRONG_VALUES;
  for (const wrong of values) {
    const shown = wrong.slice(0, 20);
    for (const [path, text] of [
      ...annotation
        .spoiled(wrong)
        .map(
          (one) =>
            [
              one.path,
              `version: 1\narticle: ${metadata.text}\nannotations:\n  - ${good('g1')}\n  - ${one.text}\n  - ${good('g2')}\n`,
            ] as const,
        ),
      ...metadata
        .spoiled(wrong)
        .map(
          (one) =>
            [
              `article${one.path}`,
              `version: 1\narticle: ${one.text}\nannotations:\n  - ${good('g1')}\n  - ${good('g2')}\n`,
            ] as const,
        ),
    ]) {
      const file = tryText(tally, `${shown} as ${path}`, text);
      // What is no YAML at all in this place is refused as a whole.
      const ids = file?.entries.map(({ annotation: read }) => read?.id) ?? [];
      tally.holds(
        `${shown} as ${path}`,
        file?.refusal?.code === 'yaml' || (ids[0] === 'g1' && ids.at(-1) === 'g2'),
      );
    }
    for (const [path, text] of [
      ['version', `version: ${wrong}\nannotations: [${good('g1')}]\n`],
      ['annotations', `version: 1\nannotations: ${wrong}\n`],
      ['the whole', wrong],
    ] as const)
      tryText(tally, `${shown} as ${path}`, text);
    for (const { path, text } of sampleOf(codebookSchema, 'codebook').spoiled(wrong))
      tryText(tally, `${shown} as codebook${path}`, text);
  }
}

/** Keys and values that mean something to JavaScript, to file systems or to people. */
function tryDangerousKeys(tally: Tally): void {
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
function tryLinks(tally: Tally, size: Size): void {
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
      corpus.speakerGroups();
      for (const { id } of annotations) corpus.linksTo(id);
      tally.holds(
        `links to ${name}`,
        file !== undefined && exported(file).annotations.length === count,
      );
    });
  }
}

function trySlowTexts(tally: Tally, size: Size): void {
  for (const length of LENGTHS[size])
    for (const [name, make] of SLOW_YAML) tryText(tally, `${name}, ${length}`, make(length));
  if (size === 'short') return;
  for (const name of HUGE_YAML) {
    const make = SLOW_YAML.get(name);
    tally.holds(`${name} is there`, make !== undefined);
    if (make !== undefined) tryText(tally, `${name}, ${MOST}`, make(MOST));
  }
}

/**
 * A sidecar with pieces taken out of one of the texts above put into it: reading it anew from what
 * was known gives what reading it whole does.
 */
function tryMangledTexts(tally: Tally, size: Size, random: Random): void {
  const pieces = [...SLOW_YAML.values()].map((make) => make(60));
  const start = `version: 1\nannotations:\n${Array.from({ length: 8 }, (_, i) => `  - id: a${i}\n    role: claim\n    passages:\n      - exact: x${i}\n`).join('')}`;
  let [text, known] = [start, readSidecar(start)];
  for (let n = 0; n < (size === 'short' ? 800 : 15_000); n++) {
    if (n % 5 === 0) [text, known] = [start, readSidecar(start)];
    const piece = random.of(pieces);
    const at = random.below(text.length + 1);
    const from = random.below(piece.length + 1);
    text =
      text.slice(0, at) +
      piece.slice(from, from + random.below(30)) +
      text.slice(at + random.below(3) * random.below(20));
    const name = `mangled: ${JSON.stringify(text)}`;
    tally.try(name, () => {
      const file = readSidecar(text, known);
      tally.problems(name, text, file.problems, file.refusal !== undefined);
      const whole = readWholeSidecar(text);
      // Of what is no YAML, both have the same to say, but not the same places.
      const measure =
        whole.refusal?.code === 'yaml' && file.refusal?.code === 'yaml'
          ? { ...whole, problems: file.problems, refusal: file.refusal }
          : whole;
      tally.holds(name, sameValue(file, measure));
      known = file;
    });
  }
}

/** Articles and quotations that are alike everywhere, or nowhere, or huge. */
function tryQuotations(tally: Tally, size: Size): void {
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
