import type { Annotation } from '../core/model/types';
import type { CodebookStore } from '../workspace/codebooks/codebookStore';
import { stanceMark, type Labels } from './labels';
import { escapeMarkdown } from './markdown';

/** Role, speaker and stance of an annotation on one line, as Markdown. */
export function annotationHeading(
  { codebooks, labels }: { readonly codebooks: CodebookStore; readonly labels: Labels },
  { role, speaker, stance }: Pick<Annotation, 'role' | 'speaker' | 'stance'>,
): string {
  const name = speaker === undefined ? labels.noSpeaker : codebooks.listedAs(speaker);
  const facts = [
    `**${escapeMarkdown(labels.role(role))}**`,
    `**${escapeMarkdown(name)}**`,
    stance && `${stanceMark(stance)} ${escapeMarkdown(labels.stance(stance))}`,
  ];
  return facts.filter((fact) => fact !== undefined).join(' · ');
}
