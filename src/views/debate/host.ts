import * as v from 'valibot';
import {
  hostMessage,
  QUESTIONS,
  type Answer,
  type Ask,
  type HostMessage,
  type QuestionName,
} from './protocol';

/** What VS Code gives a page. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** What the extension tells by itself. */
export type News = Exclude<HostMessage, { kind: 'answer' | 'refused' }>;

/** Why there is no answer: to be read by the analyst, or null where nobody waits for it. */
export class NoAnswerError extends Error {
  constructor(readonly reason: string | null) {
    super(reason ?? 'superseded');
  }
}

/** The extension, as the page talks to it. */
export class Host {
  private readonly api = acquireVsCodeApi();
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** @param tell is told what the extension tells by itself */
  constructor(private readonly tell: (news: News) => void) {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = v.safeParse(hostMessage, data);
      if (message.success) this.receive(message.output);
    });
  }

  /**
   * Asks the extension.
   *
   * @throws NoAnswerError if it refuses
   */
  async ask<Name extends QuestionName>(name: Name, ask: Ask<Name>): Promise<Answer<Name>> {
    const number = (this.asked += 1);
    const answer = await new Promise<unknown>((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.api.postMessage({ number, name, ask });
    });
    return v.parse(QUESTIONS[name].answer, answer);
  }

  /** What the page kept when it was last shown; of any kind. */
  get kept(): unknown {
    return this.api.getState();
  }

  keep(state: unknown): void {
    this.api.setState(state);
  }

  private receive(message: HostMessage): void {
    if (message.kind !== 'answer' && message.kind !== 'refused') {
      this.tell(message);
      return;
    }
    const waiting = this.waiting.get(message.number);
    this.waiting.delete(message.number);
    if (message.kind === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(new NoAnswerError(message.message));
  }
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}
