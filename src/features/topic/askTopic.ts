import * as vscode from 'vscode';
import { compareText } from '../../core/text/compare';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import type { Services } from '../services';

export type TopicSources = Pick<Services, 'codebooks' | 'index' | 'labels'>;

/** A topic that was chosen, or typed anew. */
export type ChosenTopic = { readonly topic: string | null } | { readonly newTopic: string };

/** Asks which topic annotations are about; undefined if it was closed. */
export async function askTopic(
  { codebooks, index, labels }: TopicSources,
  present: string | undefined,
): Promise<ChosenTopic | undefined> {
  const rows = (): Choice<ChosenTopic>[] => {
    const known = codebooks.vocabulary.topics.map(({ id }) => id);
    const used = index.corpus.topicsInUse().sort(compareText);
    return [...new Set([...known, ...used])].map((topic) => ({
      label: labels.topic(topic),
      description: labels.topic(topic) === topic ? '' : topic,
      iconPath: new vscode.ThemeIcon('comment-discussion'),
      value: { topic },
    }));
  };
  const choices = rows();
  const answer = await askChoice<ChosenTopic>({
    title: vscode.l10n.t('The topic that stances are about'),
    placeholder: vscode.l10n.t('Choose, or type what is claimed: “closed models beat open ones”'),
    choices,
    active: choices.find(({ value }) => 'topic' in value && value.topic === present),
    more: index.loadWorkspace().then(rows),
    newRow: (typed) => ({
      label: vscode.l10n.t('New topic: {0}', typed),
      iconPath: new vscode.ThemeIcon('add'),
      value: { newTopic: typed },
    }),
    openRow: {
      label: vscode.l10n.t('No topic'),
      iconPath: new vscode.ThemeIcon('circle-slash'),
      value: { topic: null },
    },
  });
  return answer === BACK ? undefined : answer;
}
