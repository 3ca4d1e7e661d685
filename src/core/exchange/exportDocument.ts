import type { Codebook } from '../codebook/codebook';
import { ARTICLE_KEYS, orderedKeys } from '../model/fields';
import type {
  Annotation,
  ArticleMetadata,
  ExportDocument,
  ExportedAnnotation,
} from '../model/types';
import { comparePlaced, type PlacedAnnotation } from '../placing/placeAnnotations';
import type { ArticleText } from '../text/articleText';
import { compareText } from '../text/compare';
import { exportAnnotation } from './exportAnnotation';
import { readFrontMatter } from './frontMatter';

/** What an export needs of one article. */
export interface ArticleForExport {
  /** Relative to its workspace folder, `/` between parts. */
  readonly path: string;
  /** Undefined if the sidecar's article is gone. */
  readonly article: ArticleText | undefined;
  /** The sidecar's `article` keys. */
  readonly override: ArticleMetadata;
  readonly placed: readonly PlacedAnnotation[];
}

/**
 * The export document of the contract (§5): deterministic, so that the same workspace gives the
 * same bytes.
 *
 * @param codebook the codebook file's content; undefined if there is none: then the values in use
 *   stand for it
 */
export function exportDocument(
  articles: readonly ArticleForExport[],
  codebook: Codebook | undefined,
): ExportDocument {
  const sorted = byPath(articles);
  return {
    format: 'claim-annotator',
    version: 1,
    articles: sorted.map(exportArticle),
    codebook: completed(
      codebook,
      codebookInUse(articles.flatMap(({ placed }) => placed.map(({ annotation }) => annotation))),
    ) as ExportDocument['codebook'],
    annotations: exportAnnotations(sorted),
  };
}

/** All annotations: articles by path, each in reading order, those without a place last. */
export function exportAnnotations(articles: readonly ArticleForExport[]): ExportedAnnotation[] {
  return byPath(articles).flatMap(({ path, article, placed }) =>
    [...placed].sort(comparePlaced).map((one) => exportAnnotation(one, path, article)),
  );
}

function byPath(articles: readonly ArticleForExport[]): ArticleForExport[] {
  return [...articles].sort((a, b) => compareText(a.path, b.path));
}

/** The document as the text of a file. */
export function printExport(document: ExportDocument): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function exportArticle({
  path,
  article,
  override,
}: ArticleForExport): ExportDocument['articles'][number] {
  const ordered = (value: ArticleMetadata, hidden?: string) =>
    Object.fromEntries(
      orderedKeys(value, ARTICLE_KEYS)
        .filter((key) => key !== hidden)
        .map((key) => [key, value[key]]),
    );
  // A key of the sidecar's that is called `path` is found under `override` alone.
  const metadata = ordered({ ...(article && readFrontMatter(article.text)), ...override }, 'path');
  return {
    path,
    ...metadata,
    ...(Object.keys(override).length > 0 && { override: ordered(override) }),
  };
}

/** A codebook with the roles, stances and links in use where it lists none. */
function completed(codebook: Codebook | undefined, inUse: Codebook): Codebook {
  if (codebook === undefined) return inUse;
  const { roles, stances, links } = codebook;
  return {
    ...codebook,
    roles: roles.length > 0 ? roles : inUse.roles,
    stances: stances.length > 0 ? stances : inUse.stances,
    links: links.length > 0 ? links : inUse.links,
  };
}

/** The values that annotations use, as a codebook would list them. */
export function codebookInUse(annotations: readonly Annotation[]): Codebook {
  const used = (values: (string | undefined)[]) =>
    [...new Set(values.filter((value) => value !== undefined))].sort(compareText);
  const entries = (values: (string | undefined)[]) => used(values).map((id) => ({ id }));
  return {
    roles: entries(annotations.map(({ role }) => role)),
    stances: entries(annotations.map(({ stance }) => stance)),
    links: entries(annotations.flatMap(({ links }) => (links ?? []).map(({ type }) => type))),
    topics: entries(annotations.map(({ topic }) => topic)),
    speakers: used(annotations.map(({ speaker }) => speaker)).map((name) => ({ name })),
  };
}
