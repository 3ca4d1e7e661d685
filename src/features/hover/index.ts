import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { stateOf, type PlacedAnnotation } from '../../core/placing/placeAnnotations';
import { conflictValues } from '../../core/merge/decide';
import { touches } from '../../core/text/range';
import { linkArgument } from '../../ui/commands';
import { quoteOf } from '../../core/model/quote';
import { excerpt } from '../../core/text/excerpt';
import { conflictText, fieldName, stanceMark } from '../../ui/labels';
import { commandLink, escapeMarkdown, markdown } from '../../ui/markdown';
import { toOffset, toVsCodeRange } from '../../workspace/platform/positions';
import type { Registration, Services } from '../services';
import { articlePath } from '../../workspace/platform/uris';

const TRUSTED = [
  COMMANDS.edit,
  COMMANDS.delete,
  COMMANDS.showInSidebar,
  COMMANDS.goTo,
  COMMANDS.link,
  COMMANDS.acceptChange,
  COMMANDS.detach,
  COMMANDS.decide,
];

/** How long a hover waits for the workspace's sidecars, in milliseconds. */
const PATIENCE = 500;

type Needs = Pick<Services, 'codebooks' | 'index' | 'labels' | 'open'>;

/** The hover of annotated passages. */
export function register(services: Needs): Registration {
  const provider = new AnnotationHover(services);
  return vscode.languages.registerHoverProvider([{ scheme: '*' }], provider);
}

/** Shows every annotation under the pointer, whole, with what can be done with it. */
class AnnotationHover implements vscode.HoverProvider {
  constructor(private readonly services: Needs) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const live = this.services.open.get(document.uri);
    if (live === undefined) return undefined;
    const offset = toOffset(document, position);
    const under = live
      .inReadingOrder()
      .filter(({ passages }) =>
        passages.some(({ range }) => range !== undefined && touches(range, offset)),
      );
    if (under.length === 0) return undefined;
    // Links lead to and from other articles; in a large workspace the hover doesn't wait until all
    // were read.
    await Promise.race([
      this.services.index.loadWorkspace(),
      new Promise((resolve) => setTimeout(resolve, PATIENCE)),
    ]);
    const narrowest = under
      .flatMap(({ passages }) =>
        passages.flatMap(({ range }) =>
          range !== undefined && touches(range, offset) ? [range] : [],
        ),
      )
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    const contents = under.map((placed) => markdown(this.describe(document.uri, placed), TRUSTED));
    return new vscode.Hover(contents, narrowest && toVsCodeRange(live.article.lines, narrowest));
  }

  private describe(uri: vscode.Uri, placed: PlacedAnnotation): string {
    const { annotation } = placed;
    const { labels, codebooks } = this.services;
    const {
      id,
      role,
      stance,
      topic,
      date,
      dateInferred,
      reportedBy,
      cue,
      quoteType,
      tags,
      note,
      creator,
      created,
      modified,
    } = annotation;
    const speaker =
      annotation.speaker === undefined ? labels.noSpeaker : codebooks.canonical(annotation.speaker);
    const heading = [
      `**${escapeMarkdown(labels.role(role))}**`,
      `**${escapeMarkdown(speaker)}**`,
      ...(stance === undefined
        ? []
        : [`${stanceMark(stance)} ${escapeMarkdown(labels.stance(stance))}`]),
    ].join(' · ');
    const row = (label: string, value: string | undefined) =>
      value === undefined || value === ''
        ? []
        : [vscode.l10n.t('{0}: {1}', label, escapeMarkdown(value))];
    const facts = [
      ...row(fieldName('topic'), topic && labels.topic(topic)),
      ...row(
        fieldName('date'),
        date &&
          (dateInferred === true ? vscode.l10n.t('{0} (taken from the article)', date) : date),
      ),
      ...row(fieldName('reportedBy'), reportedBy?.join(' → ')),
      ...row(
        vscode.l10n.t('Attributed by'),
        [cue, quoteType && quoteTypeLabel(quoteType)].filter(Boolean).join(' · '),
      ),
      ...row(fieldName('tags'), tags?.join(', ')),
      ...this.changes(uri, placed),
      ...this.conflicts(uri, placed),
      ...row(fieldName('note'), note),
      ...this.links(placed),
      ...row(
        vscode.l10n.t('Added'),
        [creator, created && readableTime(created)].filter(Boolean).join(', '),
      ),
      ...(modified !== undefined && modified !== created
        ? row(vscode.l10n.t('Changed'), readableTime(modified))
        : []),
      ...(stateOf(placed) === 'anchored' ? [] : row(vscode.l10n.t('State'), stateLabel(placed))),
    ];
    const argument = linkArgument({ id, uri });
    const actions = [
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
    ].join('&nbsp;&nbsp; ');
    return [heading, facts.join('  \n'), actions].filter((part) => part !== '').join('\n\n');
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
  private links({ annotation }: PlacedAnnotation): string[] {
    const { index, labels } = this.services;
    const line = (label: string, id: string) => {
      const [target] = index.corpus.withId(id);
      if (target === undefined)
        return `${label} ${escapeMarkdown(vscode.l10n.t('an annotation that is not known here ({0})', id))}`;
      const { speaker } = target.annotation;
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
    return [...outgoing, ...incoming];
  }
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

/** A time as the analyst's own clock and language have it; the text itself where it is no time. */
function readableTime(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? time
    : new Intl.DateTimeFormat(vscode.env.language, {
        dateStyle: 'medium',
        timeStyle: 'short',
      }).format(date);
}
