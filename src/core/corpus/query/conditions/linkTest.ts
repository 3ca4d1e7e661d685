import type { Corpus, CorpusItem } from '../../corpus';
import type { FilterValue } from '../filter';
import { LinksToHere } from '../linksToHere';
import type { Row } from '../rows';

/** A test of links: `>rebuts` is one from here, `<rebuts` one to here, null none at all. */
export function linkTest<Item extends CorpusItem>(
  wanted: readonly FilterValue[],
  corpus: Corpus<Item>,
): (row: Row<Item>) => boolean {
  const [fromHere, toHere] = [typesWith('>', wanted), typesWith('<', wanted)];
  const mayBeUnlinked = wanted.includes(null);
  const links = new LinksToHere(corpus);
  return ({ article, i }) => {
    const id = article.ids[i] ?? '';
    if (toHere.size > 0 && links.typesTo(id).some((type) => toHere.has(type))) return true;
    const own = article.linksFrom(i);
    if (own.length === 0) return mayBeUnlinked && !links.leadTo(id);
    return own.some(({ type }) => fromHere.has(type));
  };
}

function typesWith(arrow: string, wanted: readonly FilterValue[]): ReadonlySet<string> {
  const texts = wanted.filter((value) => value?.startsWith(arrow) === true);
  return new Set(texts.map((value) => (value ?? '').slice(1)));
}
