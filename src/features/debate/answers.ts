import * as v from 'valibot';
import type * as vscode from 'vscode';
import { RefusedError } from '../../core/model/problem';
import {
  questionMessage,
  QUESTIONS,
  type Answer,
  type Ask,
  type HostMessage,
  type QuestionName,
} from '../../views/debate/protocol';

/** Answers questions, each by its name. */
export type Answerers = {
  readonly [Name in QuestionName]: (ask: Ask<Name>) => Promise<Answer<Name>> | Answer<Name>;
};

/** Something else was asked for meanwhile: nobody waits for this answer any more. */
export class SupersededError extends Error {}

/** Whom answers are sent to. */
export type Send = (message: HostMessage) => void;

/**
 * Answers one message of the page. What isn't a question of the protocol is refused and logged, and
 * never run: a page may say anything.
 *
 * @returns once it is answered
 */
export async function answerMessage(
  message: unknown,
  answerers: Answerers,
  send: Send,
  logError: (error: unknown) => void,
): Promise<void> {
  const question = v.safeParse(questionMessage, message);
  if (!question.success) {
    logError(new Error(`Not a question: ${v.summarize(question.issues)}`));
    return;
  }
  const { number, name, ask } = question.output;
  try {
    const answer = await answerQuestion(name, ask, answerers);
    send({ kind: 'answer', number, answer });
  } catch (error) {
    if (error instanceof SupersededError) {
      send({ kind: 'refused', number, message: null });
      return;
    }
    // What is refused is the analyst's to read; all else is a defect of ours.
    if (!(error instanceof RefusedError)) logError(error);
    send({
      kind: 'refused',
      number,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

async function answerQuestion<Name extends QuestionName>(
  name: Name,
  ask: unknown,
  answerers: Answerers,
): Promise<Answer<Name>> {
  const checked = v.parse(QUESTIONS[name].ask, ask) as Ask<Name>;
  return answerers[name](checked);
}

/** Sends messages to a page. */
export function senderTo(webview: vscode.Webview, logError: (error: unknown) => void): Send {
  return (message) => {
    webview.postMessage(message).then(undefined, logError);
  };
}
