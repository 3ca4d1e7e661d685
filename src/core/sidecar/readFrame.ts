import * as l10n from '@vscode/l10n';
import { isMap, isScalar, isSeq, type Document, type Node, type YAMLMap } from 'yaml';
import type { Problem } from '../model/problem';
import { articleMetadataSchema } from '../model/schema';
import type { ArticleMetadata } from '../model/types';
import type { Utf16Range } from '../text/range';
import { ProblemList, quotableText } from '../yaml/problemList';
import { rangeOfNode, YamlReader } from '../yaml/readYaml';
import { repetitionsIn } from './questions';
import { readCheckedNode } from './readEntries';
import { SIDECAR_VERSION, type SidecarEntry, type SidecarFile } from './sidecarFile';

/** What a sidecar says around its annotations. */
export interface SidecarFrame {
  readonly root: YAMLMap;
  readonly list: Node | undefined;
  readonly article: ArticleMetadata;
  readonly problems: readonly Problem[];
  /** That a newer version wrote the file. */
  readonly versionProblem: Problem | undefined;
}

/**
 * Reads what stands around the list of annotations; a file with a refusal where that can't be a
 * sidecar's.
 */
export function readFrame(text: string, document: Document.Parsed): SidecarFrame | SidecarFile {
  const whole: Utf16Range = { start: 0, end: Math.min(text.length, 1) };
  const root = document.contents as Node | null;
  if (root === null) return { ...unreadSidecar(text), problems: [], refusal: undefined };
  if (!isMap(root))
    return refusedSidecar(
      unreadSidecar(text),
      shapeProblem(
        l10n.t('A sidecar must have the keys “version” and “annotations”.'),
        rangeOfNode(root, whole),
      ),
    );

  const versionProblem = checkVersion(root.get('version', true), root, whole);
  if (versionProblem?.code === 'shape') return refusedSidecar(unreadSidecar(text), versionProblem);

  const list = root.get('annotations', true) as Node | undefined;
  if (list !== undefined && !isSeq(list) && !(isScalar(list) && list.value === null)) {
    return refusedSidecar(
      unreadSidecar(text),
      shapeProblem(l10n.t('“annotations” must be a list.'), rangeOfNode(list, whole)),
    );
  }
  return {
    root,
    list,
    versionProblem,
    ...readArticleMetadata(root, new YamlReader(document), whole),
  };
}

/** A file of which nothing is known but its text. */
export function unreadSidecar(text: string): Omit<SidecarFile, 'problems' | 'refusal'> {
  return { text, article: {}, entries: [], layout: { kind: 'missing' }, hasAnchors: false };
}

/**
 * The file as read.
 *
 * @param problems of the entries
 * @param outside errors outside all entries (a key given twice at the top): they leave open what
 *   belongs where
 */
export function finishedSidecar(
  { article, problems: ofFrame, versionProblem }: SidecarFrame,
  file: Omit<SidecarFile, 'article' | 'problems' | 'refusal'>,
  problems: ProblemList,
  outside: readonly Problem[],
): SidecarFile {
  const all = new ProblemList();
  if (versionProblem !== undefined) all.add(versionProblem);
  all.addAll(ofFrame);
  all.addAll(outside);
  all.append(problems);
  const repeated = new Set(repetitionsIn(file).map((i) => file.entries[i]));
  for (const entry of withRepeatedIds(file.entries))
    all.add(() => (repeated.has(entry) ? repetition(entry) : duplicateId(entry)));
  return { ...file, article, problems: all.toProblems(), refusal: versionProblem ?? outside[0] };
}

/** A file to which nothing may be written, and why. */
export function refusedSidecar(
  file: Omit<SidecarFile, 'problems' | 'refusal'>,
  problem: Problem,
): SidecarFile {
  return { ...file, problems: [problem], refusal: problem };
}

function shapeProblem(message: string, range: Utf16Range): Problem {
  return { code: 'shape', severity: 'error', message, range };
}

function checkVersion(node: unknown, root: YAMLMap, whole: Utf16Range): Problem | undefined {
  if (!isScalar(node))
    return shapeProblem(l10n.t('“version” is missing: add “version: {0}”.', SIDECAR_VERSION), {
      start: root.range?.[0] ?? 0,
      end: (root.range?.[0] ?? 0) + 1,
    });
  const range = rangeOfNode(node, whole);
  const version = node.value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return shapeProblem(l10n.t('“version” must be a whole number.'), range);
  if (version <= SIDECAR_VERSION) return undefined;
  return {
    code: 'version',
    severity: 'error',
    message: l10n.t(
      'Written by a newer version of Claim Annotator (format {0}): shown, but not changed. Update the extension to edit it.',
      version,
    ),
    range,
  };
}

function readArticleMetadata(
  root: YAMLMap,
  reader: YamlReader,
  whole: Utf16Range,
): Pick<SidecarFrame, 'article' | 'problems'> {
  const node = root.get('article', true) as Node | undefined;
  if (node === undefined || (isScalar(node) && node.value === null))
    return { article: {}, problems: [] };
  const { output, problems } = readCheckedNode(node, reader, articleMetadataSchema, whole);
  return { article: output ?? {}, problems };
}

function withRepeatedIds(entries: readonly SidecarEntry[]): SidecarEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ id }) => id !== undefined && (seen.has(id) || !seen.add(id)));
}

function repetition({ id = '', block }: SidecarEntry): Problem {
  const message = l10n.t(
    'The annotation “{0}” is written twice, word for word: it counts once, and becomes one when it is changed.',
    quotableText(id),
  );
  return { code: 'repetition', severity: 'information', message, range: block };
}

function duplicateId({ id = '', block }: SidecarEntry): Problem {
  const message = l10n.t(
    'The id “{0}” occurs twice in this file: give one of the two annotations another id.',
    quotableText(id),
  );
  return { code: 'duplicate-id', severity: 'error', message, range: block };
}
