import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { passageAt } from '../../core/reading/passageAt';
import { fieldsOfOffer, SURE } from '../../core/reading/speakerOffers';
import { ArticleText } from '../../core/text/articleText';
import { excerpt } from '../../core/text/excerpt';
import type { CodePointRange, Utf16Range } from '../../core/text/range';
import { sentenceAt } from '../../core/text/sentence';
import { rangesArgument, uriArgument } from '../../ui/commands';
import { givenRanges, selectedRanges } from '../../ui/selections';
import { articleToTag } from '../../ui/tagging/articleToTag';
import type { Memory } from '../../ui/tagging/question';
import type { PassageAtHand } from '../../ui/tagging/passageAtHand';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import { textOf } from '../../workspace/platform/positions';
import { settings } from '../../workspace/platform/settings';
import type { Services } from '../services';
import { askFields, type AnsweredFields, type CoreFields } from './askFields';
import { askOtherWords } from './askOtherWords';

const nullable = <S extends v.GenericSchema>(schema: S) => v.exactOptional(v.nullable(schema));

/** The arguments of `annotate`; `null` leaves a field open without asking. */
export const annotateArguments = v.looseObject({
  uri: v.exactOptional(uriArgument),
  ranges: v.exactOptional(rangesArgument),
  role: v.exactOptional(v.string()),
  speaker: nullable(v.string()),
  stance: nullable(v.string()),
});
type AnnotateArguments = v.InferOutput<typeof annotateArguments>;

/** How annotations of these roles are linked to what they are about. */
const LINKED_BY: Readonly<Record<string, string>> = { evidence: 'supports', rebuttal: 'rebuts' };

export type AnnotateServices = Pick<
  Services,
  'codebooks' | 'labels' | 'logError' | 'open' | 'sidecars' | 'tagging' | 'topic'
>;

/** Asks for what is missing, and has the annotation made. */
export class Annotating {
  constructor(private readonly services: AnnotateServices) {}

  /**
   * Annotates; the contract's `annotate`.
   *
   * @returns the annotation; undefined if a question was closed with Esc
   */
  async annotate(args: AnnotateArguments, byHand: boolean): Promise<CommandResult | undefined> {
    const { uri, ranges: given, role, speaker, stance, ...others } = args;
    const { codebooks, tagging, topic: topics } = this.services;
    const document = await articleToTag(this.services, uri, byHand);
    if (document === undefined) return undefined;
    const article = new ArticleText(textOf(document));
    const ranges = await rangesOf(document, article, given, byHand);
    if (ranges === undefined) return undefined;
    await codebooks.loadCodebooks();
    const topic = topicOf(others, () => topics.of(document.uri));
    const passage = { document, article, ranges };
    const memory = tagging.memoryFor(passage, topic);
    const core = { role, speaker, stance };
    const sure = byHand ? this.withoutAsking(core, memory) : undefined;
    const ask = () => askFields(core, quoteOf(passage), memory);
    const answered = sure ?? (await tagging.passageMark.during(passage, ask));
    if (answered === undefined) return undefined;
    const { more, ...fields } = answered;
    const all = { ...(topic !== undefined && { topic }), ...more, ...others, ...fields };
    const result = await tagging.create(passage, all, byHand, sure && this.told(sure));
    if (byHand) this.askTarget(document.uri, result);
    return result;
  }

  /** The speaker whom the article names beyond doubt, where nobody wants to be asked then. */
  private withoutAsking(
    { role, speaker, stance }: CoreFields,
    memory: Memory,
  ): AnsweredFields | undefined {
    const isOpen = role !== undefined && speaker === undefined && stance === undefined;
    if (!isOpen || !settings.tagWithoutAsking()) return undefined;
    const [best] = memory.offers();
    if (best === undefined || best.score < SURE) return undefined;
    const date = memory.date();
    const more = { ...fieldsOfOffer(best), ...(date && { date: date.date }) };
    return { role, speaker: best.speaker, stance: best.stance ?? null, more };
  }

  private told({ role, speaker, stance }: AnsweredFields): string {
    const { labels } = this.services;
    const said = stance === null ? [] : [labels.stance(stance)];
    return [labels.role(role), speaker ?? '', ...said].join(' · ');
  }

  /** What evidence and rebuttals are about is asked right away, where that is wished for. */
  private askTarget(uri: vscode.Uri, { id, role }: CommandResult): void {
    const type = LINKED_BY[role];
    if (type === undefined || !settings.linkWhenTagged()) return;
    const link = { from: id, uri, type, byHand: true };
    vscode.commands.executeCommand(COMMANDS.link, link).then(undefined, this.services.logError);
  }
}

/** @returns undefined if the analyst has nothing annotated after all */
async function rangesOf(
  document: vscode.TextDocument,
  article: ArticleText,
  given: readonly CodePointRange[] | undefined,
  byHand: boolean,
): Promise<readonly Utf16Range[] | undefined> {
  if (given !== undefined) return givenRanges(given, article);
  try {
    return selectedRanges(document, article.text, byHand ? passageAt : sentenceAt);
  } catch (error) {
    const editor = vscode.window.activeTextEditor;
    if (!byHand || editor?.document !== document || !(error instanceof RefusedError)) throw error;
    const chosen = await askOtherWords(editor, article, error.message);
    return chosen && [chosen];
  }
}

/** The topic that was given, be it none (null), else the usual one; undefined: none. */
function topicOf(given: object, usual: () => string | undefined): string | undefined {
  return 'topic' in given ? ((given.topic as string | null) ?? undefined) : usual();
}

/** The words that are annotated, for a title. */
function quoteOf({ article, ranges }: PassageAtHand): string {
  const words = ranges.map(({ start, end }) => article.text.slice(start, end));
  return excerpt(words.join(' … '), 60);
}
