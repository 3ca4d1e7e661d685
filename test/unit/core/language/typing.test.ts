import assert from 'node:assert/strict';
import { keysIn, sidecar, takeKey, takeValue, typingIn } from './files';

describe('what is being typed in a sidecar', () => {
  const typed = (marked: string) => {
    const typing = typingIn(marked);
    return typing && [typing.what, typing.path.join('.'), typing.typed];
  };

  it('is a value behind its key, half typed or not', () => {
    const place = ['value', 'annotations.*.speaker'];
    assert.deepEqual(typed(sidecar('id: a1', 'speaker: 李⌖')), [...place, '李']);
    assert.deepEqual(typed(sidecar('id: a1', 'speaker: ⌖')), [...place, '']);
    assert.deepEqual(typed(sidecar('id: a1', 'speaker:⌖')), [...place, '']);
    assert.deepEqual(typed(sidecar('id: a1', 'speaker: "Li M⌖')), [...place, 'Li M']);
    assert.deepEqual(typed(sidecar('id: a1', "speaker: 'Li M⌖'")), [...place, 'Li M']);
    assert.deepEqual(typed(sidecar('speaker: 李⌖', 'id: a1')), [...place, '李']);
    assert.deepEqual(typed('annotations:\n- id: a1\n  speaker: 李⌖\n'), [...place, '李']);
  });

  it('is a value in braces and brackets that nobody closed', () => {
    const type = ['value', 'annotations.*.links.*.type'];
    const lines = ['id: a1', 'links:'];
    assert.deepEqual(typed(sidecar(...lines, '  - {type: ⌖', 'note: x')), [...type, '']);
    assert.deepEqual(typed(sidecar(...lines, '  - {type: reb⌖, target: b2}')), [...type, 'reb']);
    assert.deepEqual(typed(sidecar('id: a1', 'links: [{type: reb⌖')), [...type, 'reb']);
    assert.deepEqual(typed(sidecar(...lines, '  - {type: rebuts, target: ⌖}')), [
      'value',
      'annotations.*.links.*.target',
      '',
    ]);
    assert.deepEqual(typed(sidecar('id: a1', 'tags: [cost, pr⌖')), [
      'value',
      'annotations.*.tags.*',
      'pr',
    ]);
    assert.deepEqual(typed(sidecar('id: a1', 'tags:', '  - cost', '  - pr⌖')), [
      'value',
      'annotations.*.tags.*',
      'pr',
    ]);
  });

  it('is a key at a line of its own, in braces, and at the top', () => {
    assert.deepEqual(typed(sidecar('id: a1', 'sp⌖')), ['key', 'annotations.*', 'sp']);
    assert.deepEqual(typed(sidecar('id: a1', '⌖')), ['key', 'annotations.*', '']);
    assert.deepEqual(typed(sidecar('⌖')), ['key', 'annotations.*', '']);
    assert.deepEqual(typed('annotations:\n  -⌖\n'), ['key', 'annotations.*', '']);
    assert.deepEqual(typed(sidecar('id: a1', 'links:', '  - {type: rebuts, t⌖')), [
      'key',
      'annotations.*.links.*',
      't',
    ]);
    assert.deepEqual(typed(`${sidecar('id: a1')}art⌖\n`), ['key', '', 'art']);
    assert.deepEqual(typed('⌖'), ['key', '', '']);
    assert.deepEqual(typed('version: 1\narticle:\n  ti⌖\nannotations: []\n'), [
      'key',
      'article',
      'ti',
    ]);
  });

  it('is nothing in comments, notes of several lines, and where a mapping or list is wanted', () => {
    assert.equal(typed(sidecar('id: a1', 'speaker: x # 李⌖')), undefined);
    assert.equal(typed(sidecar('id: a1', 'note: |', '  role: cl⌖')), undefined);
    assert.equal(typed(sidecar('id: a1', 'note: one', '  and tw⌖o')), undefined);
    assert.equal(typed(sidecar('id: a1', 'links: re⌖')), undefined);
    assert.equal(typed('version: 1\narticle: ti⌖\n'), undefined);
    assert.equal(typed(sidecar('id: a1', 'speaker: "Li"⌖')), undefined);
  });

  it('is found where the rest of the file is broken', () => {
    const broken = `${sidecar('id: "a1', 'role: {claim').replaceAll('version', '@ver')}  - id: b2\n    role: ⌖\n  - [\n`;
    assert.deepEqual(typed(broken), ['value', 'annotations.*.role', '']);
  });
});

describe('keys that are offered', () => {
  it('are those that the entry lacks, above and below the cursor', () => {
    const keys = keysIn(sidecar('id: a1', 'ro⌖', 'speaker: 李明', 'passages:', '  - exact: x'));
    assert.ok(keys.includes('role') && keys.includes('stance') && keys.includes('links'));
    assert.ok(!keys.includes('id') && !keys.includes('speaker') && !keys.includes('passages'));
  });

  it('are those of the one passage', () => {
    const keys = keysIn(
      sidecar(
        'id: a1',
        'passages:',
        '  - exact: x',
        '    start: 1',
        '  - exact: y',
        '    ⌖',
        '    end: 2',
      ),
    );
    assert.deepEqual(keys, ['prefix', 'suffix', 'start', 'original', 'detached']);
  });

  it('of a codebook are those of its entries and filters', () => {
    assert.deepEqual(keysIn('speakers:\n  - {name: x, ⌖', 'codebook'), [
      ...['aliases', 'type', 'affiliation', 'sameAs'],
      ...['label', 'description', 'color'],
    ]);
    assert.ok(
      keysIn('views:\n  - name: x\n    filter: {role: claim, ⌖}', 'codebook').includes('until'),
    );
    assert.deepEqual(keysIn('version: 1\nroles: []\n⌖', 'codebook'), [
      ...['stances', 'links', 'topics', 'speakers', 'views', 'findings'],
    ]);
  });

  it('come with what their values begin with', () => {
    assert.equal(takeKey(sidecar('id: a1', 'sp⌖'), 'speaker'), sidecar('id: a1', 'speaker: '));
    assert.equal(takeKey(sidecar('id: a1', 'ta⌖'), 'tags'), sidecar('id: a1', 'tags: [$0]'));
    // VS Code indents the lines of a snippet as deep as the one in which it is put in.
    assert.equal(
      takeKey(sidecar('id: a1', 'li⌖'), 'links'),
      `${sidecar('id: a1')}    links:\n  - {type: $1, target: $2}\n`,
    );
    assert.equal(
      takeKey(sidecar('pa⌖', 'role: claim'), 'passages'),
      'version: 1\nannotations:\n  - passages:\n    - exact: $0\n    role: claim\n',
    );
    assert.equal(
      takeKey(sidecar('id: a1', 'spea⌖ker: 李明'), 'speaker'),
      sidecar('id: a1', 'speaker: 李明'),
    );
    assert.equal(takeKey('annotations:\n  -⌖\n', 'id'), 'annotations:\n  - id: \n');
  });
});

describe('values that are taken', () => {
  it('are quoted where a reader of YAML 1.1 would take them for something else', () => {
    const take = (value: string) =>
      takeValue(sidecar('id: a1', 'speaker: ⌖', 'note: x'), value).split('\n')[3];
    assert.equal(take('李明'), '    speaker: 李明');
    assert.equal(take('No'), '    speaker: "No"');
    assert.equal(take('007'), '    speaker: "007"');
    assert.equal(take('A: b'), '    speaker: "A: b"');
    assert.equal(take('a, b'), '    speaker: a, b');
    assert.equal(
      takeValue(sidecar('id: a1', 'tags: [⌖]'), 'a, b'),
      sidecar('id: a1', 'tags: ["a, b"]'),
    );
  });

  it('take the place of what stands there, quotation marks included, and of nothing else', () => {
    const take = (line: string, value = '王芳', names = [line.replace(/^.*?: ["']?|⌖.*$/g, '')]) =>
      takeValue(sidecar('id: a1', line, 'note: x'), value, [{ value, names }]).split('\n')[3];
    assert.equal(take('speaker: 李⌖'), '    speaker: 王芳');
    assert.equal(take('speaker: 李⌖明 # who'), '    speaker: 王芳 # who');
    assert.equal(take('speaker: "李⌖明"  # who'), '    speaker: 王芳  # who');
    assert.equal(take("speaker: '李⌖''x'"), '    speaker: 王芳');
    assert.equal(take('speaker: "李⌖'), '    speaker: 王芳');
    assert.equal(take('speaker:⌖', '王芳', ['']), '    speaker: 王芳');
    assert.equal(take('reportedBy: [李⌖, 张伟]'), '    reportedBy: [王芳, 张伟]');
    assert.equal(take('reportedBy: [张伟, 李⌖明]', '王芳', ['李']), '    reportedBy: [张伟, 王芳]');
  });

  it('are found by any of their names, Chinese ones by pinyin', () => {
    const offered = [{ value: '张伟' }, { value: '李彦宏', names: ['Robin Li'] }];
    const find = (typed: string) =>
      takeValue(sidecar('id: a1', `speaker: ${typed}⌖`), '李彦宏', offered);
    for (const typed of ['', '李', '彦宏', 'rob', 'Li', 'lyh'])
      assert.equal(find(typed), sidecar('id: a1', 'speaker: 李彦宏'));
  });

  it('that are no texts are written without quotation marks', () => {
    assert.equal(
      takeValue(sidecar('id: a1', 'dateInferred: ⌖'), 'true'),
      sidecar('id: a1', 'dateInferred: true'),
    );
  });
});
