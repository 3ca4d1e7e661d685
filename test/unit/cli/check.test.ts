import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { CHINESE, claimsForEach, ENGLISH, tagged, writeTwoArticles } from './claims';

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}

describe('claims check', () => {
  const folder = claimsForEach();
  const { fine, run, write, read, article } = folder;
  beforeEach(() => writeTwoArticles(folder));

  it('says nothing of a folder where all is well, also of an empty one', async () => {
    assert.equal(await fine('check', '--strict'), '');
    rmSync(folder.file('文'), { recursive: true });
    rmSync(folder.file('bridge.txt.claims.yaml'));
    assert.equal(await fine('check'), '');
    assert.equal(await fine('check', '--json'), '[]\n');
  });

  it('finds words that are gone, as an error at their entry', async () => {
    write('文/桥.md', CHINESE.replace('乙方不同意，说钱不够。', ''));
    const { code, out, err } = await run('check');
    assert.deepEqual([code, err], [1, '']);
    const line = read('文/桥.md.claims.yaml').split('\n').indexOf('  - id: c2') + 1;
    const text = '“钱不够” is not found in the article any more. The annotation is kept.';
    assert.equal(out, `文/桥.md.claims.yaml:${line}:3: error: ${text}\n`);
  });

  it('finds changed words and several places as warnings, which count with --strict', async () => {
    write('文/桥.md', CHINESE.replace('以后再说', '过些时候再说'));
    const { code, out } = await run('check');
    assert.equal(code, 0);
    assert.match(
      out,
      /^文\/桥\.md\.claims\.yaml:\d+:3: warning: “桥要先修，钱以后再说” was found, but/,
    );
    assert.equal((await run('check', '--strict')).code, 1);
    write('twice.md', 'It rained. It rained.\n');
    const entry = '  - id: t1\n    role: claim\n    passages: [{exact: It rained}]\n';
    write('twice.md.claims.yaml', `version: 1\nannotations:\n${entry}`);
    assert.match(
      await fine('check', 'twice.md'),
      /^twice\.md\.claims\.yaml:3:3: warning: “It rained” stands at several places/,
    );
  });

  it('finds links that lead nowhere, but none that lead to an article not asked about', async () => {
    const text = 'No, it can’t wait.\n';
    const links = [
      { type: 'rebuts', target: 'e1' },
      { type: 'supports', target: 'gone' },
    ];
    article('answer.md', text, [tagged(text, 'a1', 'it can’t wait', { links })]);
    const { code, out } = await run('check', 'answer.md');
    assert.equal(code, 1);
    assert.equal(
      out,
      'answer.md.claims.yaml:3:3: error: A link “supports” leads to “gone”, and there is no such annotation.\n',
    );
  });

  it('finds speakers and other values that the codebook lacks, if it lists any', async () => {
    write(
      'claims.codebook.yaml',
      'version: 1\nspeakers: [{name: 甲方}, {name: Li, aliases: [乙方]}]\n',
    );
    const { code, out } = await run('check');
    assert.equal(code, 0);
    assert.match(
      out,
      /^bridge\.txt\.claims\.yaml:3:3: warning: The speaker “Mayor” is not in the codebook\.\n$/,
    );
    write('bridge.txt.claims.yaml', read('bridge.txt.claims.yaml').replace('evidence', 'evidense'));
    assert.match(
      (await run('check')).out,
      /warning: The role “evidense” .* Did you mean “evidence”\?/,
    );
  });

  it('finds broken sidecars and codebooks, with line and column, and goes on', async () => {
    write('bridge.txt.claims.yaml', 'version: 1\nannotations:\n  - id: [\n');
    write('文/桥.md.claims.yaml', read('文/桥.md.claims.yaml').replace('role: claim', 'role: {}'));
    write('gb.txt.claims.yaml', Uint8Array.from([0xbf, 0xaa]));
    write('claims.codebook.yaml', 'version: 1\nroles: 3\n');
    const { code, out } = await run('check');
    assert.equal(code, 1);
    assert.match(out, /^claims\.codebook\.yaml:2:8: error: “roles” must be a list\.$/m);
    assert.match(out, /^bridge\.txt\.claims\.yaml:\d+:\d+: error: ./m);
    assert.match(out, /^文\/桥\.md\.claims\.yaml:4:11: error: ./m);
    assert.match(out, /^gb\.txt\.claims\.yaml:1:1: error: Not UTF-8/m);
  });

  it('finds articles that are gone or can’t be read, and copied ids', async () => {
    rmSync(folder.file('文/桥.md'));
    write('bridge.txt', Uint8Array.from([0xff, 0x41]));
    const { out } = await run('check');
    assert.match(
      out,
      /^文\/桥\.md\.claims\.yaml:1:1: error: There is no article 桥\.md: was it moved/m,
    );
    assert.match(
      out,
      /^bridge\.txt\.claims\.yaml:1:1: error: bridge\.txt can’t be read \(not UTF-8.*\)\. Its annotations are kept/m,
    );
    // What is said of the whole isn't said of each annotation.
    assert.equal(out.trimEnd().split('\n').length, 2);
    write('bridge.txt', ENGLISH);
    write('copy.txt', ENGLISH);
    write('copy.txt.claims.yaml', read('bridge.txt.claims.yaml'));
    const copied = (await run('check', 'copy.txt')).out;
    assert.match(
      copied,
      /^copy\.txt\.claims\.yaml:3:3: warning: The id “e1” .* of bridge\.txt, as/,
    );
  });

  it('gives the same as JSON and as SARIF, with paths as addresses', async () => {
    write('文/桥.md', CHINESE.replace('乙方不同意，说钱不够。', ''));
    const json = await run('check', '--json');
    assert.equal(json.code, 1);
    const [finding] = JSON.parse(json.out) as Record<string, unknown>[];
    assert.equal(finding?.file, '文/桥.md.claims.yaml');
    assert.deepEqual([finding.severity, finding.code, finding.column], ['error', 'orphaned', 3]);
    const { code, out } = await run('check', '--sarif');
    assert.equal(code, 1);
    const { version, runs } = JSON.parse(out) as Sarif;
    assert.equal(version, '2.1.0');
    const [result] = runs[0]?.results ?? [];
    assert.equal(result?.level, 'error');
    assert.equal(runs[0]?.tool.driver.rules[result.ruleIndex]?.id, 'orphaned');
    const place = result.locations[0]?.physicalLocation;
    assert.equal(decodeURIComponent(place?.artifactLocation.uri ?? ''), '文/桥.md.claims.yaml');
    assert.match(place?.artifactLocation.uri ?? '', /^[\x21-\x7e]+$/);
    assert.deepEqual(place?.region, { startLine: finding.line, startColumn: 3 });
    assert.equal((await run('check', '--sarif', '--json')).code, 2);
  });

  it('takes who proposed an annotation as it is, and says where it has another shape', async () => {
    const sidecar = read('文/桥.md.claims.yaml');
    const head = '  - id: c2\n';
    const proposed = (origin: string) =>
      write('文/桥.md.claims.yaml', sidecar.replace(head, `${head}    origin: ${origin}\n`));
    proposed('{by: model, name: M, at: "2026", accepted: {by: Li, at: "2026", how: key}, run: 1}');
    assert.equal(await fine('check', '--strict'), '');
    assert.match(await fine('export'), /"origin": \{\s*"by": "model",\s*"name": "M"/);
    for (const [origin, problem] of [
      ['M', /origin/],
      ['{name: M}', /“origin\.by” is missing/],
      ['{by: model, accepted: {by: Li}}', /“origin\.accepted\.at” is missing/],
      ['{by: model, name: [M]}', /“origin\.name” must be text/],
    ] as const) {
      proposed(origin);
      const { code, out } = await run('check');
      assert.equal(code, 1);
      assert.match(out, problem);
      const line =
        read('文/桥.md.claims.yaml')
          .split('\n')
          .findIndex((one) => /origin/.test(one)) + 1;
      assert.ok(out.startsWith(`文/桥.md.claims.yaml:${line}:`), out);
    }
  });
});
