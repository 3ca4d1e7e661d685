import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { namedAt, type NamedSpot } from '../../core/language/namings';
import type { CodebookEntry } from '../../core/model/types';
import { quoteOf } from '../../core/model/quote';
import { excerpt } from '../../core/text/excerpt';
import { annotationHeading } from '../../ui/annotationHeading';
import { linkArgument } from '../../ui/commands';
import { commandLink, escapeMarkdown, markdown } from '../../ui/markdown';
import { shownNumber } from '../../ui/numbers';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { articlePath } from '../../workspace/platform/uris';
import type { Services } from '../services';
import type { FolderCodebooks } from './folderCodebooks';
import { keyText } from './keyTexts';
import { rangeIn, type LanguageFiles } from './languageFiles';
import type { LanguagePlaces } from './places';
import type { LanguageValues } from './values';

type Needs = Pick<Services, 'codebooks' | 'index' | 'labels'>;

const TRUSTED = [COMMANDS.goTo, COMMANDS.showInSidecar];
/** How many columns of a quotation a hover has. */
const WORDS = 400;

/** Says whose words an annotation is, and what the codebook says of speakers, topics and so on. */
export class LanguageHover implements vscode.HoverProvider {
  constructor(
    private readonly services: Needs,
    private readonly files: LanguageFiles,
    private readonly places: LanguagePlaces,
    private readonly values: LanguageValues,
    private readonly folders: FolderCodebooks,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const file = this.files.of(document);
    const offset = document.offsetAt(position);
    const spot = file?.spotAt(offset);
    if (file === undefined || spot === undefined) return undefined;
    const range = rangeIn(document, spot.range);
    if (spot.isKey) {
      const text = keyText(file.kind, spot.path);
      return text === undefined ? undefined : new vscode.Hover(escaped(text), range);
    }
    const named = namedAt(file, offset);
    const contents = named === undefined ? [] : await this.textsOf(named, document);
    return contents.length === 0 ? undefined : new vscode.Hover(contents, range);
  }

  private async textsOf(
    spot: NamedSpot,
    document: vscode.TextDocument,
  ): Promise<vscode.MarkdownString[]> {
    if (spot.meaning === 'annotation') {
      const items = await this.places.withId(spot.text, document);
      if (items.length > 0) return items.map((item) => this.annotation(item));
      const nobody = vscode.l10n.t('There is no annotation “{0}”.', spot.text);
      return spot.isDefinition ? [] : [escaped(nobody)];
    }
    const lines = await this.linesOf(spot, document.uri);
    return lines.length === 0 ? [] : [markdown(lines.join('  \n'), [])];
  }

  private annotation(item: IndexedAnnotation): vscode.MarkdownString {
    const { annotation, uri } = item;
    const argument = linkArgument({ id: annotation.id, uri });
    const go = commandLink(
      `$(go-to-file) ${vscode.l10n.t('Go to it')}`,
      COMMANDS.goTo,
      argument,
      vscode.l10n.t('Show it in the article'),
    );
    const show = commandLink(
      `$(list-flat) ${vscode.l10n.t('Show in sidecar')}`,
      COMMANDS.showInSidecar,
      argument,
      vscode.l10n.t('Show the lines of this annotation in its sidecar'),
    );
    const parts = [
      annotationHeading(this.services, annotation),
      `“${escapeMarkdown(excerpt(quoteOf(annotation), WORDS))}”`,
      escapeMarkdown(articlePath(uri)),
      `${go}&nbsp;&nbsp; ${show}`,
    ];
    return markdown(parts.join('\n\n'), TRUSTED);
  }

  /** What the codebook says, line by line, as Markdown; nothing where it says nothing. */
  private async linesOf({ meaning, text }: NamedSpot, uri: vscode.Uri): Promise<string[]> {
    const { labels, codebooks, index } = this.services;
    await codebooks.loadCodebooks();
    const vocabulary = this.folders.vocabularyFor(uri);
    const entry = (entries: readonly CodebookEntry[], label: string) =>
      linesOfEntry(
        entries.find(({ id }) => id === text),
        label,
        text,
      );
    switch (meaning) {
      case 'role':
        return entry(vocabulary.roles, labels.role(text));
      case 'stance':
        return entry(vocabulary.stances, labels.stance(text));
      case 'link':
        return entry(vocabulary.links, labels.link(text));
      case 'topic': {
        const topic = vocabulary.topics.find(({ id }) => id === text);
        const used = [...index.corpus.articlesWithTopic(text).values()];
        return [
          `**${escapeMarkdown(topic?.label ?? text)}**`,
          ...row(topic?.statement),
          ...row(topic?.description),
          countLine(used.reduce((sum, count) => sum + count, 0)),
        ];
      }
      case 'speaker':
        return this.speaker(text, uri);
      default:
        return [];
    }
  }

  private async speaker(text: string, uri: vscode.Uri): Promise<string[]> {
    const { codebooks } = this.services;
    const name = codebooks.listedAs(text);
    const known = this.folders.vocabularyFor(uri).speakers.find((one) => one.name === name);
    const used = await this.values.usedValues();
    const written = [...used.valuesOf('speaker')].filter((one) => codebooks.listedAs(one) === name);
    const count = written.reduce((sum, one) => sum + used.countOf('speaker', one), 0);
    const { aliases = [], type, affiliation, description, label } = known ?? {};
    return [
      `**${escapeMarkdown(label ?? name)}**`,
      ...(aliases.length === 0 ? [] : row(vscode.l10n.t('Also: {0}', aliases.join(' · ')))),
      ...row([type && speakerType(type), affiliation].filter(Boolean).join(' · ')),
      ...row(description),
      ...(known === undefined ? row(vscode.l10n.t('Not in the codebook.')) : []),
      countLine(count),
    ];
  }
}

function linesOfEntry(entry: CodebookEntry | undefined, label: string, id: string): string[] {
  if (entry === undefined)
    return [escapeMarkdown(vscode.l10n.t('“{0}” is not in the codebook.', id))];
  return [`**${escapeMarkdown(label)}**`, ...row(entry.description)];
}

function row(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : [escapeMarkdown(text)];
}

function countLine(count: number): string {
  return escapeMarkdown(vscode.l10n.t('Annotations: {0}', shownNumber(count)));
}

function speakerType(type: 'person' | 'organization'): string {
  return { person: vscode.l10n.t('person'), organization: vscode.l10n.t('organization') }[type];
}

function escaped(text: string): vscode.MarkdownString {
  return markdown(escapeMarkdown(text), []);
}
