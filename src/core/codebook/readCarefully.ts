import * as l10n from '@vscode/l10n';
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Problem } from '../model/problem';
import type { SavedView, SetAsideFinding } from '../model/types';
import type { Utf16Range } from '../text/range';
import { checkShape } from '../yaml/checkShape';
import { ProblemList, quotableText } from '../yaml/problemList';
import { rangeOfNode, UnreadableValueError, YamlReader, type YamlText } from '../yaml/readYaml';
import { codebookAdvice } from './codebookAdvice';
import { EMPTY_CODEBOOK, type Codebook } from './codebook';
import type { CodebookFile } from './readCodebook';
import { CODEBOOK_VERSION, ENTRY_KEYS, entryName, SECTIONS, type Section } from './sections';

const NOTHING = { codebook: EMPTY_CODEBOOK, views: [], findings: [], advice: [] };

/**
 * Reads a codebook's text, parsed with all its places: every entry that is sound, and a problem for
 * everything that isn't.
 */
export function readCodebookCarefully(
  text: string,
  { document, fatal, local }: YamlText,
): CodebookFile {
  if (fatal.length > 0) return { ...NOTHING, problems: fatal };
  const root = document.contents as Node | null;
  const whole: Utf16Range = { start: 0, end: Math.min(1, text.length) };
  if (root === null) return { ...NOTHING, problems: [] };
  if (!isMap<Node, Node | null>(root)) {
    const message = l10n.t('A codebook must have keys such as “version”, “roles” and “speakers”.');
    return {
      ...NOTHING,
      problems: [{ code: 'shape', severity: 'error', message, range: rangeOfNode(root, whole) }],
    };
  }
  const problems = new ProblemList();
  problems.addAll(versionProblems(root.get('version', true), whole));
  problems.addAll(local);
  const reader = new YamlReader(document);
  const section = (key: Section) => readSection(key, root.get(key, true), reader, problems, whole);
  const codebook = {
    roles: section('roles'),
    stances: section('stances'),
    links: section('links'),
    topics: section('topics'),
    speakers: section('speakers'),
  } as Codebook;
  const views = section('views') as SavedView[];
  const findings = section('findings') as SetAsideFinding[];
  const advice = codebookAdvice(root, codebook, ENTRY_KEYS);
  return { codebook, views, findings, problems: problems.toProblems(), advice };
}

function versionProblems(node: unknown, whole: Utf16Range): Problem[] {
  const range = rangeOfNode(node as Node | undefined, whole);
  const version = isScalar(node) ? node.value : undefined;
  if (version === undefined || version === null)
    return [
      {
        code: 'version',
        severity: 'error',
        message: l10n.t('“version” is missing: add “version: {0}”.', CODEBOOK_VERSION),
        range,
      },
    ];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return [
      {
        code: 'version',
        severity: 'error',
        message: l10n.t('“version” must be a whole number.'),
        range,
      },
    ];
  if (version <= CODEBOOK_VERSION) return [];
  return [
    {
      code: 'version',
      severity: 'warning',
      message: l10n.t(
        'Written by a newer version of Claim Annotator (format {0}); what this version knows of it is used.',
        version,
      ),
      range,
    },
  ];
}

function readSection(
  key: Section,
  node: Node | undefined,
  reader: YamlReader,
  problems: ProblemList,
  whole: Utf16Range,
): object[] {
  if (node === undefined || (isScalar(node) && node.value === null)) return [];
  if (!isSeq(node)) {
    problems.add({
      code: 'shape',
      severity: 'error',
      message: l10n.t('“{0}” must be a list.', key),
      range: rangeOfNode(node, whole),
    });
    return [];
  }
  const seen = new Set<string>();
  return (node.items as Node[]).flatMap((item) => {
    const range = rangeOfNode(item, whole);
    try {
      const { output, problems: found } = checkShape(
        SECTIONS[key],
        reader.read(item, SECTIONS[key]),
        item,
        'entry',
        range,
      );
      problems.addAll(found);
      if (output === undefined) return [];
      const id = entryName(key, output) ?? '';
      if (!seen.has(id)) {
        seen.add(id);
        return [output];
      }
      problems.add({
        code: 'duplicate-name',
        severity: 'error',
        message: l10n.t(
          '“{0}” occurs twice under “{1}”: the first one counts.',
          quotableText(id),
          key,
        ),
        range,
      });
    } catch (error) {
      if (!(error instanceof UnreadableValueError)) throw error;
      problems.add({
        code: 'entry',
        severity: 'error',
        message: error.message,
        range: rangeOfNode(error.node, range),
      });
    }
    return [];
  });
}
