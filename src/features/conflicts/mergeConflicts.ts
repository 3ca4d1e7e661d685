import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { mergeConflicted } from '../../core/merge/sidecars/conflictMarkers';
import { RefusedError } from '../../core/model/problem';
import { annotationsOf } from '../../core/sidecar/questions';
import type { SidecarFile } from '../../core/sidecar/sidecarFile';
import { registerCommand, uriArgument } from '../../ui/commands';
import { commonVersion } from '../../workspace/platform/git';
import { articlePath, sidecarOf } from '../../workspace/platform/uris';
import type { Registration, Services } from '../services';

const fileArguments = v.object({ uri: uriArgument });

/** Merging a sidecar that git left with conflict markers. */
export function registerMergeConflicts({ sidecars }: Pick<Services, 'sidecars'>): Registration {
  return registerCommand(COMMANDS.mergeConflicts, fileArguments, async ({ uri }) => {
    const base = await commonVersion(sidecarOf(uri));
    const merge = (present: SidecarFile): SidecarFile => {
      if (present.refusal?.code !== 'conflict-markers')
        throw new RefusedError(
          vscode.l10n.t('There is no conflict left in {0}.', articlePath(sidecarOf(uri))),
        );
      const merged = mergeConflicted(present.text, base);
      if ('file' in merged) return merged.file;
      throw new RefusedError(
        vscode.l10n.t(
          'One of the two versions can’t be read: {0} Edit the file by hand.',
          merged.refusal.message,
        ),
      );
    };
    const { file, saved } = await sidecars.editSidecar(uri, merge, {
      despite: 'conflict-markers',
    });
    const undecided = annotationsOf(file).filter(({ conflicts = [] }) => conflicts.length > 0);
    return {
      annotations: file.entries.length,
      undecided: undecided.length,
      ...(!saved && { saved }),
    };
  });
}
