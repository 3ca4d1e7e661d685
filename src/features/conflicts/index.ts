import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { mergeConflicted } from '../../core/merge/conflictMarkers';
import { conflictValues, decide } from '../../core/merge/decide';
import { renewIds } from '../../core/merge/renewIds';
import { RefusedError } from '../../core/model/problem';
import { quoteOf } from '../../core/model/quote';
import type { Annotation } from '../../core/model/types';
import { annotationArguments, registerCommand, uriArgument } from '../../ui/commands';
import { excerpt } from '../../core/text/excerpt';
import { conflictText } from '../../ui/labels';
import { commonVersion } from '../../workspace/platform/git';
import { askChoice, BACK } from '../../ui/ask';
import type { Registration, Services } from '../services';
import { articlePath, sidecarOf } from '../../workspace/platform/uris';

const decideArguments = v.looseObject({
  ...annotationArguments.entries,
  conflict: v.exactOptional(v.number()),
  take: v.exactOptional(v.picklist(['ours', 'theirs'])),
});
const fileArguments = v.object({ uri: uriArgument });

type Needs = Pick<Services, 'editor' | 'index' | 'labels' | 'sidecars' | 'target'>;

/**
 * Deciding between two versions: of a field, of a file that git left half merged, of annotations
 * with the same id.
 */
export function register(services: Needs): Registration {
  const { editor, index, sidecars, target } = services;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.decide, decideArguments, async ({ conflict, take, ...args }) => {
      const item = await target.resolve(args);
      if (item === undefined) return undefined;
      const chosen =
        conflict === undefined || take === undefined
          ? await askVersion(services, item.annotation)
          : { conflict, take };
      if (chosen === undefined) return undefined;
      const { id } = item.annotation;
      const { change, saved } = await editor.rewrite(item.uri, id, (present) => {
        if (present.conflicts?.[chosen.conflict] === undefined)
          throw new RefusedError(vscode.l10n.t('This conflict is decided already.'));
        return decide(present, chosen.conflict, chosen.take);
      });
      return change.after === undefined
        ? { id, ...(!saved && { saved }) }
        : editor.resultOf(item.uri, id, saved);
    }),
    registerCommand(COMMANDS.mergeConflicts, fileArguments, async ({ uri }) => {
      const base = await commonVersion(sidecarOf(uri));
      const { file, saved } = await sidecars.editSidecar(
        uri,
        (present) => {
          if (present.refusal?.code !== 'conflict-markers')
            throw new RefusedError(
              vscode.l10n.t('There is no conflict left in {0}.', articlePath(sidecarOf(uri))),
            );
          const merged = mergeConflicted(present.text, base);
          if ('refusal' in merged)
            throw new RefusedError(
              vscode.l10n.t(
                'One of the two versions can’t be read: {0} Edit the file by hand.',
                merged.refusal.message,
              ),
            );
          return merged.file;
        },
        { despite: 'conflict-markers' },
      );
      return {
        annotations: file.entries.length,
        undecided: file.entries.filter(({ annotation }) => (annotation?.conflicts ?? []).length > 0)
          .length,
        ...(!saved && { saved }),
      };
    }),
    registerCommand(COMMANDS.renewIds, fileArguments, async ({ uri }) => {
      await index.loadWorkspace();
      const elsewhere = (id: string) =>
        index.corpus.withId(id).some(({ article }) => article !== uri.toString());
      let ids = new Map<string, string>();
      const { saved } = await sidecars.editSidecar(uri, (present) => {
        const copied = new Set(
          present.entries.flatMap(({ id }) => (id !== undefined && elsewhere(id) ? [id] : [])),
        );
        const renewed = renewIds(
          present,
          { has: (id) => index.corpus.withId(id).length > 0 },
          copied,
        );
        ids = new Map(renewed.ids);
        return renewed.file;
      });
      return { ids: Object.fromEntries(ids), ...(!saved && { saved }) };
    }),
  );
}

/** Asks which value of which field is right. */
async function askVersion(
  { labels }: Needs,
  annotation: Annotation,
): Promise<{ conflict: number; take: 'ours' | 'theirs' } | undefined> {
  const conflicts = conflictValues(annotation);
  if (conflicts.length === 0)
    throw new RefusedError(vscode.l10n.t('This annotation has no conflict to decide.'));
  const answer = await askChoice({
    title: vscode.l10n.t('Two versions of “{0}”', excerpt(quoteOf(annotation), 50)),
    placeholder: vscode.l10n.t('Which one is right? Esc leaves it open'),
    choices: conflicts.flatMap((one, conflict) =>
      (['ours', 'theirs'] as const).map((take) => ({
        label: conflictText(labels, one)[take],
        description: conflictText(labels, one).field,
        value: { conflict, take },
      })),
    ),
  });
  return answer === BACK ? undefined : answer;
}
