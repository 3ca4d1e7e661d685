import type { State } from '../model/types';
import type { SidecarFile } from '../sidecar/sidecarFile';
import { annotationFindings, type CheckContext } from './annotationFindings';
import { missingArticle, unreadableArticle } from './articleFindings';
import type { Finding, FindingText } from './finding';

/** A sidecar with what was found in its article. */
export interface SidecarToCheck {
  readonly file: SidecarFile;
  /** The article's name, to be shown. */
  readonly articleName: string;
  /** What became of its annotations, by their ids; empty where it can't be looked into. */
  readonly states: ReadonlyMap<string, State>;
  /** Why it can't be: there is none, or what its reading failed from. */
  readonly trouble?: 'missing' | { readonly unreadable: string };
}

/** All that is wrong with a sidecar and its annotations, in the order of the file. */
export function checkSidecar(checked: SidecarToCheck, context: CheckContext): Finding[] {
  const { file, states } = checked;
  const ofEntries = file.entries.flatMap(({ annotation, block }) => {
    if (annotation === undefined) return [];
    const range = fromDash(file.text, block.start);
    const found = annotationFindings(annotation, states.get(annotation.id), context);
    return found.map((finding): Finding => ({ ...finding, range }));
  });
  const ofArticle = articleFindings(checked).map((one) => ({ ...one, range: START }));
  return [...ofArticle, ...file.problems, ...ofEntries].sort(
    (a, b) => a.range.start - b.range.start,
  );
}

function articleFindings({ trouble, articleName, file }: SidecarToCheck): FindingText[] {
  // Without annotations, nothing of the article is asked for.
  if (trouble === undefined || file.entries.length === 0) return [];
  return trouble === 'missing'
    ? [missingArticle(articleName)]
    : [unreadableArticle(articleName, trouble.unreadable)];
}

/** An entry's place without the blanks before its dash. */
function fromDash(text: string, lineStart: number): Finding['range'] {
  const indent = /^ */.exec(text.slice(lineStart, lineStart + LONGEST_INDENT))?.[0].length ?? 0;
  const start = lineStart + indent;
  return { start, end: start + 1 };
}

const START: Finding['range'] = { start: 0, end: 0 };
const LONGEST_INDENT = 1_000;
