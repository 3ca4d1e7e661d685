import * as l10n from '@vscode/l10n';
import type { State } from '../model/types';
import type { SidecarFile } from '../sidecar/sidecarFile';
import { annotationFindings, type CheckContext } from './annotationFindings';
import type { Finding } from './finding';

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
  return [...articleFindings(checked), ...file.problems, ...ofEntries].sort(
    (a, b) => a.range.start - b.range.start,
  );
}

function articleFindings({ trouble, articleName, file }: SidecarToCheck): Finding[] {
  const range = { start: 0, end: 0 };
  // Without annotations, nothing of the article is asked for.
  if (file.entries.length === 0) return [];
  if (trouble === 'missing') {
    const message = l10n.t(
      'There is no article {0}: was it moved, renamed or deleted? Its annotations are kept.',
      articleName,
    );
    return [{ code: 'missing-article', severity: 'error', message, range }];
  }
  if (trouble === undefined) return [];
  const message = l10n.t('{0} can’t be read: {1}', articleName, trouble.unreadable);
  return [{ code: 'unreadable-article', severity: 'error', message, range }];
}

/** An entry's place without the blanks before its dash. */
function fromDash(text: string, lineStart: number): Finding['range'] {
  const indent = /^ */.exec(text.slice(lineStart, lineStart + LONGEST_INDENT))?.[0].length ?? 0;
  const start = lineStart + indent;
  return { start, end: start + 1 };
}

const LONGEST_INDENT = 1_000;
