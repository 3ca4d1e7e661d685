/** Conditions of the manifest: when a key works, or a menu has an entry. */
import {
  CONTEXT_KEYS,
  FINDING_MARKS,
  LANGUAGE,
  VIEWS,
  type FindingMark,
  type RowKind,
} from '../../src/contributions';

export const NEVER = 'false';

/** True where all conditions are. */
export const all = (...conditions: readonly string[]) => conditions.join(' && ');

/** Sidecars and codebooks are no articles: nothing in them is annotated. */
export const IN_ARTICLE = `editorLangId != '${LANGUAGE}'`;
export const TYPING_IN_ARTICLE = all('editorTextFocus', IN_ARTICLE);
export const HAS_CODEBOOK: string = CONTEXT_KEYS.hasCodebook;
/** Of several folders, some may have one. */
export const HAS_NO_CODEBOOK = `(!${HAS_CODEBOOK} || workspaceFolderCount > 1)`;
export const IS_READ: string = CONTEXT_KEYS.isRead;
export const IS_FILTERED: string = CONTEXT_KEYS.isFiltered;
export const IS_CHECKING: string = CONTEXT_KEYS.isChecking;
export const IS_CHECKING_STOPPED: string = CONTEXT_KEYS.isCheckingStopped;
export const FOLLOWS_CURSOR: string = CONTEXT_KEYS.followsCursor;
export const IS_READING: string = CONTEXT_KEYS.reading;
export const IS_NOT_READING = `!${CONTEXT_KEYS.reading}`;

/**
 * The focus is in the text of an article that the reading lock has made read-only: not in the find
 * widget, a quick pick, a view, an output, or an article that may be typed in.
 */
export const READING_ARTICLE = all(
  CONTEXT_KEYS.readingArticle,
  'editorTextFocus',
  'editorReadonly',
  IN_ARTICLE,
);
/** … and there is nothing else that Escape closes. */
export const LEAVING_ARTICLE = all(
  READING_ARTICLE,
  '!findWidgetVisible',
  '!editorHoverVisible',
  '!referenceSearchVisible',
);
export const HAS_LANGUAGE_MODEL: string = CONTEXT_KEYS.hasLanguageModel;
export const JUST_ANSWERED = all('editorTextFocus', CONTEXT_KEYS.justAnswered);
export const TAGS_WHILE_READING = all('inQuickInput', CONTEXT_KEYS.tagsWhileReading);
export const PICKING_SPEAKER = all('inQuickInput', CONTEXT_KEYS.pickingSpeaker);

/** The focus is on a row of the sidebar, not in the box that finds rows. */
export const ROW_IN_FOCUS = all(`focusedView == ${VIEWS.annotations}`, 'listFocus', '!inputFocus');

export const IN_SIDEBAR = `view == ${VIEWS.annotations}`;
const IN_VIEWS = `view =~ /^${VIEWS.annotations}$|^${VIEWS.findings}$/`;

/** True for the sidebar's rows of this kind. */
export const rowIs = (row: RowKind) => all(IN_SIDEBAR, `viewItem == ${row}`);

/** True for the sidebar's rows whose kind begins like this one: `annotation` stands for all. */
export const rowBegins = (row: RowKind) => all(IN_VIEWS, `viewItem =~ /^${row}/`);

/** True for rows of the findings that can be set aside, or were. */
export const rowHasMark = (mark: FindingMark) =>
  all(`view == ${VIEWS.findings}`, `viewItem =~ /${FINDING_MARKS[mark]}$/`);
/** True for rows of this kind in the view of findings. */
export const findingIs = (row: RowKind) => all(`view == ${VIEWS.findings}`, `viewItem == ${row}`);

/** Takes rows of this kind out of a condition that names more. */
export const rowIsNot = (row: RowKind) => `viewItem != ${row}`;
