import type * as vscode from 'vscode';
import {
  adoptPacked,
  PackedContent,
  packState,
  unpackState,
} from '../../core/corpus/packed/packedContent';
import { packArticles } from '../../core/corpus/packed/packArticles';
import { StringTable } from '../../core/corpus/packed/stringTable';
import type { HeldItem } from '../../core/corpus/articleContent';
import { sameValue } from '../../core/model/sameValue';
import type { ArticleFacts, State } from '../../core/model/types';
import { annotationsOf } from '../../core/sidecar/questions';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import { LineIndex } from '../../core/text/lines';
import { uriOfKey } from '../platform/uris';
import type { ArticleChecked, FoundInArticle, SidecarsRead } from './corpusReader';

/** What is known of a sidecar that nobody works on. */
export interface ClosedSidecar<Item> {
  readonly content: PackedContent<Item>;
  /** Whether its article was gone when it was last looked at. */
  readonly isMissing: boolean;
  /** Whether its article was looked into since the sidecar was read. */
  readonly isChecked: boolean;
  /** What the article says of itself, as far as it was looked into. */
  readonly facts: ArticleFacts;
}

const NO_FACTS: ArticleFacts = {};

type Read = Omit<SidecarsRead, 'done' | 'total' | 'stale'>;

/** How the owner holds an annotation of an article. */
export type MakeItem<Item> = (held: HeldItem, key: string, uri: vscode.Uri) => Item;

/** The sidecars that nobody works on, in a compact form, by their articles' keys. */
export class ClosedSidecars<Item> {
  private readonly table = new StringTable();
  private readonly sidecars = new Map<string, ClosedSidecar<Item>>();

  constructor(private readonly makeItem: MakeItem<Item>) {}

  get(key: string): ClosedSidecar<Item> | undefined {
    return this.sidecars.get(key);
  }

  /** The keys of their articles. */
  keys(): Iterable<string> {
    return this.sidecars.keys();
  }

  get size(): number {
    return this.sidecars.size;
  }

  /** Takes over what was read; the arrays too, they aren't copied. */
  takeRead({ packed, found, gone, careful }: Read): void {
    const adopted = adoptPacked(packed, this.table);
    adopted.articles.forEach((article, i) => {
      const key = article.name;
      let uri: vscode.Uri | undefined;
      const make = (held: HeldItem) => this.makeItem(held, key, (uri ??= uriOfKey(key)));
      const content = new PackedContent(this.table, adopted, article, make);
      this.sidecars.set(key, withFound(content, found[i]));
    });
    for (const key of [...gone, ...careful]) this.sidecars.delete(key);
  }

  /**
   * Takes over what was found in an article.
   *
   * @returns whether anything is another way than before
   */
  takeChecked({ key, ids, known, facts = NO_FACTS }: ArticleChecked): boolean {
    const sidecar = this.sidecars.get(key);
    if (sidecar === undefined || known === 'unsure') return false;
    if (known !== 'missing' && ids !== sidecar.content.article.ids) return false;
    if (sameValue(sidecar.facts, facts) && isSameAsFound(sidecar, known)) {
      // Mostly: nothing is to be counted anew.
      this.sidecars.set(key, { ...sidecar, isChecked: true });
      return false;
    }
    const found = known === 'missing' ? known : { states: known, facts };
    this.sidecars.set(key, withFound(sidecar.content, found));
    return true;
  }

  /** Takes over a sidecar that nobody works on any more. */
  takeFile(
    key: string,
    file: SidecarFile,
    statesOf: (id: string) => State | undefined,
    isMissing: boolean,
    facts: ArticleFacts,
  ): void {
    const annotations = annotationsOf(file);
    const blocks = new Map(file.entries.map(({ annotation, block }) => [annotation, block]));
    const index = new LineIndex(file.text);
    const lines = annotations.map((one) => index.at(blocks.get(one)?.start ?? 0).line - 1);
    const packed = packArticles([{ name: key, metadata: file.article, annotations, lines }]);
    this.takeRead({ packed, found: [undefined], gone: [], careful: [] });
    const content = this.sidecars.get(key)?.content;
    if (content === undefined) return;
    const states = content.ids().map((id) => statesOf(id));
    const isKnown = states.every((state) => state !== undefined);
    const known = isKnown ? { states: states.map(packState), facts } : undefined;
    this.sidecars.set(key, withFound(content, isMissing ? 'missing' : known));
  }

  /** Its article came, changed or went: what was found in it holds no more. */
  doubt(key: string): void {
    const sidecar = this.sidecars.get(key);
    if (sidecar !== undefined) this.sidecars.set(key, { ...sidecar, isChecked: false });
  }

  drop(key: string): void {
    this.sidecars.delete(key);
  }
}

/** Whether just that was found before, too, so that all else is as it was. */
function isSameAsFound(
  { content, isMissing }: ClosedSidecar<unknown>,
  known: readonly number[] | 'missing',
): boolean {
  if (known === 'missing' || isMissing) return isMissing && known === 'missing';
  return (
    known.length === content.count &&
    known.every((state, i) => content.stateOf(i) === unpackState(state))
  );
}

function withFound<Item>(
  content: PackedContent<Item>,
  found: FoundInArticle | 'missing' | undefined,
): ClosedSidecar<Item> {
  const known = typeof found === 'object' ? found : undefined;
  return {
    content: content.withStates(known && Uint8Array.from(known.states)),
    isMissing: found === 'missing',
    isChecked: found !== undefined,
    facts: known?.facts ?? NO_FACTS,
  };
}
