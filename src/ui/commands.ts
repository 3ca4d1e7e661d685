import * as v from 'valibot';
import * as vscode from 'vscode';
import type { CommandId } from '../contributions';
import { RefusedError } from '../core/model/problem';
import { checkShape } from '../core/yaml/checkShape';
import { toUri } from '../workspace/platform/uris';
import type { AnnotationRef } from '../workspace/annotations/indexChange';
import { notify } from './notify';

/** A Uri argument: a Uri, its text, or what JSON makes of it. */
export const uriArgument = v.pipe(
  v.custom<unknown>((given) => {
    try {
      return toUri(given) !== undefined;
    } catch {
      return false;
    }
  }),
  v.transform((given) => toUri(given) as vscode.Uri),
);

/** Ranges of an article's text, in code points. */
export const rangesArgument = v.array(v.object({ start: v.number(), end: v.number() }));

/** The arguments by which a command finds one annotation. */
export const annotationArguments = v.looseObject({
  id: v.exactOptional(v.string()),
  uri: v.exactOptional(uriArgument),
  /** The annotation whose row is selected in the sidebar is meant: the key was pressed there. */
  selected: v.exactOptional(v.boolean()),
  /** The annotation at the cursor is meant, or none: the key was pressed in the article. */
  atCursor: v.exactOptional(v.boolean()),
  /** Several annotations are meant: their rows were selected together. */
  all: v.exactOptional(v.array(v.custom<AnnotationRef>((given) => given instanceof Object))),
});

type ObjectSchema = v.BaseSchema<unknown, object, v.BaseIssue<unknown>>;

/** How a command was started. */
export interface Start {
  /**
   * By a person (palette, key, menu, link): what is wrong is said in a notification, and questions
   * may be asked.
   */
  readonly byHand: boolean;
}

/**
 * Registers a command whose arguments are checked. Started by hand, a refusal is shown as a
 * notification; started with arguments, by a program, it rejects with the error.
 *
 * @param schema of the one argument, an object; every part of it optional
 */
export function registerCommand<S extends ObjectSchema>(
  id: CommandId,
  schema: S,
  run: (args: v.InferOutput<S>, start: Start) => Promise<unknown>,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (given?: unknown, selected?: unknown) => {
    const { args, byHand } = interpret(given, selected);
    try {
      const { output, problems } = checkShape(schema, args, undefined, 'entry', {
        start: 0,
        end: 0,
      });
      if (output === undefined)
        throw new RefusedError(problems.map(({ message }) => message).join(' '));
      return await run(withUri(output), { byHand });
    } catch (error) {
      if (!byHand || !(error instanceof RefusedError)) throw error;
      // Not awaited: the command is over, whether or not somebody closes the notification.
      void notify.error(error.message);
      return undefined;
    }
  });
}

/**
 * Arguments whose `uri` is a Uri, however it was given: what was checked is passed on as it is, not
 * as the schema transforms it.
 */
function withUri<T extends object>(args: T): T {
  return 'uri' in args && args.uri !== undefined ? { ...args, uri: toUri(args.uri) } : args;
}

/**
 * Menus give a Uri, the sidebar gives its row, links of ours say that they are links; all else is a
 * program's call.
 */
function interpret(
  given: unknown,
  selected: unknown,
): { readonly args: object; readonly byHand: boolean } {
  if (given === undefined || given === null || given instanceof vscode.Uri)
    return { args: {}, byHand: true };
  if (typeof given !== 'object')
    throw new RefusedError(vscode.l10n.t('The argument must be an object.'));
  if ('ref' in given) {
    const all = refsOf(selected);
    const findings = findingsOf(selected);
    const args = {
      ...(given.ref as object),
      ...(all.length > 1 && { all }),
      ...(findings.length > 1 && { findings }),
    };
    return { args, byHand: true };
  }
  if ('byHand' in given) {
    const { byHand, ...args } = given;
    return { args, byHand: byHand === true };
  }
  return { args: given, byHand: false };
}

/** The annotations whose rows were selected together. */
function refsOf(selected: unknown): AnnotationRef[] {
  if (!Array.isArray(selected)) return [];
  return (selected as readonly { readonly ref?: Partial<AnnotationRef> }[]).flatMap(
    ({ ref: { id, uri } = {} }) => (id === undefined || uri === undefined ? [] : [{ id, uri }]),
  );
}

/** The findings whose rows were selected together. */
function findingsOf(selected: unknown): unknown[] {
  if (!Array.isArray(selected)) return [];
  return (selected as readonly { readonly ref?: { readonly finding?: unknown } }[]).flatMap(
    ({ ref }) => ref?.finding ?? [],
  );
}

/**
 * The argument that a command link carries, so that a refusal is shown to the person who clicked.
 */
export function linkArgument({ id, uri }: { id: string; uri: string | vscode.Uri }): object {
  return { id, uri: uri.toString(), byHand: true };
}
