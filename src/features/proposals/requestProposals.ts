import * as vscode from 'vscode';
import type { EntryAnchor } from '../../core/proposals/anchorEntry';
import { AnswerReader } from '../../core/proposals/answerReader';
import { proposalPrompt, type PromptContext } from '../../core/proposals/prompt';
import { splitArticle } from '../../core/proposals/splitArticle';
import { timestamp } from '../../core/model/ids';
import { RefusedError } from '../../core/model/problem';
import type { Utf16Range } from '../../core/text/range';
import { Turns } from '../../workspace/platform/pace/inSteps';
import type { ProposalQueue } from './proposalQueue';

/** Longer parts get worse answers, and answers that break off. UTF-16 units. */
const LONGEST_PART = 12_000;

/** What is asked of a model, with the analyst's consent. */
export interface ProposalRequest {
  readonly model: vscode.LanguageModelChat;
  /** The article's text. */
  readonly text: string;
  readonly context: PromptContext;
  readonly anchor: EntryAnchor;
  readonly queue: ProposalQueue;
  readonly token: vscode.CancellationToken;
}

/**
 * Sends an article to a model, part by part, and puts what it proposes into the queue while it
 * answers.
 *
 * @throws whatever keeps the model from answering, but not that it was cancelled
 */
export async function requestProposals(request: ProposalRequest): Promise<void> {
  const { text, queue, token } = request;
  try {
    const parts = await splitArticle(text, LONGEST_PART, (part) => fits(request, part));
    if (parts === undefined)
      throw new RefusedError(
        vscode.l10n.t('The model takes too little text at once for a part of the article.'),
      );
    for (const part of parts) if (!token.isCancellationRequested) await askOf(request, part);
  } catch (error) {
    if (!token.isCancellationRequested) throw error;
  } finally {
    queue.end();
  }
}

async function fits(
  { model, text, context, token }: ProposalRequest,
  { start, end }: Utf16Range,
): Promise<boolean> {
  if (token.isCancellationRequested) return true;
  const most = model.maxInputTokens;
  if (!Number.isFinite(most) || most <= 0) return true;
  const prompt = proposalPrompt(text.slice(start, end), context);
  return (await model.countTokens(prompt, token)) <= most;
}

async function askOf(
  { model, text, context, anchor, queue, token }: ProposalRequest,
  part: Utf16Range,
): Promise<void> {
  const prompt = proposalPrompt(text.slice(part.start, part.end), context);
  const justification = vscode.l10n.t(
    'Claim Annotator asks for annotations of the article in front, each of which you accept or reject.',
  );
  const messages = [vscode.LanguageModelChatMessage.User(prompt)];
  const response = await model.sendRequest(messages, { justification }, token);
  const reader = new AnswerReader();
  const turns = new Turns();
  for await (const piece of response.text) {
    if (token.isCancellationRequested) return;
    for (const entry of reader.push(piece)) {
      const proposal = anchor.anchor(entry, part);
      if (typeof proposal === 'string') queue.drop(proposal);
      else queue.add(proposal, timestamp(new Date()));
      await turns.next();
    }
    if (reader.isFull) break;
  }
  reader.end();
  queue.drop('unreadable', reader.unreadable);
}
