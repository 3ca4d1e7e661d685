import * as l10n from '@vscode/l10n';
import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { RefusedError, type Problem } from '../../model/problem';
import { dominantLineEnding } from '../../text/lineEndings';
import { LineIndex } from '../../text/lines';
import type { Utf16Range } from '../../text/range';
import { blocksOfItems } from '../../yaml/blocks';
import { layoutOf, type ListLayout } from '../../yaml/listLayout';
import { keyName, readYaml, UnreadableValueError, YamlReader } from '../../yaml/readYaml';
import { CODEBOOK_VERSION, entryName, readCodebook, SECTIONS, type Section } from '../readCodebook';

/** A list of a codebook, to be edited. */
export interface OpenSection {
  readonly layout: ListLayout;
  readonly items: readonly Node[];
  /** What each item says; undefined where it can't be read. */
  readonly values: readonly unknown[];
  /** The lines of each item; in a list in brackets, its value. */
  readonly places: readonly Utf16Range[];
}

/** A codebook's text that can be edited, with what it says. */
export class OpenCodebook {
  readonly eol: string;
  private readonly reader: YamlReader;

  private constructor(
    readonly text: string,
    /** Undefined: nothing but comments. */
    readonly root: YAMLMap<Node, Node | null> | undefined,
    reader: YamlReader,
  ) {
    this.eol = dominantLineEnding(text);
    this.reader = reader;
  }

  /** @throws RefusedError that says where and why, if the file is broken or of a newer version */
  static of(text: string): OpenCodebook {
    const { document, fatal } = readYaml(text);
    const { problems } = readCodebook(text);
    const root = document.contents as Node | null;
    const problem =
      fatal[0] ??
      problems.find(({ code }) => code === 'yaml' || code === 'version' || code === 'shape');
    if (problem !== undefined) throw new RefusedError(whyNot(text, problem));
    return new OpenCodebook(
      text,
      isMap<Node, Node | null>(root) ? root : undefined,
      new YamlReader(document),
    );
  }

  section(section: Section): OpenSection {
    const list = this.root?.get(section, true) as Node | undefined;
    const layout: ListLayout =
      this.root === undefined ? { kind: 'missing' } : layoutOf(this.text, this.root, list);
    if (!isSeq(list)) return { layout, items: [], values: [], places: [] };
    const items = list.items as Node[];
    return {
      layout,
      items,
      values: items.map((item) => this.valueOf(item, SECTIONS[section])),
      places: blocksOfItems(this.text, list),
    };
  }

  /** The number of the first entry with a name; -1 if there is none. */
  static indexOf({ values }: OpenSection, section: Section, name: string): number {
    return values.findIndex((value) => entryName(section, value) === name);
  }

  /** What stands under each key: of a list what its items say, of an unreadable one its text. */
  content(): Map<string, unknown> {
    const content = new Map<string, unknown>();
    for (const { key, value } of this.root?.items ?? []) {
      const name = keyName(key) ?? '';
      if (!Object.hasOwn(SECTIONS, name)) {
        content.set(name, this.valueOf(value) ?? this.textOf(value));
        continue;
      }
      const { items, values } = this.section(name as Section);
      content.set(
        name,
        values.map((one, i) => one ?? this.textOf(items[i])),
      );
    }
    if (this.root === undefined) content.set('version', CODEBOOK_VERSION);
    return content;
  }

  private valueOf(node: Node | null, schema?: (typeof SECTIONS)[Section]): unknown {
    try {
      return this.reader.read(node, schema);
    } catch (error) {
      if (error instanceof UnreadableValueError) return undefined;
      throw error;
    }
  }

  private textOf(node: Node | null | undefined): string {
    const [start, end] = node?.range ?? [0, 0];
    return this.text.slice(start, end);
  }
}

function whyNot(text: string, { message, range }: Problem): string {
  const { line, column } = new LineIndex(text).at(range.start);
  return l10n.t('The codebook can’t be edited. Line {0}, column {1}: {2}', line, column, message);
}
