import { speakerUse } from '../../core/corpus/speakerUse';
import { compareText } from '../../core/text/compare';
import type { AnnotationIndex } from '../../workspace/annotations/annotationIndex';
import type { CodebookStore } from '../../workspace/codebooks/codebookStore';
import type { Labels } from '../labels';

/** A value to choose, and what it is called on the screen. */
export interface Value {
  readonly value: string;
  readonly label: string;
  /** What is said beside it; its value, if that is left out. */
  readonly description?: string;
}

/** What values to choose from are asked from. */
export interface ValueSources {
  readonly codebooks: CodebookStore;
  readonly index: AnnotationIndex;
  readonly labels: Labels;
}

/** The values that a field of an annotation can be given by choosing, the likeliest first. */
export class FieldValues {
  constructor(private readonly sources: ValueSources) {}

  /** @param article the key of the annotation's article: its own speakers come first */
  speakers(article: string): Value[] {
    const { codebooks, index } = this.sources;
    const used = speakerUse(index.corpus, { article }).map((use) => use.speaker);
    const known = codebooks.vocabulary.speakers.map(({ name }) => name);
    return unique([...used, ...known]).map((name) => ({ value: name, label: name }));
  }

  topics(): Value[] {
    const { codebooks, index, labels } = this.sources;
    const known = codebooks.vocabulary.topics.map(({ id }) => id);
    const used = index.corpus.topicsInUse().sort(compareText);
    return unique([...known, ...used]).map((id) => ({ value: id, label: labels.topic(id) }));
  }

  roles(): Value[] {
    const { codebooks, labels } = this.sources;
    return codebooks.vocabulary.roles.map(({ id }) => ({ value: id, label: labels.role(id) }));
  }

  stances(): Value[] {
    const { codebooks, labels } = this.sources;
    return codebooks.vocabulary.stances.map(({ id }) => ({ value: id, label: labels.stance(id) }));
  }
}

/** What was typed as a list, with commas of any kind between its values. */
export function splitList(typed: string): string[] {
  return typed
    .split(/[,，、]/)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
