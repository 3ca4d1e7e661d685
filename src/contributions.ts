/**
 * The ids that `package.json` contributes. Its section `contributes` is made from them and from the
 * tables in scripts/manifest: `npm run manifest`. A test inside VS Code makes sure that the code
 * registers these commands and no others.
 */
export const COMMANDS = {
  annotate: 'claimAnnotator.annotate',
  annotateAsClaim: 'claimAnnotator.annotateAsClaim',
  annotateAsEvidence: 'claimAnnotator.annotateAsEvidence',
  annotateAsRebuttal: 'claimAnnotator.annotateAsRebuttal',
  edit: 'claimAnnotator.edit',
  delete: 'claimAnnotator.delete',
  link: 'claimAnnotator.link',
  unlink: 'claimAnnotator.unlink',
  goTo: 'claimAnnotator.goTo',
  next: 'claimAnnotator.next',
  previous: 'claimAnnotator.previous',
  undo: 'claimAnnotator.undo',
  redo: 'claimAnnotator.redo',
  list: 'claimAnnotator.list',
  exportJson: 'claimAnnotator.exportJson',
  reattach: 'claimAnnotator.reattach',
  moveBoundary: 'claimAnnotator.moveBoundary',
  extendEnd: 'claimAnnotator.extendEnd',
  shrinkEnd: 'claimAnnotator.shrinkEnd',
  extendStart: 'claimAnnotator.extendStart',
  shrinkStart: 'claimAnnotator.shrinkStart',
  acceptChange: 'claimAnnotator.acceptChange',
  reviewChanges: 'claimAnnotator.reviewChanges',
  detach: 'claimAnnotator.detach',
  choosePlace: 'claimAnnotator.choosePlace',
  decide: 'claimAnnotator.decide',
  mergeConflicts: 'claimAnnotator.mergeConflicts',
  renewIds: 'claimAnnotator.renewIds',
  retryUnsaved: 'claimAnnotator.retryUnsaved',
  discardUnsaved: 'claimAnnotator.discardUnsaved',
  moveToArticle: 'claimAnnotator.moveToArticle',
  findArticle: 'claimAnnotator.findArticle',
  deleteAnnotations: 'claimAnnotator.deleteAnnotations',
  openSidecar: 'claimAnnotator.openSidecar',
  showInSidecar: 'claimAnnotator.showInSidecar',
  showInSidebar: 'claimAnnotator.showInSidebar',
  copyQuote: 'claimAnnotator.copyQuote',
  goToLinked: 'claimAnnotator.goToLinked',
  peekLinked: 'claimAnnotator.peekLinked',
  followCursor: 'claimAnnotator.followCursor',
  stopFollowing: 'claimAnnotator.stopFollowing',
  openExample: 'claimAnnotator.openExample',
  nestSidecars: 'claimAnnotator.nestSidecars',
  setDate: 'claimAnnotator.setDate',
  chooseTopic: 'claimAnnotator.chooseTopic',
  rename: 'claimAnnotator.rename',
  renameSpeaker: 'claimAnnotator.renameSpeaker',
  mergeInto: 'claimAnnotator.mergeInto',
  gaps: 'claimAnnotator.gaps',
  turns: 'claimAnnotator.turns',
  network: 'claimAnnotator.network',
  sameStatements: 'claimAnnotator.sameStatements',
  suggestSpeaker: 'claimAnnotator.suggestSpeaker',
  acceptSame: 'claimAnnotator.acceptSame',
  splitSame: 'claimAnnotator.splitSame',
  refuseSame: 'claimAnnotator.refuseSame',
  groupBy: 'claimAnnotator.groupBy',
  sortBy: 'claimAnnotator.sortBy',
  filter: 'claimAnnotator.filter',
  clearFilter: 'claimAnnotator.clearFilter',
  makeCodebook: 'claimAnnotator.makeCodebook',
  editCodebook: 'claimAnnotator.editCodebook',
  addAlias: 'claimAnnotator.addAlias',
  moveUp: 'claimAnnotator.moveUp',
  moveDown: 'claimAnnotator.moveDown',
  copyQuotes: 'claimAnnotator.copyQuotes',
  saveView: 'claimAnnotator.saveView',
  openView: 'claimAnnotator.openView',
  removeView: 'claimAnnotator.removeView',
  setAside: 'claimAnnotator.setAside',
  bringBack: 'claimAnnotator.bringBack',
  stopChecking: 'claimAnnotator.stopChecking',
  goOnChecking: 'claimAnnotator.goOnChecking',
  toggleHighlights: 'claimAnnotator.toggleHighlights',
  tagWhileReading: 'claimAnnotator.tagWhileReading',
  toggleSuggestedPassages: 'claimAnnotator.toggleSuggestedPassages',
  proposeAnnotations: 'claimAnnotator.proposeAnnotations',
  showDebate: 'claimAnnotator.showDebate',
  showTimeline: 'claimAnnotator.showTimeline',
  startReadingLock: 'claimAnnotator.startReadingLock',
  leaveReadingLock: 'claimAnnotator.leaveReadingLock',
  /**
   * Tab in the speaker's quick pick: takes the speaker and goes on to the stance. Not in the
   * palette.
   */
  pickSpeakerOnly: 'claimAnnotator.pickSpeakerOnly',
  /** Alt+2, Alt+3 in the speaker's quick pick: take that row. Not in the palette. */
  pickSpeakerRow: 'claimAnnotator.pickSpeakerRow',
  /** An arrow in reading mode: moves an edge of the passage. Not in the palette. */
  moveReadingEdge: 'claimAnnotator.moveReadingEdge',
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandId = (typeof COMMANDS)[CommandName];

/** What holds the views, in the activity bar. */
export const CONTAINER = 'claimAnnotator';

export const VIEWS = {
  annotations: 'claimAnnotator.annotations',
  findings: 'claimAnnotator.findings',
} as const;

/** The kinds of editor tabs that aren't texts. */
export const PANELS = { debate: 'claimAnnotator.debate' } as const;

/**
 * The kinds of rows in the sidebar; menus know a row by its kind. Those of annotations, and no
 * others, begin with the same word: a menu for all annotations asks for it.
 */
export const ROWS = {
  decisions: 'decisions',
  changed: 'changed',
  lost: 'lost',
  recent: 'recent',
  findings: 'findings',
  turn: 'turn',
  /** A finding that isn't there any more, or is more than an annotation. */
  finding: 'finding',
  /** Annotations that say the same, as proposed. */
  sameGroup: 'sameGroup',
  filter: 'filter',
  sidecarWithoutArticle: 'sidecarWithoutArticle',
  speaker: 'speaker',
  topic: 'topic',
  tag: 'tag',
  /** A group that gives its value to a row that is dropped on it. */
  valueGroup: 'valueGroup',
  /** A group whose value can't be given. */
  fixedGroup: 'fixedGroup',
  articleGroup: 'articleGroup',
  /** The annotations that have no value. */
  noValue: 'noValue',
  annotation: 'annotation',
  annotationWithoutArticle: 'annotationWithoutArticle',
  annotationInConflict: 'annotationInConflict',
  annotationUndecided: 'annotationUndecided',
  annotationChanged: 'annotationChanged',
} as const;
export type RowKind = (typeof ROWS)[keyof typeof ROWS];

/**
 * What the kind of a row ends with that stands for a finding: menus know by it what can be done
 * about the finding.
 */
export const FINDING_MARKS = { open: ':open', setAside: ':setAside' } as const;
export type FindingMark = keyof typeof FINDING_MARKS;

export const SUBMENUS = { annotate: 'claimAnnotator.annotateMenu' } as const;

export const SETTINGS = {
  section: 'claimAnnotator',
  creator: 'creator',
  highlights: 'highlights.enabled',
  topic: 'topic',
  linkWhenTagged: 'linkWhenTagged',
  tagWithoutAsking: 'tagWithoutAsking',
  suggestedPassages: 'suggestedPassages.enabled',
  lineHints: 'lineHints.enabled',
  codeLens: 'codeLens.enabled',
} as const;

export const CONTEXT_KEYS = {
  pickingSpeaker: 'claimAnnotator.pickingSpeaker',
  /** A passage is asked about in reading mode, and nothing was typed. */
  tagsWhileReading: 'claimAnnotator.tagsWhileReading',
  /** A question that many expect was left out: the Enter that is pressed for it goes nowhere. */
  justAnswered: 'claimAnnotator.justAnswered',
  /** VS Code has a language model that may be asked. */
  hasLanguageModel: 'claimAnnotator.hasLanguageModel',
  /** The reading lock is on in this window. */
  reading: 'claimAnnotator.reading',
  /** … and the article in the editor is read-only by it: single keys tag. */
  readingArticle: 'claimAnnotator.readingArticle',
  /** The sidebar shows only what a filter finds. */
  isFiltered: 'claimAnnotator.isFiltered',
  /** A folder has a codebook. */
  hasCodebook: 'claimAnnotator.hasCodebook',
  /** All sidecars were read: if there are no rows, there are no annotations. */
  isRead: 'claimAnnotator.isRead',
  /** Articles are being looked into for the passages of their annotations. */
  isChecking: 'claimAnnotator.isChecking',
  /** … or were, and the analyst stopped it. */
  isCheckingStopped: 'claimAnnotator.isCheckingStopped',
  /** The sidebar selects the annotation at the cursor. */
  followsCursor: 'claimAnnotator.followsCursor',
} as const;

export const LANGUAGE = 'claims-yaml';

/** Theme colours; the same names in the manifest, with defaults for all kinds of themes. */
export const COLORS = {
  background: (look: Look) => `claimAnnotator.${look}Background`,
  border: (look: Look) => `claimAnnotator.${look}Border`,
  stance: (stance: string) => `claimAnnotator.${stance}Foreground`,
  changed: 'claimAnnotator.changedBorder',
  cue: 'claimAnnotator.cueBorder',
  cueBackground: 'claimAnnotator.cueBackground',
  suggested: 'claimAnnotator.suggestedBorder',
  atHand: 'claimAnnotator.atHandBorder',
  atHandBackground: 'claimAnnotator.atHandBackground',
} as const;

/** How a passage can look: one for each default role, one for all that a codebook adds. */
export const LOOKS = ['claim', 'evidence', 'rebuttal', 'otherRole'] as const;
export type Look = (typeof LOOKS)[number];

/** Stances with a mark of their own. */
export const STANCES = ['favor', 'against', 'neutral', 'otherStance'] as const;
export type StanceMark = (typeof STANCES)[number];
