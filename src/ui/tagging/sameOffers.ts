import type { SpeakerOffer } from '../../core/reading/speakerOffers';
import { quoteOf } from '../../core/model/quote';
import type { Annotation } from '../../core/model/types';
import type { Utf16Range } from '../../core/text/range';
import type { AnnotationIndex } from '../../workspace/annotations/annotationIndex';
import type { SameStatements } from '../../workspace/annotations/suggestions/sameStatements';
import type { OpenArticles } from '../../workspace/articles/openArticles';
import type * as vscode from 'vscode';
import { articleTitle } from '../articles/articleTitle';

/** An annotation that says the same as the passage at hand. */
export interface SameOffer {
  readonly annotation: Annotation;
  /** By its canonical name. */
  readonly speaker: string;
  /** The title of its article, or its name; undefined where it is the one at hand. */
  readonly article: string | undefined;
}

/** No more of them are offered: they mostly repeat each other. */
const MOST = 2;

interface Sources {
  readonly index: AnnotationIndex;
  readonly same: SameStatements;
  readonly open: OpenArticles;
}

/** The annotations whose words a passage repeats, best first; not those of the passage itself. */
export async function sameOffers(
  { index, same, open }: Sources,
  article: vscode.Uri,
  text: string,
  ranges: readonly Utf16Range[],
): Promise<SameOffer[]> {
  const words = ranges.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const found = await same.same({ text: words });
  const own = new Set(
    (open.get(article)?.placed ?? [])
      .filter(({ passages }) =>
        passages.some(({ range }) => range && ranges.some((one) => overlap(range, one))),
      )
      .map(({ annotation }) => annotation.id),
  );
  return found
    .filter(({ id }) => !own.has(id))
    .slice(0, 3 * MOST)
    .flatMap(({ id }) => {
      const [item] = index.corpus.withId(id);
      const speaker = item && index.corpus.speakerOf(item.annotation);
      if (item === undefined || speaker === undefined) return [];
      const isHere = item.uri.toString() === article.toString();
      const title = isHere ? undefined : articleTitle(index, item);
      return [{ annotation: item.annotation, speaker, article: title }];
    })
    .slice(0, MOST);
}

/** The fields that are taken over from a statement that is repeated, with the link to it. */
export function fieldsOfSame({ annotation }: SameOffer): Record<string, unknown> {
  const { topic, date, dateInferred, id } = annotation;
  return {
    ...(topic !== undefined && { topic }),
    ...(date !== undefined && { date }),
    ...(dateInferred === true && { dateInferred }),
    links: [{ type: 'restates', target: id }],
  };
}

/** The words of the statement that is repeated. */
export function wordsOfSame({ annotation }: SameOffer): string {
  return quoteOf(annotation);
}

/** Whether the article's words name somebody else than who said the same elsewhere. */
export function isContradicted({ speaker }: SameOffer, [best]: readonly SpeakerOffer[]): boolean {
  return best !== undefined && best.speaker !== speaker;
}

function overlap(a: Utf16Range, b: Utf16Range): boolean {
  return a.start < b.end && b.start < a.end;
}
