import { strict as assert } from 'node:assert';
import { annotate, closeAll, file, open, run, type, write, type Result } from '../support';

const TEXT =
  '---\ndate: 2024-07-11\n---\n\n甲方说：“桥要先修。”乙方不同意。\n\nThe bridge can wait, said the other side.\n';

const { rejects } = assert;

describe('list with a filter', () => {
  let claim: Result;
  let rebuttal: Result;

  const ids = async (filter: unknown, uri = file('listed/a.md')) =>
    (await run<Result[]>('list', { uri, filter })).map(({ id }) => id);
  const idsEverywhere = async (filter: object) =>
    (await run<Result[]>('list', { filter: { article: 'listed/*', ...filter } })).map(
      ({ id }) => id,
    );

  before(async () => {
    await write('listed/a.md', TEXT);
    await write('listed/b.md', TEXT);
    claim = await annotate('listed/a.md', '桥要先修', {
      speaker: '甲方',
      stance: 'favor',
      tags: ['桥'],
      date: '2023-12',
    });
    rebuttal = await annotate('listed/b.md', 'The bridge can wait', {
      role: 'rebuttal',
      links: [{ type: 'rebuts', target: claim.id }],
    });
  });
  afterEach(closeAll);

  it('gives what the filter finds, of the workspace or of one article', async () => {
    assert.deepEqual(await idsEverywhere({}), [claim.id, rebuttal.id]);
    assert.deepEqual(await idsEverywhere({ role: 'rebuttal' }), [rebuttal.id]);
    assert.deepEqual(await idsEverywhere({ speaker: ['甲方', null] }), [claim.id, rebuttal.id]);
    assert.deepEqual(await idsEverywhere({ stance: null }), [rebuttal.id]);
    assert.deepEqual(await idsEverywhere({ text: 'ＢＲＩＤＧＥ' }), [rebuttal.id]);
    assert.deepEqual(await idsEverywhere({ until: '2023' }), [claim.id]);
    assert.deepEqual(await ids({ tag: '桥' }), [claim.id]);
    assert.deepEqual(await ids({ tag: '桥' }, file('listed/b.md')), []);
  });

  it('takes the article’s date, and links from other articles', async () => {
    assert.deepEqual(await ids({ since: '2024-07-11' }, file('listed/b.md')), [rebuttal.id]);
    assert.deepEqual(await ids({ until: '2024-07-10' }, file('listed/b.md')), []);
    assert.deepEqual(await ids({ linked: '<rebuts' }), [claim.id]);
    assert.deepEqual(await ids({ linked: '>rebuts' }), []);
  });

  it('goes by the state that passages have now, in an unsaved editor too', async () => {
    const editor = await open('listed/a.md');
    const at = editor.document.getText().indexOf('要先');
    const start = editor.document.positionAt(at);
    await type(editor, (edit) => edit.insert(start, '最好'));
    assert.deepEqual(await ids({ state: 'changed' }), [claim.id]);
    assert.deepEqual(await ids({ state: 'anchored' }), []);
  });

  it('refuses a filter that is wrong, and says all that is', async () => {
    await rejects(ids({ rolle: 'claim', since: 'July' }), /“rolle”.*“since” must be a date/s);
    await rejects(ids({ role: 1 }), /“role” of a filter must be text/);
    await rejects(ids('role=claim'), /“filter” must have keys and values/);
  });
});
