import { COMMANDS, type CommandName } from '../../src/contributions';
import {
  FOLLOWS_CURSOR,
  HAS_LANGUAGE_MODEL,
  HAS_NO_CODEBOOK,
  IS_CHECKING,
  IS_CHECKING_STOPPED,
  IS_FILTERED,
  IS_NOT_READING,
  IS_READING,
  JUST_ANSWERED,
  LEAVING_ARTICLE,
  NEVER,
  PICKING_SPEAKER,
  TAGS_WHILE_READING,
  READING_ARTICLE,
  ROW_IN_FOCUS,
  TYPING_IN_ARTICLE,
} from './when';

interface Key {
  readonly key: string;
  readonly mac?: string;
  readonly when: string;
}

interface CommandRow {
  readonly icon?: string;
  readonly key?: Key;
  /** The key that does it to the row in focus in the sidebar. */
  readonly rowKey?: { readonly key: string; readonly mac?: string };
  /** The key that does it in an article under the reading lock. */
  readonly readingKey?: {
    readonly key: string;
    readonly mac?: string;
    readonly args?: object;
  };
  /** When the palette has it; left out: always. */
  readonly palette?: string;
}

/** A key that works while the analyst types in an article. */
const inArticle = (key: string, mac: string) => ({ key, mac, when: TYPING_IN_ARTICLE });

/** A key is about the annotation at the cursor: where there is none, no other is asked for. */
const AT_CURSOR = { atCursor: true, byHand: true };

const TABLE: Readonly<Record<CommandName, CommandRow>> = {
  annotate: { icon: 'comment', key: inArticle('shift+alt+0', 'cmd+alt+0') },
  annotateAsClaim: {
    icon: 'megaphone',
    key: inArticle('shift+alt+1', 'cmd+alt+1'),
    readingKey: { key: '1' },
  },
  annotateAsEvidence: {
    icon: 'beaker',
    key: inArticle('shift+alt+2', 'cmd+alt+2'),
    readingKey: { key: '2' },
  },
  annotateAsRebuttal: {
    icon: 'reply',
    key: inArticle('shift+alt+3', 'cmd+alt+3'),
    readingKey: { key: '3' },
  },
  edit: {
    icon: 'edit',
    key: inArticle('shift+alt+4', 'cmd+alt+4'),
    rowKey: { key: 'f2' },
    readingKey: { key: 'e', args: AT_CURSOR },
  },
  delete: {
    icon: 'trash',
    rowKey: { key: 'delete', mac: 'cmd+backspace' },
    readingKey: { key: 'delete', mac: 'backspace', args: AT_CURSOR },
  },
  link: {
    icon: 'link',
    key: inArticle('shift+alt+5', 'cmd+alt+5'),
    readingKey: { key: 'l', args: AT_CURSOR },
  },
  unlink: {},
  goTo: { icon: 'go-to-file', rowKey: { key: 'enter' } },
  next: {
    icon: 'arrow-down',
    key: inArticle('shift+alt+]', 'ctrl+alt+]'),
    readingKey: { key: 'j' },
  },
  previous: {
    icon: 'arrow-up',
    key: inArticle('shift+alt+[', 'ctrl+alt+['),
    readingKey: { key: 'k' },
  },
  undo: {
    icon: 'discard',
    key: inArticle('shift+alt+z', 'cmd+alt+z'),
    readingKey: { key: 'u' },
  },
  redo: { icon: 'redo' },
  list: {},
  exportJson: { icon: 'export' },
  reattach: { icon: 'selection' },
  moveBoundary: { icon: 'arrow-both', key: inArticle('shift+alt+b', 'ctrl+alt+b') },
  extendEnd: { key: inArticle('shift+alt+=', 'ctrl+alt+=') },
  shrinkEnd: { key: inArticle('shift+alt+-', 'ctrl+alt+-') },
  extendStart: { key: inArticle('ctrl+shift+alt+=', 'ctrl+shift+alt+=') },
  shrinkStart: { key: inArticle('ctrl+shift+alt+-', 'ctrl+shift+alt+-') },
  acceptChange: { icon: 'check' },
  reviewChanges: { icon: 'diff' },
  detach: { icon: 'x' },
  choosePlace: { icon: 'location' },
  decide: { icon: 'git-merge' },
  mergeConflicts: { icon: 'git-merge' },
  renewIds: { icon: 'copy' },
  retryUnsaved: { icon: 'save' },
  discardUnsaved: { icon: 'discard' },
  moveToArticle: { icon: 'file-symlink-file' },
  findArticle: { icon: 'search' },
  deleteAnnotations: { icon: 'trash' },
  openSidecar: { icon: 'go-to-file' },
  showInSidecar: { icon: 'list-flat' },
  showInSidebar: { icon: 'list-tree' },
  copyQuote: { icon: 'copy' },
  goToLinked: { icon: 'references' },
  peekLinked: { icon: 'open-preview' },
  followCursor: { icon: 'target', palette: `!${FOLLOWS_CURSOR}` },
  stopFollowing: { icon: 'target', palette: FOLLOWS_CURSOR },
  openExample: { icon: 'book' },
  nestSidecars: { icon: 'list-tree' },
  setDate: {
    icon: 'calendar',
    key: inArticle('shift+alt+6', 'cmd+alt+6'),
    readingKey: { key: 'd', args: AT_CURSOR },
  },
  chooseTopic: { icon: 'comment-discussion' },
  rename: { icon: 'edit' },
  renameSpeaker: {},
  mergeInto: { icon: 'merge' },
  gaps: { icon: 'question' },
  turns: { icon: 'git-compare' },
  network: { palette: NEVER },
  sameStatements: { icon: 'copy' },
  suggestSpeaker: { icon: 'person' },
  acceptSame: { icon: 'check', palette: NEVER },
  splitSame: { icon: 'split-horizontal', palette: NEVER },
  refuseSame: { icon: 'x', palette: NEVER },
  groupBy: { icon: 'list-tree' },
  sortBy: { icon: 'sort-precedence' },
  filter: { icon: 'filter' },
  clearFilter: { icon: 'clear-all', palette: IS_FILTERED },
  makeCodebook: { icon: 'book', palette: HAS_NO_CODEBOOK },
  editCodebook: { icon: 'book' },
  addAlias: { icon: 'person-add', palette: NEVER },
  moveUp: { icon: 'arrow-up', palette: NEVER },
  moveDown: { icon: 'arrow-down', palette: NEVER },
  copyQuotes: { icon: 'copy', palette: NEVER },
  saveView: { icon: 'save' },
  openView: { icon: 'bookmark' },
  removeView: { icon: 'trash' },
  setAside: { icon: 'pass', palette: NEVER },
  bringBack: { icon: 'discard', palette: NEVER },
  stopChecking: { icon: 'stop-circle', palette: IS_CHECKING },
  goOnChecking: { icon: 'play-circle', palette: IS_CHECKING_STOPPED },
  toggleHighlights: { icon: 'eye' },
  tagWhileReading: { icon: 'book', key: inArticle('shift+alt+9', 'cmd+alt+9') },
  toggleSuggestedPassages: { icon: 'lightbulb' },
  pickSpeakerRow: { palette: NEVER },
  moveReadingEdge: { palette: NEVER },
  proposeAnnotations: { icon: 'sparkle', palette: HAS_LANGUAGE_MODEL },
  showDebate: { icon: 'table' },
  showTimeline: { icon: 'graph-scatter', palette: NEVER },
  startReadingLock: {
    icon: 'lock',
    key: inArticle('shift+alt+l', 'ctrl+alt+l'),
    palette: IS_NOT_READING,
  },
  leaveReadingLock: {
    icon: 'unlock',
    key: { key: 'escape', when: LEAVING_ARTICLE },
    palette: IS_READING,
  },
  pickSpeakerOnly: { key: { key: 'tab', when: PICKING_SPEAKER }, palette: NEVER },
};

const rows = Object.entries(TABLE) as [CommandName, CommandRow][];

export const commands = rows.map(([name, { icon }]) => ({
  command: COMMANDS[name],
  title: `%command.${name}%`,
  category: '%category%',
  ...(icon !== undefined && { icon: `$(${icon})` }),
}));

/**
 * A key pressed in the sidebar is about the row in focus, which VS Code doesn't tell: selecting it
 * first does.
 */
const onRow = (command: string) => ({
  command: 'runCommands',
  args: {
    commands: ['list.selectAndPreserveFocus', { command, args: { selected: true, byHand: true } }],
  },
});

/** VS Code's command that does nothing. */
const NOTHING = 'noop';

/** Alt and a number takes that row of the speaker's box. */
const takeRow = (row: number) => ({
  command: COMMANDS.pickSpeakerRow,
  key: `alt+${row}`,
  when: PICKING_SPEAKER,
  args: { row },
});

/** In reading mode, arrows move the passage's end; with Shift, its start. */
const moveEdge = (edge: 'start' | 'end', forward: boolean) => ({
  command: COMMANDS.moveReadingEdge,
  key: `${edge === 'start' ? 'shift+' : ''}${forward ? 'right' : 'left'}`,
  when: TAGS_WHILE_READING,
  args: { edge, forward },
});

export const keybindings: readonly (Key & { readonly command: string })[] = [
  ...rows.flatMap(([name, { key, rowKey, readingKey }]) => [
    ...(key === undefined ? [] : [{ command: COMMANDS[name], ...key }]),
    ...(readingKey === undefined
      ? []
      : [{ command: COMMANDS[name], ...readingKey, when: READING_ARTICLE }]),
    ...(rowKey === undefined ? [] : [{ ...onRow(COMMANDS[name]), ...rowKey, when: ROW_IN_FOCUS }]),
  ]),
  { command: COMMANDS.pickSpeakerOnly, key: 'delete', when: TAGS_WHILE_READING },
  ...[1, 2, 3].map(takeRow),
  ...(['end', 'start'] as const).flatMap((edge) => [moveEdge(edge, false), moveEdge(edge, true)]),
  { command: NOTHING, key: 'enter', when: JUST_ANSWERED },
];

/** The menu `commandPalette`: VS Code puts in each command that isn't restricted here. */
export const palette = rows.flatMap(([name, { palette: when }]) =>
  when === undefined ? [] : [{ command: COMMANDS[name], when }],
);
