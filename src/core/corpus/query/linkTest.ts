import type { Annotation } from '../../model/types';
import type { Corpus, CorpusItem } from '../corpus';
import type { FilterValue } from './filter';
import { LinksToHere } from './linksToHere';
import type { Row } from './rows';

/**
 * A test of links: `>rebuts` is one from here, `<rebuts` one to here, null none at all. An
 * annotation is only read where its article has links.
 */
export function linkTest<Item extends CorpusItem>(
  wanted: readonly FilterValue[],
  corpus: Corpus<Item>,
): (row: Row<Item>, read: (row: Row<Item>) => Annotation) => boolean {
  const [fromHere, toHere] = [typesWith('>', wanted), typesWith('<', wanted)];
  const mayBeUnlinked = wanted.includes(null);
  const links = new LinksToHere(corpus);
  return (row, read) => {
    const { article, i } = row;
    const id = article.ids[i] ?? '';
    if (toHere.size > 0 && links.typesTo(id).some((type) => toHere.has(type))) return true;
    const mayHaveNone = mayBeUnlinked && !links.leadTo(id);
    if (!article.hasLinks) return mayHaveNone;
    if (fromHere.size === 0 && !mayHaveNone) return false;
    const { links: own = [] } = read(row);
    return own.length === 0 ? mayHaveNone : own.some(({ type }) => fromHere.has(type));
  };
}

function typesWith(arrow: string, wanted: readonly FilterValue[]): ReadonlySet<string> {
  const texts = wanted.filter((value) => value?.startsWith(arrow) === true);
  return new Set(texts.map((value) => (value ?? '').slice(1)));
}
