import assert from 'node:assert/strict';
import { CHINESE, claimsForEach, tagged } from './claims';

const TEXT = '𠮷野家的会上，林局长表示：“桥明年修好。”\n\n“钱已经到了。”周敏补充道。\n';

/** `START:END` of some words, in code points. */
function at(words: string, text = TEXT): string {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return `${start}:${start + Array.from(words).length}`;
}

describe('claims suggest', () => {
  const folder = claimsForEach();
  const { fine, run, write, article } = folder;
  beforeEach(() => {
    write('claims.codebook.yaml', 'version: 1\nspeakers: [{name: 林涛, aliases: [林局长]}]\n');
    write('文/桥.md', TEXT);
    article('other.md', CHINESE, [tagged(CHINESE, 'c1', '钱不够', { speaker: '周敏' })]);
  });

  const json = async (...args: readonly string[]) =>
    JSON.parse(await fine('suggest', '文/桥.md', '--json', ...args)) as {
      speaker: string;
      score: number;
      cue?: { start: number; end: number; text: string };
    }[];

  it('gives the codebook’s name, a score and the cue in code points', async () => {
    const [best] = await json('--at', at('桥明年修好'));
    assert.equal(best?.speaker, '林涛');
    assert.ok(best.score > 0.8 && best.score <= 1);
    assert.ok(best.cue !== undefined);
    const { start, end, text } = best.cue;
    assert.equal(Array.from(TEXT).slice(start, end).join(''), text);
    assert.match(text, /^林局长表示/);
  });

  it('knows who speaks in the folder’s other sidecars', async () => {
    const [best] = await json('--at', at('钱已经到了'));
    assert.equal(best?.speaker, '周敏');
  });

  it('prints a line for each, at the cue', async () => {
    const [first] = (await fine('suggest', '文/桥.md', '--at', at('桥明年修好'))).split('\n');
    assert.match(first ?? '', /^文\/桥\.md:1:8: 0\.\d\d 林涛: 林局长表示$/);
  });

  it('takes several parts of one passage', async () => {
    const [best] = await json('--at', at('已经到了'), '--at', at('钱'));
    assert.equal(best?.speaker, '周敏');
  });

  it('refuses places that aren’t in the article, and articles that can’t be read', async () => {
    assert.equal((await run('suggest', '文/桥.md', '--at', '5')).code, 2);
    assert.equal((await run('suggest', '文/桥.md', '--at', '9:5')).code, 2);
    assert.equal((await run('suggest', '文/桥.md')).code, 2);
    const outside = await run('suggest', '文/桥.md', '--at', '5:5000');
    assert.deepEqual([outside.code, outside.out], [1, '']);
    assert.match(outside.err, /5:5000/);
    assert.equal((await run('suggest', 'gone.md', '--at', '0:1')).code, 1);
    assert.equal((await run('suggest', '.', '--at', '0:1')).code, 2);
  });
});
