import * as vscode from 'vscode';
import { ROWS, type RowKind } from '../../../contributions';
import type { ViewGrouping } from '../../../core/corpus/view/viewSettings';
import { roleIcon, stanceMark } from '../../../ui/labels';
import { nameOf, uriOfKey } from '../../../workspace/platform/uris';
import type { RowFact } from '../annotationRow';
import type { RowSources } from '../row';

/** How a group looks in the sidebar. */
export interface GroupLook {
  readonly name: string;
  /** What else there is to say of it. */
  readonly more?: string | undefined;
  readonly icon: string;
  readonly kind: RowKind;
}

/** What the rows of a group needn't say again. */
export const SAID_BY_GROUP: Readonly<Record<ViewGrouping, readonly RowFact[]>> = {
  speaker: ['speaker'],
  article: ['article'],
  stance: ['stance'],
  day: ['date'],
  role: [],
  topic: [],
  tag: [],
  date: [],
  year: [],
  creator: [],
};

/**
 * How a group looks.
 *
 * @param value what its annotations have in common: of articles, the path; undefined: nothing
 * @param article the key of the group's article, where it is grouped by article
 */
export function groupLook(
  { labels, index, codebooks }: RowSources,
  by: ViewGrouping,
  value: string | undefined,
  article?: string,
): GroupLook {
  if (value === undefined)
    return { name: nameOfNone(by), icon: 'circle-slash', kind: ROWS.noValue };
  switch (by) {
    case 'speaker': {
      const known = codebooks.vocabulary.speakers.find(({ name }) => name === value);
      const icon = known?.type === 'organization' ? 'organization' : 'person';
      return { name: known?.label ?? value, more: known?.affiliation, icon, kind: ROWS.speaker };
    }
    case 'article': {
      const title = article === undefined ? undefined : index.factsOf(article).title;
      const name = article === undefined ? value : nameOf(uriOfKey(article));
      return {
        name: title ?? name,
        more: title === undefined ? undefined : name,
        icon: 'file',
        kind: ROWS.articleGroup,
      };
    }
    case 'role':
      return { name: labels.role(value), icon: roleIcon(value), kind: ROWS.valueGroup };
    case 'stance':
      return {
        name: `${stanceMark(value)} ${labels.stance(value)}`,
        icon: 'law',
        kind: ROWS.valueGroup,
      };
    case 'topic':
      return { name: labels.topic(value), icon: 'comment-discussion', kind: ROWS.topic };
    case 'tag':
      return { name: value, icon: 'tag', kind: ROWS.tag };
    case 'creator':
      return { name: value, icon: 'account', kind: ROWS.fixedGroup };
    default:
      return { name: value, icon: 'calendar', kind: ROWS.fixedGroup };
  }
}

function nameOfNone(by: ViewGrouping): string {
  switch (by) {
    case 'speaker':
      return vscode.l10n.t('No speaker');
    case 'stance':
      return vscode.l10n.t('No stance');
    case 'topic':
      return vscode.l10n.t('No topic');
    case 'tag':
      return vscode.l10n.t('No tags');
    case 'creator':
      return vscode.l10n.t('No creator');
    case 'role':
      return vscode.l10n.t('No role');
    case 'article':
      return vscode.l10n.t('Without article');
    default:
      return vscode.l10n.t('No date');
  }
}
