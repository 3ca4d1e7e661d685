import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uri } from 'vscode';
import { load } from 'js-yaml';
import { parse, parseDocument, type YAMLSeq } from 'yaml';
import { Corpus } from '../../src/core/corpus/corpus';
import { comparePlaced, stateOf } from '../../src/core/placing/placeAnnotations';
import { describePassage } from '../../src/core/placing/describePassage';
import { LiveArticle } from '../../src/core/placing/liveArticle';
import type { Annotation } from '../../src/core/model/types';
import { insertAnnotation } from '../../src/core/sidecar/editSidecar';
import { printBlock } from '../../src/core/sidecar/printBlock';
import { readSidecarQuickly } from '../../src/core/sidecar/readQuickly';
import { readSidecar } from '../../src/core/sidecar/readSidecar';
import type { SidecarFile } from '../../src/core/sidecar/sidecarFile';
import { runAtOnce } from '../../src/core/text/steps';
import { measure, timeRow, type Effort, type Row } from './measure';
import { makeArticle, makeSidecar, type SampleArticle } from './texts';
import { localFiles } from '../../src/workspace/platform/localFiles.node';

/** From a tag to the bytes on the disk, in a sidecar with so many annotations. */
export async function sidecarRows(
  bytes: number,
  count: number,
  goal: number,
  quick: Effort,
  slow: Effort,
): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'claims-bench-'));
  try {
    const article = makeArticle(bytes, count);
    const start = makeSidecar(article.annotations);
    const middle = count >> 1;
    const added = (n: number): Annotation => ({
      ...(article.annotations[middle] as Annotation),
      id: `b${n}`,
    });

    const tagging = await Tagging.begin(join(folder, 'ours.claims.yaml'), start, article);
    let n = 0;
    const floor = join(folder, 'floor.claims.yaml');
    const splice = start.indexOf(`  - id: a${middle}\n`);
    const quickly = await measure(
      {
        ours: () => tagging.write(middle, added(n++)),
        floor: () =>
          localFiles.updateFile(Uri.file(floor), () =>
            new TextEncoder().encode(
              start.slice(0, splice) + printBlock(added(n++), '  ', '\n') + start.slice(splice),
            ),
          ),
      },
      quick,
    );
    const whole = await measure({ ours: () => tagging.tag(middle, added(n++)) }, quick);

    const other = join(folder, 'yaml.claims.yaml');
    await writeFile(other, start);
    const { yaml } = await measure(
      {
        yaml: async () => {
          const document = parseDocument(await readFile(other, 'utf8'));
          const list = document.get('annotations') as YAMLSeq;
          list.items.splice(middle, 0, document.createNode(added(n++)));
          await localFiles.updateFile(Uri.file(other), () =>
            new TextEncoder().encode(document.toString({ lineWidth: 0 })),
          );
        },
      },
      slow,
    );
    return [
      timeRow(`tag → sidecar on disk, ${count.toLocaleString('en')} annotations`, goal, {
        ...quickly,
        yaml,
      }),
      timeRow('… and places and index up to date', undefined, whole),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * What a tag makes the extension do, step for step as its sidecar store, its open articles and its
 * index do it.
 */
class Tagging {
  private readonly live: LiveArticle;
  private readonly corpus = new Corpus();

  private constructor(
    private readonly path: string,
    private known: SidecarFile,
    private readonly article: SampleArticle,
  ) {
    this.live = new LiveArticle(article.text);
    this.show(
      new Map(article.annotations.map(({ id }, i) => [id, article.ranges.slice(i, i + 1)])),
    );
  }

  static async begin(path: string, text: string, article: SampleArticle): Promise<Tagging> {
    await writeFile(path, text);
    return new Tagging(path, readSidecar(text), article);
  }

  async write(index: number, annotation: Annotation): Promise<void> {
    const bytes = (await localFiles.readFile(Uri.file(this.path))) ?? new Uint8Array();
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const present = text === this.known.text ? this.known : readSidecar(text);
    const after = insertAnnotation(present, index, annotation);
    await localFiles.updateFile(Uri.file(this.path), () => new TextEncoder().encode(after.text));
    this.known = after;
  }

  async tag(index: number, annotation: Annotation): Promise<void> {
    const range = this.article.ranges[index] ?? { start: 0, end: 1 };
    const described = describePassage(this.article.text, range, this.live.article.map);
    await this.write(index, { ...annotation, passages: [described] });
    this.show(new Map([[annotation.id, [range]]]));
  }

  private show(known: ReadonlyMap<string, readonly { start: number; end: number }[]>): void {
    this.live.setAnnotations(
      this.known.entries.flatMap(({ annotation }) => annotation ?? []),
      known,
    );
    runAtOnce(this.live.findPassages());
    const placed = [...this.live.placed].sort(comparePlaced);
    this.corpus.setArticle(
      'a',
      'a.md',
      placed.map((one) => ({ article: 'a', annotation: one.annotation, state: stateOf(one) })),
    );
  }
}

/** Reading a sidecar with so many annotations from its text, with all places and checks. */
export async function readingRow(count: number, effort: Effort): Promise<Row> {
  const text = makeSidecar(makeArticle(200 * count, count).annotations);
  return timeRow(
    `read a sidecar of ${count.toLocaleString('en')} annotations (\`yaml\`: its \`parse\`)`,
    undefined,
    await measure({ ours: () => readSidecar(text), yaml: () => parse(text) as unknown }, effort),
  );
}

/**
 * Reading so many sidecars of 20 annotations each for an index, beside js-yaml's own reading, which
 * checks nothing.
 */
export async function quickReadingRow(count: number, effort: Effort): Promise<Row> {
  const texts = Array.from({ length: count }, (_, i) =>
    makeSidecar(makeArticle(4_000 + i, 20).annotations),
  );
  const times = await measure(
    {
      ours: () => texts.map(readSidecarQuickly),
      floor: () => texts.map((text) => load(text)),
      yaml: () => texts.map((text) => parse(text) as unknown),
    },
    effort,
  );
  return timeRow(
    `read ${count.toLocaleString('en')} sidecars of 20 annotations (floor: js-yaml’s \`load\`)`,
    undefined,
    times,
  );
}
