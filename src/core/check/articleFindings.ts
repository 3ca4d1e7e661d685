import * as l10n from '@vscode/l10n';
import type { FindingText } from './finding';

/** That a sidecar's article is gone. */
export function missingArticle(article: string): FindingText {
  return {
    code: 'missing-article',
    severity: 'error',
    message: l10n.t(
      'There is no article {0}: was it moved, renamed or deleted? Its annotations are kept.',
      article,
    ),
  };
}

/** That a sidecar's article is there, but can't be read. */
export function unreadableArticle(article: string, reason: string): FindingText {
  return {
    code: 'unreadable-article',
    severity: 'error',
    message: l10n.t(
      '{0} can’t be read ({1}). Its annotations are kept, but where they stand in it isn’t known.',
      article,
      reason,
    ),
  };
}
