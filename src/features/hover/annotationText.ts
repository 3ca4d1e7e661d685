import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { conflictValues } from '../../core/merge/annotation/settleConflict';
import { quoteOf } from '../../core/model/quote';
import { stateOf, type PlacedAnnotation } from '../../core/placing/placeAnnotations';
import { excerpt } from '../../core/text/excerpt';
import { annotationHeading } from '../../ui/annotationHeading';
import { linkArgument } from '../../ui/commands';
import { conflictText, fieldName } from '../../ui/labels';
import { commandLink, escapeMarkdown, markdown } from '../../ui/markdown';
import { originText } from '../../ui/originText';
import { readableTime } from '../../ui/readableTime';
import { articlePath } from '../../workspace/platform/uris';
import type { Services } from '../services';

/** What an annotation's text is made from. */
export type TextSources = Pick<Services, 'codebooks' | 'index' | 'labels' | 'open'>;

const TRUSTED = [
  COMMANDS.edit,
  COMMANDS.delete,
  COMMANDS.showInSidebar,
  COMMANDS.goTo,
  COMMANDS.link,
  COMMANDS.peekLinked,
  COMMANDS.moveBoundary,
  COMMANDS.acceptChange,
  COMMANDS.detach,
  COMMANDS.decide,
];

/** How an annotation lies under the pointer. */
export interface UnderPointer {
  /** The passage that does, counted from 0. */
  readonly passage: number;
  /** Whether other annotations lie there, too. */
  readonly hasOthers: boolean;
}

/** How many columns of a quotation tell it apart from another one. */
const BEGINNING = 48;

/** Everything that is known of an annotation, as Markdown, with what can be done with it. */
export class AnnotationText {
  constructor(private readonly services: TextSources) {}

  /**
   * @param uri the annotation's article, which is open
   * @param under how it lies under the pointer: beside others, it is said whose words it is about
   */
  describe(uri: vscode.Uri, placed: PlacedAnnotation, under: UnderPointer): vscode.MarkdownString {
    const { id } = placed.annotation;
    const parts = [
      ...(under.hasOthers ? [beginningOf(placed, under.passage)] : []),
      annotationHeading(this.services, placed.annotation),
      this.facts(uri, placed).join('  \n'),
      actionsOf(id, uri, under.passage).join('&nbsp;&nbsp; '),
    ];
    return markdown(parts.filter((part) => part !== '').join('\n\n'), TRUSTED);
  }

  private facts(uri: vscode.Uri, placed: PlacedAnnotation): string[] {
    const { labels } = this.services;
    const { topic, date, dateInferred, reportedBy, cue, quoteType, tags, note, ...made } =
      placed.annotation;
    const { creator, created, modified } = made;
    const shownDate =
      date && (dateInferred === true ? vscode.l10n.t('{0} (taken from the article)', date) : date);
    const attribution = [cue, quoteType && quoteTypeLabel(quoteType)].filter(Boolean).join(' · ');
    const added = [creator, created && readableTime(created)].filter(Boolean).join(', ');
    const wasModified = modified !== undefined && modified !== created;
    return [
      ...row(fieldName('topic'), topic && labels.topic(topic)),
      ...row(fieldName('date'), shownDate),
      ...row(fieldName('reportedBy'), reportedBy?.join(' → ')),
      ...row(vscode.l10n.t('Attributed by'), attribution),
      ...row(fieldName('tags'), tags?.join(', ')),
      ...this.changes(uri, placed),
      ...originals(placed),
      ...this.conflicts(uri, placed),
      ...row(fieldName('note'), note),
      ...this.links(uri, placed),
      ...row(fieldName('origin'), originText(placed.annotation)),
      ...row(vscode.l10n.t('Added'), added),
      ...(wasModified ? row(vscode.l10n.t('Changed'), readableTime(modified)) : []),
      ...(stateOf(placed) === 'anchored' ? [] : row(vscode.l10n.t('State'), stateLabel(placed))),
    ];
  }

  /** Old and new words of passages that were found with other words, and what can be decided. */
  private changes(uri: vscode.Uri, { annotation, passages }: PlacedAnnotation): string[] {
    const text = this.services.open.get(uri)?.article.text ?? '';
    const rows = annotation.passages.flatMap((passage, i) => {
      const { state, range } = passages[i] ?? {};
      if (state !== 'changed' || range === undefined) return [];
      return [
        vscode.l10n.t(
          '{0}: {1}',
          `$(warning) ${vscode.l10n.t('Quoted as')}`,
          `“${escapeMarkdown(excerpt(passage.exact, 200))}”`,
        ),
        vscode.l10n.t(
          '{0}: {1}',
          vscode.l10n.t('Now'),
          `“${escapeMarkdown(excerpt(text.slice(range.start, range.end), 200))}”`,
        ),
      ];
    });
    if (rows.length === 0) return [];
    const argument = linkArgument({ id: annotation.id, uri });
    const actions = [
      commandLink(
        `$(check) ${vscode.l10n.t('Accept')}`,
        COMMANDS.acceptChange,
        argument,
        vscode.l10n.t('Store the present words; the first ones are kept'),
      ),
      commandLink(
        `$(x) ${vscode.l10n.t('Not this')}`,
        COMMANDS.detach,
        argument,
        vscode.l10n.t('No place in the article is right: keep the annotation without one'),
      ),
    ];
    return [...rows, actions.join('&nbsp;&nbsp; ')];
  }

  /**
   * Both values of fields that a merge left in two versions, each a click away from being taken.
   */
  private conflicts(uri: vscode.Uri, { annotation }: PlacedAnnotation): string[] {
    return conflictValues(annotation).map((conflict, number) => {
      const { field, ours, theirs } = conflictText(this.services.labels, conflict);
      const choice = (value: string, take: 'ours' | 'theirs') =>
        commandLink(
          `“${escapeMarkdown(value)}”`,
          COMMANDS.decide,
          { ...linkArgument({ id: annotation.id, uri }), conflict: number, take },
          vscode.l10n.t('Take this version'),
        );
      return `$(git-merge) ${vscode.l10n.t('Two versions of {0}: {1} or {2}', escapeMarkdown(field), choice(ours, 'ours'), choice(theirs, 'theirs'))}`;
    });
  }

  /** Links from both ends, each a click away from the other one. */
  private links(uri: vscode.Uri, { annotation }: PlacedAnnotation): string[] {
    const { index, labels } = this.services;
    const line = (label: string, id: string) => {
      const [target] = index.corpus.withId(id);
      if (target === undefined)
        return `${label} ${escapeMarkdown(vscode.l10n.t('an annotation that is not known here ({0})', id))}`;
      const speaker = index.corpus.speakerOf(target.annotation);
      const quote = `“${escapeMarkdown(excerpt(quoteOf(target.annotation), 60))}”`;
      const text =
        speaker === undefined ? quote : vscode.l10n.t('{0}: {1}', escapeMarkdown(speaker), quote);
      const where = articlePath(target.uri);
      return `${label} ${commandLink(text, COMMANDS.goTo, linkArgument({ id, uri: target.uri }), where)}`;
    };
    const outgoing = (annotation.links ?? []).map(({ type, target }) =>
      line(`$(arrow-right) ${escapeMarkdown(labels.link(type))}`, target),
    );
    const incoming = index.corpus
      .linksTo(annotation.id)
      .map(({ type, source }) =>
        line(
          `$(arrow-left) ${escapeMarkdown(vscode.l10n.t({ message: '{0} this:', args: [labels.link(type)], comment: ['{0} is a link type such as “rebuts”'] }))}`,
          source.annotation.id,
        ),
      );
    const all = [...outgoing, ...incoming];
    if (all.length === 0) return [];
    const peek = commandLink(
      `$(open-preview) ${vscode.l10n.t('Peek')}`,
      COMMANDS.peekLinked,
      linkArgument({ id: annotation.id, uri }),
      vscode.l10n.t('Show the other ends of its links below the passage'),
    );
    return [...all, peek];
  }
}

/** How the words begin, by which one of several annotations at a place is known. */
function beginningOf({ annotation: { passages } }: PlacedAnnotation, passage: number): string {
  return `“${escapeMarkdown(excerpt(passages[passage]?.exact ?? '', BEGINNING))}”`;
}

/** The words as they were first tagged, of passages whose change was accepted or typed. */
function originals({ annotation }: PlacedAnnotation): string[] {
  return annotation.passages.flatMap(({ original }) =>
    row(vscode.l10n.t('First quoted as'), original && `“${excerpt(original, 200)}”`),
  );
}

/** A line with a name and a value; none where there is no value. */
function row(label: string, value: string | undefined): string[] {
  return value === undefined || value === ''
    ? []
    : [vscode.l10n.t('{0}: {1}', label, escapeMarkdown(value))];
}

/** What can be done with an annotation, a link each. */
function actionsOf(id: string, uri: vscode.Uri, passage: number): string[] {
  const argument = linkArgument({ id, uri });
  return [
    commandLink(
      `$(edit) ${vscode.l10n.t('Edit')}`,
      COMMANDS.edit,
      argument,
      vscode.l10n.t('Change this annotation'),
    ),
    commandLink(
      `$(link) ${vscode.l10n.t('Link')}`,
      COMMANDS.link,
      { from: id, uri: uri.toString(), byHand: true },
      vscode.l10n.t('Link this annotation to another one'),
    ),
    commandLink(
      `$(arrow-both) ${vscode.l10n.t('Boundaries')}`,
      COMMANDS.moveBoundary,
      { ...argument, passage },
      vscode.l10n.t('Extend or shorten this passage'),
    ),
    commandLink(
      `$(list-tree) ${vscode.l10n.t('Show in sidebar')}`,
      COMMANDS.showInSidebar,
      argument,
      vscode.l10n.t('Show this annotation in the sidebar'),
    ),
    commandLink(
      `$(trash) ${vscode.l10n.t('Delete')}`,
      COMMANDS.delete,
      argument,
      vscode.l10n.t('Delete this annotation; can be undone'),
    ),
  ];
}

function quoteTypeLabel(type: 'direct' | 'indirect' | 'mixed'): string {
  return {
    direct: vscode.l10n.t('direct quotation'),
    indirect: vscode.l10n.t('indirect quotation'),
    mixed: vscode.l10n.t('partly quoted'),
  }[type];
}

function stateLabel(placed: PlacedAnnotation): string {
  return {
    anchored: '',
    changed: vscode.l10n.t('other words stand in the article now'),
    ambiguous: vscode.l10n.t('several places in the article are equally good'),
    orphaned: vscode.l10n.t('some of its words are not found in the article'),
  }[stateOf(placed)];
}
