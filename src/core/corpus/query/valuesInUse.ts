import type { Codebook } from '../../codebook/codebook';
import { compareText } from '../../text/compare';
import type { Steps } from '../../text/steps';
import type { Corpus, CorpusItem } from '../corpus';
import { RowPace } from '../findings/found';
import { queriedArticles } from './rows';

/**
 * The values that annotations use, as a codebook would list them: each list by code point.
 *
 * @param corpus must not change before the last step
 * @param isMeant whether an article's annotations count, by its key
 */
export function* valuesInUse<Item extends CorpusItem>(
  corpus: Corpus<Item>,
  isMeant: (article: string) => boolean,
): Steps<Codebook> {
  const pace = new RowPace();
  const used = {
    role: new Set<string>(),
    stance: new Set<string>(),
    topic: new Set<string>(),
    link: new Set<string>(),
    speaker: new Set<string>(),
  };
  const add = (field: keyof typeof used, value: string | undefined) => {
    if (value !== undefined) used[field].add(value);
  };
  for (const { key, content } of queriedArticles(corpus)) {
    if (!isMeant(key)) continue;
    for (let i = 0; i < content.count; i++) {
      for (const field of ['role', 'stance', 'topic'] as const)
        add(field, content.valueOf(i, field));
      add('speaker', corpus.speakerNamed(content.valueOf(i, 'speaker')));
    }
    for (const { type } of content.links()) add('link', type);
    if (pace.isDue(content.count)) yield;
  }
  const entries = (values: ReadonlySet<string>) => [...values].sort(compareText);
  const ids = (values: ReadonlySet<string>) => entries(values).map((id) => ({ id }));
  return {
    roles: ids(used.role),
    stances: ids(used.stance),
    links: ids(used.link),
    topics: ids(used.topic),
    speakers: entries(used.speaker).map((name) => ({ name })),
  };
}
