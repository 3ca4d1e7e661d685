import * as l10n from '@vscode/l10n';
import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { RefusedError, type Problem } from '../../model/problem';
import { dominantLineEnding } from '../../text/lineEndings';
import { LineIndex } from '../../text/lines';
import type { Utf16Range } from '../../text/range';
import { blocksOfItems } from '../../yaml/blocks';
import { layoutOf, type ListLayout } from '../../yaml/listLayout';
import {
  keyName,
  readYaml,
  UnreadableValueError,
  YamlReader,
  type YamlText,
} from '../../yaml/readYaml';
import { readCodebookCarefully } from '../readCarefully';
import { readCodebookQuickly, type QuickCodebook } from '../readQuickly';
import { CODEBOOK_VERSION, entryName, SECTIONS, type Section } from '../sections';

/** A list of a codebook, to be edited. */
export interface OpenSection {
  readonly layout: ListLayout;
  /** What each item says; undefined where it can't be read. */
  readonly values: readonly unknown[];
  /** The lines of each item; in a list in brackets, its value. */
  readonly places: readonly Utf16Range[];
  /** Whether each item is written in braces. */
  readonly inBraces: readonly boolean[];
}

/** A codebook's text that can be edited, with what it says. */
export class OpenCodebook {
  readonly eol: string;
  private read: ParsedCodebook | undefined;

  private constructor(
    readonly text: string,
    /** Of a plain text: it is parsed only where that isn't enough. */
    private readonly quick: QuickCodebook | undefined,
  ) {
    this.eol = dominantLineEnding(text);
  }

  /** @throws RefusedError that says where and why, if the file is broken or of a newer version */
  static of(text: string): OpenCodebook {
    const opened = new OpenCodebook(text, readCodebookQuickly(text));
    if (opened.quick === undefined) opened.parsed.requireSound();
    return opened;
  }

  /** Undefined: nothing but comments. */
  get root(): YAMLMap<Node, Node | null> | undefined {
    return this.parsed.root;
  }

  section(section: Section): OpenSection {
    const layout = this.quick?.layouts.get(section);
    if (layout === undefined) return this.parsed.section(section);
    const { indent, places, inBraces } = layout;
    const start = places[0]?.start ?? 0;
    const values = this.quick?.lists.get(section) ?? [];
    return { layout: { kind: 'block', indent, start }, values, places, inBraces };
  }

  /** The number of the first entry with a name; -1 if there is none. */
  static indexOf({ values }: OpenSection, section: Section, name: string): number {
    return values.findIndex((value) => entryName(section, value) === name);
  }

  /** What stands under each key: of a list what its items say, of an unreadable one its text. */
  content(): Map<string, unknown> {
    const { quick } = this;
    if (quick === undefined) return this.parsed.content();
    return new Map(
      quick.keys.map((key) => [key, quick.lists.get(key as Section) ?? CODEBOOK_VERSION]),
    );
  }

  private get parsed(): ParsedCodebook {
    return (this.read ??= new ParsedCodebook(this.text));
  }
}

/** A codebook's text with all its places. */
class ParsedCodebook {
  /** Undefined: nothing but comments. */
  readonly root: YAMLMap<Node, Node | null> | undefined;
  private readonly yaml: YamlText;
  private readonly reader: YamlReader;

  constructor(private readonly text: string) {
    this.yaml = readYaml(text);
    const { document } = this.yaml;
    const root = document.contents as Node | null;
    this.root = isMap<Node, Node | null>(root) ? root : undefined;
    this.reader = new YamlReader(document);
  }

  requireSound(): void {
    const { problems } = readCodebookCarefully(this.text, this.yaml);
    const problem =
      this.yaml.fatal[0] ??
      problems.find(({ code }) => code === 'yaml' || code === 'version' || code === 'shape');
    if (problem !== undefined) throw new RefusedError(whyNot(this.text, problem));
  }

  section(section: Section): OpenSection {
    const list = this.root?.get(section, true) as Node | undefined;
    const layout: ListLayout =
      this.root === undefined ? { kind: 'missing' } : layoutOf(this.text, this.root, list);
    if (!isSeq(list)) return { layout, values: [], places: [], inBraces: [] };
    const items = list.items as Node[];
    return {
      layout,
      values: items.map((item) => this.valueOf(item, SECTIONS[section])),
      places: blocksOfItems(this.text, list),
      inBraces: items.map((item) => isMap(item) && item.flow === true),
    };
  }

  content(): Map<string, unknown> {
    const content = new Map<string, unknown>();
    for (const { key, value } of this.root?.items ?? []) {
      const name = keyName(key) ?? '';
      if (!Object.hasOwn(SECTIONS, name)) {
        content.set(name, this.valueOf(value) ?? this.textOf(value));
        continue;
      }
      const { values } = this.section(name as Section);
      const items = isSeq(value) ? (value.items as Node[]) : [];
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
