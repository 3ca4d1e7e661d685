/** Language models that tests register, as an extension of VS Code would. */
import * as vscode from 'vscode';
import { until } from '../support';

/** The vendor that `test/host/models/package.json` contributes for this. */
const VENDOR = 'models-of-a-test';

/** A part of VS Code's API since 1.104; the types are those of the oldest supported version. */
interface ProviderApi {
  readonly registerLanguageModelChatProvider: (
    vendor: string,
    provider: Provider,
  ) => vscode.Disposable;
}
interface Provider {
  onDidChangeLanguageModelChatInformation: vscode.Event<void>;
  provideLanguageModelChatInformation(): Promise<object[]>;
  provideLanguageModelChatResponse(
    model: { readonly id: string },
    messages: readonly { readonly content: readonly { readonly value?: unknown }[] }[],
    options: unknown,
    progress: vscode.Progress<vscode.LanguageModelTextPart>,
    token: vscode.CancellationToken,
  ): Promise<void>;
  provideTokenCount(model: unknown, text: unknown): Promise<number>;
}

/** What a model answers: the pieces of its text as they come; it may throw. */
type Answer = (
  say: (text: string) => void,
  prompt: string,
  token: vscode.CancellationToken,
) => unknown;

/** Models of a test, with what they were sent. */
export class TestModels {
  /** What they were asked, in order. */
  readonly asked: string[] = [];
  /** The texts whose words were counted. */
  readonly counted: string[] = [];
  answer: Answer = () => undefined;
  maxInputTokens = 10_000;
  private readonly changed = new vscode.EventEmitter<void>();
  private ids: readonly string[] = [];
  private readonly registration: vscode.Disposable;

  constructor() {
    const { registerLanguageModelChatProvider: register } = vscode.lm as unknown as ProviderApi;
    this.registration = register(VENDOR, {
      onDidChangeLanguageModelChatInformation: this.changed.event,
      provideLanguageModelChatInformation: () =>
        Promise.resolve(
          this.ids.map((id) => ({
            id,
            name: `Model $(zap) ${id}`,
            family: 'test',
            version: '1',
            maxInputTokens: this.maxInputTokens,
            maxOutputTokens: 10_000,
            capabilities: {},
          })),
        ),
      provideLanguageModelChatResponse: async (_model, messages, _options, progress, token) => {
        const prompt = messages
          .flatMap(({ content }) => content.map(({ value }) => String(value)))
          .join('\n');
        this.asked.push(prompt);
        await this.answer(
          (text) => progress.report(new vscode.LanguageModelTextPart(text)),
          prompt,
          token,
        );
      },
      provideTokenCount: (_model, text) => {
        this.counted.push(String(text));
        return Promise.resolve(String(text).length);
      },
    });
  }

  /** The models that there are from now on, by their ids. */
  async offer(...ids: readonly string[]): Promise<void> {
    this.ids = ids;
    this.changed.fire();
    await until('the models', async () => {
      const models = await vscode.lm.selectChatModels({ vendor: VENDOR });
      return models.map(({ id }) => id).join() === ids.join();
    });
  }

  async dispose(): Promise<void> {
    await this.offer();
    this.registration.dispose();
    this.changed.dispose();
  }
}
