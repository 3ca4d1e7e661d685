import { COMMANDS as C, ROWS, SUBMENUS, type CommandId } from '../../src/contributions';
import { palette } from './commands';
import {
  all,
  findingIs,
  FOLLOWS_CURSOR,
  HAS_NO_CODEBOOK,
  IN_ARTICLE,
  IN_SIDEBAR,
  IS_CHECKING,
  IS_CHECKING_STOPPED,
  IS_FILTERED,
  rowBegins,
  rowHasMark,
  rowIs,
  rowIsNot,
} from './when';

export interface MenuEntry {
  readonly command: CommandId;
  readonly when?: string;
  readonly group: string;
}

type Groups = Readonly<Record<string, readonly CommandId[]>>;

/**
 * The entries of a menu, by group. VS Code orders groups by name, and a group's entries by their
 * numbers: these count from 1, or from the number in the group's name (`inline@0`).
 */
function entries(groups: Groups, when?: string): MenuEntry[] {
  return Object.entries(groups).flatMap(([group, commands]) => {
    const [name, first = '1'] = group.split('@');
    return commands.map((command, index) => ({
      command,
      ...(when !== undefined && { when }),
      group: `${name}@${Number(first) + index}`,
    }));
  });
}

export const submenus = [{ id: SUBMENUS.annotate, label: '%submenu.annotate%' }];

/** The rows of groups. */
const GROUPS = [
  ROWS.speaker,
  ROWS.topic,
  ROWS.tag,
  ROWS.valueGroup,
  ROWS.fixedGroup,
  ROWS.articleGroup,
  ROWS.noValue,
] as const;

/** A row has the entries of every condition that it meets. */
const ON_ROWS: readonly (readonly [when: string, Groups])[] = [
  [
    rowIs(ROWS.sidecarWithoutArticle),
    {
      inline: [C.findArticle],
      '1_find': [C.findArticle, C.openSidecar],
      '2_delete': [C.deleteAnnotations],
    },
  ],
  [rowIs(ROWS.annotationWithoutArticle), { '0_find': [C.findArticle, C.openSidecar] }],
  [
    rowIs(ROWS.annotationUndecided),
    { 'inline@0': [C.choosePlace], '0_decide': [C.choosePlace, C.reattach] },
  ],
  [rowIs(ROWS.annotationInConflict), { 'inline@0': [C.decide], '0_decide': [C.decide] }],
  ...[ROWS.speaker, ROWS.topic, ROWS.tag, ROWS.valueGroup].map(
    (row) => [rowIs(row), { '1_name': [C.rename, C.mergeInto] }] as const,
  ),
  ...[ROWS.speaker, ROWS.topic].map((row) => [rowIs(row), { '0_show': [C.showTimeline] }] as const),
  [rowIs(ROWS.speaker), { '2_codebook': [C.addAlias, C.editCodebook] }],
  ...[ROWS.topic, ROWS.valueGroup].map(
    (row) => [rowIs(row), { '2_codebook': [C.editCodebook, C.moveUp, C.moveDown] }] as const,
  ),
  ...GROUPS.map((row) => [rowIs(row), { '3_copy': [C.copyQuotes] }] as const),
  [rowHasMark('open'), { 'inline@5': [C.setAside], '0_decide': [C.setAside] }],
  [rowHasMark('setAside'), { 'inline@5': [C.bringBack], '0_decide': [C.bringBack] }],
  [
    findingIs(ROWS.sameGroup),
    {
      inline: [C.acceptSame, C.splitSame, C.refuseSame],
      '1_same': [C.acceptSame, C.splitSame, C.refuseSame],
    },
  ],
  [rowIs(ROWS.filter), { inline: [C.clearFilter] }],
  [rowIs(ROWS.changed), { inline: [C.reviewChanges], '1_review': [C.reviewChanges] }],
  [rowIs(ROWS.annotationChanged), { '0_decide': [C.acceptChange, C.detach] }],
  [
    all(rowBegins(ROWS.annotation), rowIsNot(ROWS.annotationWithoutArticle)),
    { '1_go': [C.goTo, C.showInSidecar, C.goToLinked, C.peekLinked, C.sameStatements] },
  ],
  [
    rowBegins(ROWS.annotation),
    {
      inline: [C.edit],
      '2_change': [C.edit, C.setDate, C.link, C.unlink, C.delete],
      '3_copy': [C.copyQuote, C.copyQuotes],
    },
  ],
];

export const menus = {
  commandPalette: palette,
  'editor/context': [{ submenu: SUBMENUS.annotate, when: IN_ARTICLE, group: '1_claims' }],
  [SUBMENUS.annotate]: entries({
    '1_annotate': [C.annotateAsClaim, C.annotateAsEvidence, C.annotateAsRebuttal, C.annotate],
    '2_change': [C.edit, C.setDate, C.link, C.delete],
    '2_change_boundaries': [
      C.moveBoundary,
      C.extendEnd,
      C.shrinkEnd,
      C.extendStart,
      C.shrinkStart,
      C.reattach,
    ],
    '3_show': [
      C.showInSidebar,
      C.showInSidecar,
      C.goToLinked,
      C.peekLinked,
      C.tagWhileReading,
      C.startReadingLock,
    ],
  }),
  'view/title': [
    ...entries(
      {
        'navigation@1': [C.filter],
        'navigation@3': [C.groupBy],
        'navigation@4': [C.showDebate],
        '0_show': [C.sortBy],
        '0_views': [C.openView, C.saveView, C.removeView],
        '1_history': [C.undo, C.redo],
        '2_show': [C.toggleHighlights, C.toggleSuggestedPassages],
        '3_export': [C.exportJson],
      },
      IN_SIDEBAR,
    ),
    ...entries({ '2_show@2': [C.followCursor] }, all(IN_SIDEBAR, `!${FOLLOWS_CURSOR}`)),
    ...entries({ '2_show@2': [C.stopFollowing] }, all(IN_SIDEBAR, FOLLOWS_CURSOR)),
    ...entries({ '4_codebook@1': [C.makeCodebook] }, all(IN_SIDEBAR, HAS_NO_CODEBOOK)),
    ...entries({ '4_codebook@2': [C.editCodebook] }, IN_SIDEBAR),
    ...entries({ 'navigation@2': [C.clearFilter] }, all(IN_SIDEBAR, IS_FILTERED)),
    ...entries({ 'navigation@0': [C.stopChecking] }, all(IN_SIDEBAR, IS_CHECKING)),
    ...entries({ 'navigation@0': [C.goOnChecking] }, all(IN_SIDEBAR, IS_CHECKING_STOPPED)),
  ],
  'view/item/context': ON_ROWS.flatMap(([when, groups]) => entries(groups, when)),
};
