import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import {
  annotate,
  closeAll,
  file,
  open,
  rangeOf,
  read,
  rejects,
  run,
  until,
  write,
} from '../support';

const EN = 'open-or-closed.md';
const ZH = '开源与闭源.md';

describe('annotating', () => {
  afterEach(closeAll);

  it('writes the sidecar beside the article before the command returns', async () => {
    await write('fresh.md', '甲方说：“闭源更强。”乙方说：“未必。”\n');
    const made = await annotate('fresh.md', '闭源更强', {
      speaker: '甲方',
      stance: 'favor',
      topic: 'closed-over-open',
      date: '2024-07',
      note: '第一行\n第二行',
      tags: ['a', '007'],
    });
    const text = await read('fresh.md.claims.yaml');
    assert.equal(made.state, 'anchored');
    assert.equal(made.article, 'fresh.md');
    assert.deepEqual([made.passages[0]?.start, made.passages[0]?.end], [5, 9]);
    const lines = text.split('\n');
    assert.deepEqual(lines.slice(0, 8), [
      'version: 1',
      'annotations:',
      `  - id: ${made.id}`,
      '    role: claim',
      '    speaker: 甲方',
      '    stance: favor',
      '    topic: closed-over-open',
      '    passages:',
    ]);
    assert.ok(
      text.includes(
        '      - exact: 闭源更强\n        prefix: 甲方说：“\n        suffix: "。”乙方说：“未必。”\\n"\n        start: 5\n        end: 9\n',
      ),
      text,
    );
    assert.ok(
      text.includes(
        '    date: "2024-07"\n    note: |-\n      第一行\n      第二行\n    tags: [a, "007"]\n',
      ),
      text,
    );
    assert.match(text, /\n {4}created: "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\n/);
  });

  it('takes the selections, without white space at their ends, several cursors as one annotation', async () => {
    const editor = await open(EN);
    const first = rangeOf(editor.document, '“Closed models are simply stronger,” ');
    const second = rangeOf(editor.document, ' “and they are cheaper to run.”');
    editor.selections = [
      new vscode.Selection(second.start, second.end),
      new vscode.Selection(first.end, first.start),
    ];
    const made = await run('annotate', {
      role: 'claim',
      speaker: 'Model Makers’ Guild',
      stance: 'favor',
    });
    assert.deepEqual(
      made.passages.map(({ exact }) => exact),
      ['“Closed models are simply stronger,”', '“and they are cheaper to run.”'],
    );
  });

  it('takes the sentence at the cursor where nothing is selected', async () => {
    const editor = await open(EN);
    const inside = rangeOf(editor.document, 'had no view').start;
    editor.selection = new vscode.Selection(inside, inside);
    const made = await run('annotate', { role: 'evidence', speaker: null, stance: null });
    assert.equal(
      made.passages[0]?.exact,
      "Dr. No. 5 on the speakers' list, from the U.S. delegation, had no view.",
    );
    const chinese = await open(ZH);
    const at = rangeOf(chinese.document, '没有今天').start;
    chinese.selection = new vscode.Selection(at, at);
    const zh = await run('annotate', {
      role: 'rebuttal',
      speaker: '开放系统协会',
      stance: 'against',
    });
    assert.equal(
      zh.passages[0]?.exact,
      '对此，开放系统协会反驳说：“没有开源，就没有今天的互联网。”',
    );
  });

  it('counts code points, over text with LF line ends and without byte-order mark', async () => {
    await write('crlf.md', '\uFEFF第一行🚀\r\n第二行𠮷说：“对。”\r\n');
    const made = await annotate('crlf.md', '第二行𠮷说');
    assert.deepEqual([made.passages[0]?.start, made.passages[0]?.end], [5, 10]);
    assert.equal(made.passages[0]?.prefix, '第一行🚀\n');
  });

  it('makes the context long enough to be unique', async () => {
    const line = 'The same words stand here again and again and again and again.\n';
    await write('twice.md', `${line}${line}A difference.\n${line}${line}${line}`);
    const made = await annotate('twice.md', 'The same words', {}, 4);
    const text = await read('twice.md');
    const { prefix = '', exact = '', suffix = '' } = made.passages[0] ?? {};
    assert.equal(text.split(prefix + exact + suffix).length - 1, 1);
  });

  it('refuses what can’t be, and says why', async () => {
    const uri = file(EN);
    const fields = { uri, role: 'claim', speaker: null, stance: null };
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 5 }] }),
      /empty or lies outside/,
    );
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 500_000 }] }),
      /outside of the article/,
    );
    await rejects(
      run('annotate', {
        ...fields,
        ranges: [
          { start: 5, end: 10 },
          { start: 8, end: 12 },
        ],
      }),
      /must not overlap/,
    );
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 10 }], role: 'opinion' }),
      /“opinion” is no role/,
    );
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 10 }], stance: 'maybe' }),
      /“maybe” is no stance/,
    );
    await rejects(
      run('annotate', { ...fields, ranges: [{ start: 5, end: 10 }], date: '4 July' }),
      /must be a date/,
    );
    await rejects(
      run('annotate', {
        ...fields,
        uri: file(`${EN}.claims.yaml`),
        ranges: [{ start: 0, end: 3 }],
      }),
      /not an article/,
    );
    const untitled = await vscode.workspace.openTextDocument({
      content: 'Some words.',
      language: 'markdown',
    });
    await rejects(
      run('annotate', { ...fields, uri: untitled.uri, ranges: [{ start: 0, end: 4 }] }),
      /not saved yet/,
    );
    const editor = await open(EN);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
    await rejects(run('annotate', { ...fields, ranges: [{ start: 5, end: 10 }] }), /not saved yet/);
  });

  it('annotates an article of 5 MB', async () => {
    const text = Array.from(
      { length: 50_000 },
      (_, i) => `第${i}段：有人说“这是第${i}句话”，但没有人回答。这一段只是为了长。`,
    ).join('\n\n');
    await write('large.md', text);
    const made = await annotate('large.md', '这是第40000句话');
    assert.equal(
      Array.from(text).slice(made.passages[0]?.start, made.passages[0]?.end).join(''),
      '这是第40000句话',
    );
  });

  it('uses the codebook: roles, stances, canonical names', async () => {
    await write(
      'claims.codebook.yaml',
      'version: 1\nroles: [{id: question}]\nstances: [{id: undecided}]\nspeakers:\n  - name: 模型厂商公会\n    aliases: [Model Makers’ Guild]\n',
    );
    await write('coded.md', 'Who knows? Nobody.\n');
    try {
      const made = await until('the codebook', () =>
        annotate('coded.md', 'Who knows?', {
          role: 'question',
          stance: 'undecided',
          speaker: 'model makers’ guild',
        }).catch(() => undefined),
      );
      assert.equal(made.speaker, '模型厂商公会');
      await rejects(annotate('coded.md', 'Nobody', { role: 'answer' }), /question/);
    } finally {
      await vscode.workspace.fs.delete(file('claims.codebook.yaml'));
    }
  });
});
