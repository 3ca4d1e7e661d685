import * as l10n from '@vscode/l10n';
import type { ErrorCode } from 'yaml';

/**
 * What a YAML error means, in the analyst's language: the library's own sentences are English and
 * for programmers.
 *
 * @param code the library's code of the error
 */
export function yamlMessage(code: ErrorCode): string {
  switch (code) {
    case 'BAD_INDENT':
      return l10n.t('a line is not indented like its neighbours');
    case 'TAB_AS_INDENT':
      return l10n.t('a line is indented with a tab: use spaces');
    case 'MISSING_CHAR':
      return l10n.t(
        'something is missing here: a closing quotation mark or bracket, a colon, a comma or a space',
      );
    case 'UNEXPECTED_TOKEN':
      return l10n.t('this does not belong here');
    case 'DUPLICATE_KEY':
      return l10n.t('this key stands here twice');
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return l10n.t('an anchor (&) or alias (*) is not right');
    case 'BAD_DQ_ESCAPE':
      return l10n.t('what follows the backslash is no escape: write \\\\ for a backslash');
    case 'BAD_SCALAR_START':
      return l10n.t('a text that starts with this character needs quotation marks');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return l10n.t('a colon and a space inside a text: put the text in quotation marks');
    case 'KEY_OVER_1024_CHARS':
      return l10n.t('a key is longer than 1024 characters: is a quotation mark missing?');
    case 'MULTIPLE_DOCS':
      return l10n.t('there are several documents in this file (---): only one is allowed');
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_PROP_ORDER':
    case 'NON_STRING_KEY':
      return l10n.t('a tag (!) or key of this kind is not allowed');
    case 'BAD_DIRECTIVE':
      return l10n.t('a directive (%) is not right');
    case 'BLOCK_IN_FLOW':
      return l10n.t('inside brackets, everything must be written with brackets and commas');
    default:
      return l10n.t('not readable');
  }
}
