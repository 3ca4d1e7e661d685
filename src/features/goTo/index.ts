import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { firstRange } from '../../core/placing/placeAnnotations';
import { annotationArguments, registerCommand } from '../../ui/commands';
import type { Target } from '../../ui/target';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { toOffset } from '../../workspace/platform/positions';
import type { Registration, Services } from '../services';
import { showPassages } from './showPassages';

type Needs = Pick<Services, 'index' | 'open' | 'reader' | 'target'>;

const goToArguments = v.looseObject({
  ...annotationArguments.entries,
  /** The article is shown, and the focus stays where it is. */
  keepFocus: v.exactOptional(v.boolean()),
  /** It is shown beside the editor that is active, not in its place. */
  beside: v.exactOptional(v.boolean()),
});

/** Going to annotations. */
export function register(services: Needs): Registration {
  return vscode.Disposable.from(
    registerCommand(COMMANDS.goTo, goToArguments, async ({ keepFocus, beside, ...args }) => {
      const item = await findItem(services, args, keepFocus);
      if (item !== undefined) await showPassages(services, item, { keepFocus, beside });
    }),
    registerCommand(COMMANDS.next, v.looseObject({}), () => step(services, 1)),
    registerCommand(COMMANDS.previous, v.looseObject({}), () => step(services, -1)),
  );
}

async function findItem(
  { index, target }: Needs,
  args: Target,
  keepFocus: boolean | undefined,
): Promise<IndexedAnnotation | undefined> {
  const { id, uri, selected } = args;
  // A row that was clicked on may be gone by now, as when Delete was pressed right behind it.
  if (keepFocus === true && id !== undefined)
    return index.corpus
      .withId(id)
      .find((item) => uri === undefined || item.article === uri.toString());
  if (id !== undefined || selected === true) return target.resolve(args);
  return target.search(vscode.l10n.t('Go to which annotation?'));
}

/**
 * Selects the next (1) or previous (-1) annotation of the active article, and begins again at its
 * other end.
 */
async function step(services: Needs, direction: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const live = editor && services.open.get(editor.document.uri);
  const placed = live?.inReadingOrder().filter((one) => firstRange(one) !== undefined) ?? [];
  if (editor === undefined || placed.length === 0)
    throw new RefusedError(vscode.l10n.t('The article in the editor has no annotations.'));
  const key = (range: { start: number; end: number }) => [range.start, -range.end] as const;
  const here = toOffset(editor.document, editor.selection.start);
  const hereEnd = toOffset(editor.document, editor.selection.end);
  const cursor = key({ start: here, end: hereEnd });
  const after = (one: (typeof placed)[number]) => {
    const [start, end] = key(firstRange(one) ?? { start: 0, end: 0 });
    return start - cursor[0] || (here === hereEnd ? 0 : end - cursor[1]);
  };
  const found =
    direction === 1
      ? (placed.find((one) => after(one) > 0) ?? placed[0])
      : (placed.findLast((one) => after(one) < 0) ?? placed.at(-1));
  if (found !== undefined)
    await showPassages(services, { uri: editor.document.uri, annotation: found.annotation });
}
