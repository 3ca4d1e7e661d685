import type { Corpus } from '../corpus/corpus';
import type { CorpusItem } from '../corpus/corpusItem';
import { itemReader, type ArticleContent } from '../corpus/articleContent';
import { isRenamed, renamedAnnotation, type RenamedField, type Renaming } from './renaming';

/** What a renaming would change. */
export interface Renamed<Item> {
  /** The annotations, articles by path, each in reading order. */
  readonly annotations: readonly Item[];
  /** An annotation has the new name already: the two become one. */
  readonly isThere: boolean;
}

/** How many articles are looked at in one step. */
const STEP = 20;

/**
 * Finds the annotations of a corpus that a renaming changes, in steps, for the caller to let others
 * have their turn in between. Only those that may be meant are read whole.
 *
 * @param canonical the canonical name of a speaker
 */
export function* annotationsToRename<Item extends CorpusItem>(
  corpus: Corpus<Item>,
  renaming: Renaming,
  canonical: (speaker: string) => string,
): Generator<void, Renamed<Item>, void> {
  const annotations: Item[] = [];
  let isThere = false;
  const names = namesOnce(renaming, canonical);
  for (const [looked, key] of [...corpus.articleKeys()].entries()) {
    if (looked % STEP === STEP - 1) yield;
    const content = corpus.contentOf(key);
    if (content === undefined) continue;
    const read = itemReader(content);
    for (const i of rowsNaming(content, renaming, names, () => (isThere = true))) {
      const item = read(i);
      if (item && renamedAnnotation(item.annotation, renaming, canonical) !== undefined)
        annotations.push(item);
    }
  }
  return { annotations, isThere };
}

/** What is asked of names; of each name it is found out once. */
interface Names {
  /** Whether it may be renamed. */
  readonly isMeant: (name: string) => boolean;
  /** Whether it is the new one. */
  readonly isNew: (name: string) => boolean;
}

function namesOnce(renaming: Renaming, canonical: (speaker: string) => string): Names {
  const { field, to } = renaming;
  const once = (ask: (name: string) => boolean) => {
    const known = new Map<string, boolean>();
    return (name: string) => {
      const answer = known.get(name) ?? ask(name);
      known.set(name, answer);
      return answer;
    };
  };
  return {
    isMeant: once((name) => isRenamed(name, renaming, canonical)),
    isNew: once((name) => (field === 'speaker' ? canonical(name) : name) === to),
  };
}

/** The lists in which such names stand. */
const LIST_OF: { readonly [Field in RenamedField]?: 'tags' | 'reportedBy' } = {
  speaker: 'reportedBy',
  tag: 'tags',
};

/** The numbers of those of an article's annotations that may have the name. */
function rowsNaming(
  content: ArticleContent<unknown>,
  { field }: Renaming,
  { isMeant, isNew }: Names,
  onNew: () => void,
): Iterable<number> {
  const rows = new Set<number>();
  const look = (i: number, name: string | undefined) => {
    if (name === undefined) return;
    if (isNew(name)) onNew();
    if (isMeant(name)) rows.add(i);
  };
  if (field === 'link') for (const { i, type } of content.links()) look(i, type);
  else
    for (let i = 0; i < content.count; i++) {
      if (field !== 'tag') look(i, content.valueOf(i, field));
      const list = LIST_OF[field];
      const printed = list && content.valueOf(i, list);
      if (printed !== undefined) for (const name of JSON.parse(printed) as string[]) look(i, name);
    }
  return rows;
}
