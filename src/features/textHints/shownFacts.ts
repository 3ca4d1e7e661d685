import type { Annotation } from '../../core/model/types';
import { excerpt } from '../../core/text/excerpt';
import { withoutIcons } from '../../ui/icons';
import { stanceMark } from '../../ui/labels';
import type { Services } from '../services';

export type HintSources = Pick<Services, 'codebooks' | 'labels' | 'open'>;

/** How many columns of a name are shown. */
const NAME = 24;

/** Who says a passage, by canonical name, as it may be shown. */
export function speakerShown({ codebooks, labels }: HintSources, { speaker }: Annotation): string {
  const name = speaker === undefined ? labels.noSpeaker : codebooks.listedAs(speaker);
  return withoutIcons(excerpt(name, NAME));
}

/** Speaker and the mark of the stance. */
export function speakerWithMark(sources: HintSources, annotation: Annotation): string {
  const { stance } = annotation;
  const speaker = speakerShown(sources, annotation);
  return stance === undefined ? speaker : `${speaker} ${stanceMark(stance)}`;
}

/** Speaker, role and stance in words. */
export function factsInWords(sources: HintSources, annotation: Annotation): string {
  const { labels } = sources;
  const { role, stance } = annotation;
  const facts = [
    speakerShown(sources, annotation),
    withoutIcons(labels.role(role)),
    ...(stance === undefined
      ? []
      : [`${stanceMark(stance)} ${withoutIcons(labels.stance(stance))}`]),
  ];
  return facts.join(' · ');
}
