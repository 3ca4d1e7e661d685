import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { askNewTopic } from '../../ui/codebook/askNewTopic';
import { registerCommand, uriArgument } from '../../ui/commands';
import type { Registration, Services } from '../services';
import { askTopic } from './askTopic';
import { TopicStatus } from './statusBar';

const topicArguments = v.looseObject({
  topic: v.exactOptional(v.nullable(v.string())),
  uri: v.exactOptional(uriArgument),
});

/** The topic that new annotations are about: shown, and chosen. */
export function register(
  services: Pick<Services, 'codebookEditor' | 'codebooks' | 'index' | 'labels' | 'topic'>,
): Registration {
  const { topic } = services;
  return vscode.Disposable.from(
    new TopicStatus(services),
    registerCommand(COMMANDS.chooseTopic, topicArguments, async ({ topic: given, uri }) => {
      const article = uri ?? vscode.window.activeTextEditor?.document.uri;
      if (given !== undefined) {
        topic.choose(given, article);
        return;
      }
      await services.codebooks.loadCodebooks();
      const chosen = await askTopic(services, topic.of(article));
      if (chosen === undefined) return;
      const known =
        'topic' in chosen
          ? chosen.topic
          : await askNewTopic(services.codebookEditor, chosen.newTopic, article);
      if (known !== undefined) topic.choose(known, article);
    }),
  );
}
