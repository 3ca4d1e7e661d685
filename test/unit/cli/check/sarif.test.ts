import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { LocatedFinding } from '../../../../src/cli/check/checkCorpus';
import { sarif } from '../../../../src/cli/check/sarif';
import { shownPath } from '../../../../src/cli/location';

/** What SARIF 2.1.0 asks for, as far as it is used. */
interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly { readonly id: string }[];
      };
    };
    readonly columnKind: string;
    readonly results: readonly Result[];
  }[];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
}

const CWD = join('/', 'home', 'ann');

function finding(more: Partial<LocatedFinding>): LocatedFinding {
  const place = { file: join(CWD, 'a.md.claims.yaml'), line: 3, column: 5 };
  return { ...place, severity: 'error', code: 'orphaned', message: 'It is gone.', ...more };
}

function logOf(...findings: readonly LocatedFinding[]): Log {
  const log = sarif(findings, (file) => shownPath(CWD, file));
  return JSON.parse(JSON.stringify(log)) as Log;
}

const uriOf = ({ locations }: Result) => locations[0]?.physicalLocation.artifactLocation.uri;

describe('findings as SARIF', () => {
  it('have all that the format requires, also where there are none', () => {
    const log = logOf(
      finding({}),
      finding({ code: 'changed', severity: 'warning' }),
      finding({ code: 'unknown-topic', severity: 'info' }),
      finding({}),
    );
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.ok(run);
    assert.equal(run.tool.driver.name, 'claims');
    assert.equal(run.columnKind, 'unicodeCodePoints');
    const rules = run.tool.driver.rules.map(({ id }) => id);
    assert.deepEqual(rules, ['changed', 'orphaned', 'unknown-topic']);
    assert.deepEqual(
      run.results.map(({ level }) => level),
      ['error', 'warning', 'note', 'error'],
    );
    for (const { ruleId, ruleIndex, message, locations } of run.results) {
      assert.equal(rules[ruleIndex], ruleId);
      assert.equal(message.text, 'It is gone.');
      assert.deepEqual(locations[0]?.physicalLocation.region, { startLine: 3, startColumn: 5 });
    }
    // No list at all would mean that nothing was checked.
    assert.deepEqual(logOf().runs[0]?.results, []);
    assert.deepEqual(logOf().runs[0]?.tool.driver.rules, []);
  });

  it('have relative references to files below the folder, and whole addresses of others', () => {
    const names = ['文/a b#?.md.claims.yaml', 'c:d.claims.yaml', '..e/100%.claims.yaml'];
    const below = logOf(...names.map((name) => finding({ file: join(CWD, name) })));
    const uris = below.runs[0]?.results.map(uriOf) ?? [];
    assert.deepEqual(
      uris.map((uri) => decodeURIComponent(uri ?? '')),
      names,
    );
    for (const uri of uris) assert.match(uri ?? '', /^[\w./%-]+$/);
    const [outside] =
      logOf(finding({ file: join('/', 'home', '李', 'b.yaml') })).runs[0]?.results ?? [];
    assert.match((outside && uriOf(outside)) ?? '', /^file:\/\/\/.*home\/%E6%9D%8E\/b\.yaml$/);
  });
});
