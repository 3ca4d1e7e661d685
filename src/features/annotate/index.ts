import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from '../../contributions';
import { registerCommand } from '../../ui/commands';
import { registerSpeakerKeys } from '../../ui/tagging/speakerKeys';
import type { Registration } from '../services';
import { annotateArguments, Annotating, type AnnotateServices } from './annotate';
import { AnnotateActions } from './codeActions';

/** Tagging: the commands, and their light bulb. */
export function register(services: AnnotateServices): Registration {
  const annotating = new Annotating(services);
  const command = (id: CommandId, role?: string) =>
    registerCommand(id, annotateArguments, (args, { byHand }) =>
      annotating.annotate(role === undefined ? args : { ...args, role }, byHand),
    );
  return vscode.Disposable.from(
    command(COMMANDS.annotate),
    command(COMMANDS.annotateAsClaim, 'claim'),
    command(COMMANDS.annotateAsEvidence, 'evidence'),
    command(COMMANDS.annotateAsRebuttal, 'rebuttal'),
    registerSpeakerKeys(),
    vscode.languages.registerCodeActionsProvider(
      [{ scheme: '*' }],
      new AnnotateActions(),
      AnnotateActions.metadata,
    ),
  );
}
