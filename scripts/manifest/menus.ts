import { COMMANDS as C, ROWS, SUBMENUS, type CommandId } from '../../src/contributions';
import { palette } from './commands';
import {
  all,
  FOLLOWS_CURSOR,
  IN_ARTICLE,
  IN_SIDEBAR,
  IS_CHECKING,
  IS_CHECKING_STOPPED,
  IS_FILTERED,
  rowBegins,
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
  ...[ROWS.speaker, ROWS.topic, ROWS.tag].map(
    (row) => [rowIs(row), { '1_name': [C.rename, C.mergeInto] }] as const,
  ),
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
      '3_copy': [C.copyQuote],
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
    '3_show': [C.showInSidebar, C.showInSidecar, C.goToLinked, C.peekLinked],
  }),
  'view/title': [
    ...entries(
      {
        'navigation@1': [C.filter],
        'navigation@3': [C.groupBy],
        '0_show': [C.sortBy],
        '1_history': [C.undo, C.redo],
        '2_show': [C.toggleHighlights],
        '3_export': [C.exportJson],
      },
      IN_SIDEBAR,
    ),
    ...entries({ '2_show@2': [C.followCursor] }, all(IN_SIDEBAR, `!${FOLLOWS_CURSOR}`)),
    ...entries({ '2_show@2': [C.stopFollowing] }, all(IN_SIDEBAR, FOLLOWS_CURSOR)),
    ...entries({ 'navigation@2': [C.clearFilter] }, all(IN_SIDEBAR, IS_FILTERED)),
    ...entries({ 'navigation@0': [C.stopChecking] }, all(IN_SIDEBAR, IS_CHECKING)),
    ...entries({ 'navigation@0': [C.goOnChecking] }, all(IN_SIDEBAR, IS_CHECKING_STOPPED)),
  ],
  'view/item/context': ON_ROWS.flatMap(([when, groups]) => entries(groups, when)),
};
