import * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import { PhraseFinder } from '../../core/placing/phraseFinder';
import { EntryAnchor, type NamedSpeaker } from '../../core/proposals/anchorEntry';
import { FoldedArticle } from '../../core/proposals/foldedArticle';
import { ArticleText } from '../../core/text/articleText';
import type { Utf16Range } from '../../core/text/range';
import { notify } from '../../ui/notify';
import { PassageWalk, type WalkSources } from '../../ui/walk/passageWalk';
import { creatorOf } from '../../workspace/annotations/creator';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { textOf } from '../../workspace/platform/positions';
import { nameOf } from '../../workspace/platform/uris';
import type { Services } from '../services';
import { askToSend, modelName } from './askToSend';
import { ProposalCourse } from './proposalCourse';
import { ProposalQueue, type QueuedProposal } from './proposalQueue';
import { requestProposals } from './requestProposals';
import { failureText, type Outcome } from './tellOutcome';

export type ProposingSources = WalkSources & Pick<Services, 'open' | 'sidecars'>;

/** Proposals come in bursts, in milliseconds. */
const JOINED = 300;

/** Has a model propose annotations of an article, and walks through them. */
export class Proposing {
  /** The words that were rejected in this session, by the article's key. */
  private readonly rejected = new Map<string, Set<string>>();

  constructor(private readonly sources: ProposingSources) {}

  /**
   * @param models at least one
   * @returns undefined if nothing may be sent
   */
  async run(
    document: vscode.TextDocument,
    models: readonly vscode.LanguageModelChat[],
  ): Promise<Outcome | undefined> {
    const { codebooks, labels, topic } = this.sources;
    await vscode.window.showTextDocument(document);
    await codebooks.loadCodebooks();
    const article = new ArticleText(textOf(document));
    if (article.text.trim() === '')
      throw new RefusedError(vscode.l10n.t('There is no text in the article.'));
    const speakers = await this.speakersIn(document, article);
    const present = topic.of(document.uri);
    const shownTopic = present === undefined ? undefined : labels.topic(present);
    const model = await askToSend(models, {
      articleName: nameOf(document.uri),
      characters: article.map.toCodePoint(article.text.length),
      topic: shownTopic,
      speakers: speakers.map(({ name }) => name),
    });
    if (model === undefined) return undefined;
    return this.walk(document, article, { model, speakers, topic: present, shownTopic });
  }

  private async walk(
    document: vscode.TextDocument,
    article: ArticleText,
    { model, speakers, topic, shownTopic }: Consent,
  ): Promise<Outcome> {
    const { vocabulary } = this.sources.codebooks;
    const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
    const [roles, stances] = [idsOf(vocabulary.roles), idsOf(vocabulary.stances)];
    const rejected = this.rejectedIn(document.uri);
    const annotated = () => this.annotatedIn(document.uri);
    const name = modelName(model);
    let walk: PassageWalk<QueuedProposal> | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The box says how many there are.
    const queue = new ProposalQueue(() => {
      clearTimeout(timer);
      timer = setTimeout(() => walk?.showAgain(), JOINED);
    });
    const cancel = new vscode.CancellationTokenSource();
    const anchor = new EntryAnchor({
      article: await inSteps(FoldedArticle.of(article.text)),
      ...{ roles, stances, topic, speakers, annotated },
      isRejected: (words) => rejected.has(words),
    });
    const context = {
      ...{ roles, stances },
      topic: topic === undefined ? undefined : { id: topic, statement: shownTopic ?? topic },
      speakers: speakers.map((speaker) => speaker.name),
    };
    const { text } = article;
    const request = { model, text, context, anchor, queue, token: cancel.token };
    // It is told at once why no more comes; what came is looked at meanwhile.
    let failure: string | undefined;
    const asking = requestProposals(request).catch((error: unknown) => {
      failure = failureText(name, error);
      void notify.error(failure);
    });
    const course = new ProposalCourse({
      ...{ queue, annotated },
      model: name,
      topic: () => this.sources.topic.of(document.uri),
      annotator: () => creatorOf(document.uri),
      onReject: ({ range }) => rejected.add(text.slice(range.start, range.end)),
    });
    try {
      walk = new PassageWalk(this.sources, document, article, course);
      const { tagged, skipped, wasEnded } = await walk.run();
      const { dropped } = queue;
      return {
        ...{ model: name, accepted: tagged, rejected: skipped, dropped, wasEnded },
        ...(failure !== undefined && { failure }),
      };
    } finally {
      walk = undefined;
      cancel.cancel();
      await asking;
      cancel.dispose();
    }
  }

  /** The known speakers whom the article names: others are nobody's business. */
  private async speakersIn(
    document: vscode.TextDocument,
    article: ArticleText,
  ): Promise<NamedSpeaker[]> {
    const { codebooks, tagging, topic } = this.sources;
    const listed = codebooks.vocabulary.speakers.map(({ name, aliases = [] }) => ({
      name,
      aliases,
    }));
    const names = new Set(listed.map(({ name }) => name));
    const memory = tagging.memoryFor({ document, article, ranges: [] }, topic.of(document.uri));
    const used = memory.uses().filter(({ speaker }) => !names.has(speaker));
    const finder = new PhraseFinder<NamedSpeaker>();
    for (const one of [...listed, ...used.map(({ speaker }) => ({ name: speaker, aliases: [] }))])
      finder.add(one, [one.name, ...one.aliases]);
    return [...(await inSteps(finder.find(article.text)))];
  }

  private rejectedIn(article: vscode.Uri): Set<string> {
    const key = article.toString();
    const known = this.rejected.get(key) ?? new Set();
    this.rejected.set(key, known);
    return known;
  }

  private annotatedIn(article: vscode.Uri): Utf16Range[] {
    const placed = this.sources.open.get(article)?.placed ?? [];
    return placed.flatMap(({ passages }) => passages.flatMap(({ range }) => range ?? []));
  }
}

/** What the analyst agreed to, with what goes along. */
interface Consent {
  readonly model: vscode.LanguageModelChat;
  readonly speakers: readonly NamedSpeaker[];
  readonly topic: string | undefined;
  readonly shownTopic: string | undefined;
}
