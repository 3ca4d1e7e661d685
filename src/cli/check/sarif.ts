import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LocatedFinding } from './checkCorpus';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show at their lines.
 *
 * @param pathOf a file's path as it is shown, relative to the folder that is checked
 */
export function sarif(
  findings: readonly LocatedFinding[],
  pathOf: (file: string) => string,
): object {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'claims', rules: codes.map((id) => ({ id })) } },
        columnKind: 'unicodeCodePoints',
        results: findings.map(({ file, line, column, severity, code, message }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: LEVELS[severity],
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file, pathOf(file)) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
}

/**
 * A file as a relative reference, its parts percent-encoded; what lies outside of the folder that
 * is checked has its whole address, as a reference shouldn’t go up.
 */
function uriOf(file: string, path: string): string {
  if (path.startsWith('../') || isAbsolute(path)) return pathToFileURL(file).href;
  return path.split('/').map(encodeURIComponent).join('/');
}
