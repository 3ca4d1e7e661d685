import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { quoteOf } from '../../core/model/quote';
import type { Link } from '../../core/model/types';
import { excerpt } from '../../core/text/excerpt';
import { askChoice, BACK, type Choice } from '../../ui/asking/ask';
import { annotationArguments, registerCommand } from '../../ui/commands';
import { notify } from '../../ui/notify';
import type { CommandResult } from '../../workspace/annotations/annotationEditor';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import type { Registration, Services } from '../services';
import { goToOtherEnd, peekOtherEnds } from './otherEnds';

const linkArguments = v.looseObject({
  ...annotationArguments.entries,
  from: v.exactOptional(v.string()),
  type: v.exactOptional(v.string()),
  to: v.exactOptional(v.string()),
});
type Needs = Pick<Services, 'codebooks' | 'editor' | 'index' | 'labels' | 'reader' | 'target'>;

type LinkArguments = v.InferOutput<typeof linkArguments>;

/** Links between annotations. */
export function register(services: Needs): Registration {
  return vscode.Disposable.from(
    registerCommand(COMMANDS.link, linkArguments, (args, { byHand }) =>
      link(services, args, byHand),
    ),
    registerCommand(COMMANDS.unlink, linkArguments, (args) => unlink(services, args)),
    registerCommand(COMMANDS.goToLinked, annotationArguments, async (args) => {
      const item = await services.target.resolve(args);
      if (item !== undefined) await goToOtherEnd(services, item);
    }),
    registerCommand(COMMANDS.peekLinked, annotationArguments, async (args) => {
      const item = await services.target.resolve(args);
      if (item !== undefined) await peekOtherEnds(services, item);
    }),
  );
}

async function link(
  services: Needs,
  { from, id = from, uri, atCursor, type, to }: LinkArguments,
  byHand: boolean,
): Promise<CommandResult | undefined> {
  const source = await services.target.resolve({ id, uri, atCursor });
  if (source === undefined) return undefined;
  const chosen = type ?? (await askType(services, source));
  if (chosen === undefined) return undefined;
  const target =
    to === undefined
      ? await services.target.search(
          vscode.l10n.t('“{0}” {1} which annotation?', quote(source), services.labels.link(chosen)),
          source,
        )
      : await services.index.findAnnotation(to);
  if (target === undefined) return undefined;
  if (target.annotation.id === source.annotation.id)
    throw new RefusedError(vscode.l10n.t('An annotation can’t be linked to itself.'));
  if (byHand && !(await isMeant(services, source, target, chosen))) return undefined;
  const made: Link = { type: chosen, target: target.annotation.id };
  return services.editor.changeFields(source.uri, source.annotation.id, ({ links = [] }) => ({
    links: links.some((one) => isSame(one, made)) ? links : [...links, made],
  }));
}

/** Asks whether a link is meant that makes no sense: a speaker's own words against themselves. */
async function isMeant(
  { index, labels }: Needs,
  source: IndexedAnnotation,
  target: IndexedAnnotation,
  type: string,
): Promise<boolean> {
  const speaker = index.corpus.speakerOf(source.annotation);
  const isOwn = speaker !== undefined && speaker === index.corpus.speakerOf(target.annotation);
  const isSameStance = source.annotation.stance === target.annotation.stance;
  if (!isOwn || type !== 'rebuts' || !isSameStance) return true;
  const anyway = vscode.l10n.t('Link Anyway');
  const said = vscode.l10n.t(
    'Both are words of {0}, with the same stance: does the one really {1} the other?',
    speaker,
    labels.link(type),
  );
  return (await notify.warning(said, anyway)) === anyway;
}

function isSame(a: Link, b: Link): boolean {
  return a.type === b.type && a.target === b.target;
}

async function unlink(
  services: Needs,
  { from, id = from, uri, type, to }: LinkArguments,
): Promise<CommandResult | undefined> {
  const source = await services.target.resolve({ id, uri });
  if (source === undefined) return undefined;
  const links = (source.annotation.links ?? []).filter(
    (one) => (type === undefined || one.type === type) && (to === undefined || one.target === to),
  );
  if (links.length === 0)
    throw new RefusedError(vscode.l10n.t('“{0}” has no such link.', quote(source)));
  const [only] = links;
  const removed = links.length === 1 && to !== undefined ? only : await askLink(services, links);
  if (removed === undefined) return undefined;
  return services.editor.changeFields(
    source.uri,
    source.annotation.id,
    ({ links: present = [] }) => ({
      links: present.filter((one) => !isSame(one, removed)),
    }),
  );
}

/**
 * Asks for the type, the plausible one first: evidence supports something, a rebuttal rebuts
 * something.
 */
async function askType(
  { codebooks, labels }: Needs,
  source: IndexedAnnotation,
): Promise<string | undefined> {
  await codebooks.loadCodebooks();
  const plausible = (
    { evidence: 'supports', rebuttal: 'rebuts', claim: 'restates' } as Record<string, string>
  )[source.annotation.role];
  const types = codebooks.vocabulary.links.map(({ id }) => id);
  const sorted = [
    ...types.filter((type) => type === plausible),
    ...types.filter((type) => type !== plausible),
  ];
  const answer = await askChoice({
    title: vscode.l10n.t('Link “{0}”', quote(source)),
    placeholder: vscode.l10n.t('What does this passage do to the other one?'),
    choices: sorted.map((type): Choice<string> => ({ label: labels.link(type), value: type })),
  });
  return answer === BACK ? undefined : answer;
}

async function askLink(
  { index, labels }: Needs,
  links: readonly Link[],
): Promise<Link | undefined> {
  const rows = links.map((link): Choice<Link> => {
    const [target] = index.corpus.withId(link.target);
    return {
      label: labels.link(link.type),
      description: target === undefined ? link.target : quote(target),
      value: link,
    };
  });
  const answer = await askChoice({
    title: vscode.l10n.t('Remove a link'),
    placeholder: vscode.l10n.t('Which link?'),
    choices: rows,
  });
  return answer === BACK ? undefined : answer;
}

function quote({ annotation }: IndexedAnnotation): string {
  return excerpt(quoteOf(annotation), 40);
}
