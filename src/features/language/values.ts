import type * as vscode from 'vscode';
import type { OfferedValue } from '../../core/language/completions';
import { namingAt, type Meaning } from '../../core/language/meaning';
import { listedValuesAt } from '../../core/language/shape';
import type { Typing } from '../../core/language/typing';
import { UsedValues, type UsedField } from '../../core/language/usedValues';
import { DEFAULT_CODEBOOK } from '../../core/codebook/codebook';
import type { CodebookEntry } from '../../core/model/types';
import { ANNOTATION_KEYS } from '../../core/model/fields';
import { passageStates } from '../../core/model/schema';
import { compareText } from '../../core/text/compare';
import { shownNumber } from '../../ui/numbers';
import { Disposable } from '../../workspace/platform/disposable';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import type { Services } from '../services';
import { AnnotationIds } from './annotationIds';
import type { FolderCodebooks } from './folderCodebooks';

type Needs = Pick<Services, 'codebooks' | 'index' | 'labels' | 'logError'>;

/** What findings that were set aside are called. */
const FINDING_KINDS = [
  'unsupported',
  'untargeted',
  'unanswered',
  'unattributed',
  'dangling',
  'turn',
];

/** The values that can be typed at a place: those of the codebooks, and those in use. */
export class LanguageValues extends Disposable {
  private readonly used = new UsedValues();
  private readonly ids: AnnotationIds;
  /** The speakers in use that no codebook has, until something changes. */
  private uncoded: readonly OfferedValue[] | undefined;

  constructor(
    private readonly services: Needs,
    private readonly folders: FolderCodebooks,
  ) {
    super();
    const { index, codebooks, labels } = services;
    this.ids = new AnnotationIds(index, labels);
    this.own(
      index.onDidChange(({ articles }) => {
        this.used.touch(articles);
        this.uncoded = undefined;
        this.ids.forget();
      }),
    );
    this.own(codebooks.onDidChange(() => (this.uncoded = undefined)));
  }

  /** What annotations have, as far as it was read. */
  async usedValues(): Promise<UsedValues> {
    await inSteps(this.used.update(this.services.index.corpus));
    return this.used;
  }

  /** The values that may be meant at a place. */
  async offeredAt(uri: vscode.Uri, typing: Typing): Promise<readonly OfferedValue[]> {
    const { kind, path } = typing;
    const naming = namingAt(kind, path);
    if (naming === undefined) {
      if (path.join('.') === 'version') return [{ value: '1' }];
      return listedValuesAt(kind, path).map((value) => ({ value }));
    }
    if (naming.meaning === 'annotation')
      // A new annotation's own id is none of those that there are.
      return naming.isDefinition ? [] : this.ids.offeredAt(uri, typing);
    const used = await this.usedValues();
    if (naming.isDefinition) return this.withoutEntry(naming.meaning, used);
    const { meaning } = naming;
    const known = this.known(meaning, uri, used);
    if (!isOneOf(meaning, ['speaker', 'tag', 'creator'] as const)) return known;
    // The half of a word that stands here so far is in use by now, here alone.
    return known.filter(
      ({ value }) => value !== typing.typed || used.countOf(meaning, value) !== 1,
    );
  }

  private known(meaning: Meaning, uri: vscode.Uri, used: UsedValues): readonly OfferedValue[] {
    const vocabulary = this.folders.vocabularyFor(uri);
    const { labels, index } = this.services;
    switch (meaning) {
      case 'role':
        return offeredEntries(vocabulary.roles, (id) => labels.role(id));
      case 'stance':
        return offeredEntries(vocabulary.stances, (id) => labels.stance(id));
      case 'link':
        return offeredEntries(vocabulary.links, (id) => labels.link(id));
      case 'linked':
        return vocabulary.links.flatMap(({ id }) => [{ value: `<${id}` }, { value: `>${id}` }]);
      case 'topic': {
        const listed = offeredEntries(vocabulary.topics, (id) => labels.topic(id));
        const ids = new Set(vocabulary.topics.map(({ id }) => id));
        const others = index.corpus.topicsInUse().filter((topic) => !ids.has(topic));
        return [...listed, ...others.sort(compareText).map((value) => ({ value }))];
      }
      case 'speaker': {
        const listed = vocabulary.speakers.map(({ name, aliases = [], affiliation, label }) => ({
          value: name,
          names: label === undefined ? aliases : [...aliases, label],
          detail: affiliation ?? aliases.join(' · '),
        }));
        return [...listed, ...this.speakersWithoutEntry(used)];
      }
      case 'tag':
      case 'creator':
        return inUse(used, meaning);
      case 'field':
        return ANNOTATION_KEYS.map((value) => ({ value }));
      case 'state':
        return passageStates.map((value) => ({ value }));
      case 'findingKind':
        return FINDING_KINDS.map((value) => ({ value }));
      default:
        return [];
    }
  }

  /** What is in use and has no entry in a codebook yet: a new entry is mostly one of these. */
  private withoutEntry(meaning: Meaning, used: UsedValues): readonly OfferedValue[] {
    const { codebooks, index } = this.services;
    const { codebook } = codebooks;
    const isNew = (entries: readonly CodebookEntry[] | undefined) => {
      const ids = new Set(entries?.map(({ id }) => id));
      return (value: string) => !ids.has(value);
    };
    const offered = (values: Iterable<string>, entries: readonly CodebookEntry[] | undefined) =>
      [...new Set(values)].filter(isNew(entries)).map((value) => ({ value }));
    const ids = (entries: readonly CodebookEntry[]) => entries.map(({ id }) => id);
    switch (meaning) {
      case 'role':
        return offered([...ids(DEFAULT_CODEBOOK.roles), ...used.valuesOf('role')], codebook?.roles);
      case 'stance':
        return offered(
          [...ids(DEFAULT_CODEBOOK.stances), ...used.valuesOf('stance')],
          codebook?.stances,
        );
      case 'link':
        return offered(ids(DEFAULT_CODEBOOK.links), codebook?.links);
      case 'topic':
        return offered(index.corpus.topicsInUse().sort(compareText), codebook?.topics);
      case 'speaker':
        return this.speakersWithoutEntry(used);
      default:
        return [];
    }
  }

  private speakersWithoutEntry(used: UsedValues): readonly OfferedValue[] {
    if (this.uncoded !== undefined) return this.uncoded;
    const { codebooks } = this.services;
    const listed = new Set(codebooks.vocabulary.speakers.map(({ name }) => name));
    const counts = new Map<string, number>();
    for (const name of used.valuesOf('speaker')) {
      const shown = codebooks.listedAs(name);
      if (!listed.has(shown))
        counts.set(shown, (counts.get(shown) ?? 0) + used.countOf('speaker', name));
    }
    this.uncoded = byCount(counts);
    return this.uncoded;
  }
}

function isOneOf<M extends Meaning>(meaning: Meaning, some: readonly M[]): meaning is M {
  return (some as readonly Meaning[]).includes(meaning);
}

function offeredEntries(
  entries: readonly CodebookEntry[],
  label: (id: string) => string,
): OfferedValue[] {
  return entries.map(({ id, description = '' }) => {
    const shown = label(id);
    const names = [shown, description];
    return { value: id, names, detail: shown === id ? description : shown };
  });
}

function inUse(used: UsedValues, field: UsedField): OfferedValue[] {
  const values = [...used.valuesOf(field)];
  return byCount(new Map(values.map((value) => [value, used.countOf(field, value)])));
}

function byCount(counts: ReadonlyMap<string, number>): OfferedValue[] {
  return [...counts]
    .sort(([a, many], [b, others]) => others - many || compareText(a, b))
    .map(([value, count]) => ({ value, detail: shownNumber(count) }));
}
