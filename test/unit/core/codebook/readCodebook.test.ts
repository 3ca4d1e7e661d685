import assert from 'node:assert/strict';
import { EMPTY_CODEBOOK } from '../../../../src/core/codebook/codebook';
import { readCodebook } from '../../../../src/core/codebook/readCodebook';
import { section } from './codebookProblems';

describe('readCodebook', () => {
  it('reads every field of the format, and keeps unknown ones', () => {
    const { codebook, problems } = readCodebook(`# Coding scheme
version: 1
roles:    [{id: claim, label: 论点, description: what is held, color: "#c62828"}, {id: aside, weight: 0.5}]
stances:  [{id: favor, color: "#0a0"}]
links:    [{id: supports}]
topics:   [{id: closed-over-open, statement: 闭源大模型优于开源大模型}]
speakers:
  - name: 李彦宏   # the founder
    aliases: [Robin Li, 百度创始人李彦宏]
    type: person
    affiliation: 百度
    sameAs: https://www.wikidata.org/wiki/Q1
    label: Li
    born: {year: 1968}
  - name: Meta
    type: organization
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(codebook, {
      roles: [
        { id: 'claim', label: '论点', description: 'what is held', color: '#c62828' },
        { id: 'aside', weight: 0.5 },
      ],
      stances: [{ id: 'favor', color: '#0a0' }],
      links: [{ id: 'supports' }],
      topics: [{ id: 'closed-over-open', statement: '闭源大模型优于开源大模型' }],
      speakers: [
        {
          name: '李彦宏',
          aliases: ['Robin Li', '百度创始人李彦宏'],
          type: 'person',
          affiliation: '百度',
          sameAs: 'https://www.wikidata.org/wiki/Q1',
          label: 'Li',
          born: { year: 1968 },
        },
        { name: 'Meta', type: 'organization' },
      ],
    });
  });

  it('takes what was typed without quotation marks for what it shows', () => {
    assert.deepEqual(section('speakers', ' [{name: 007, aliases: [No, 1.50]}, {name: No}]'), [
      [{ name: '007', aliases: ['No', '1.50'] }, { name: 'No' }],
      [],
    ]);
    assert.deepEqual(section('topics', ' [{id: 1, statement: 2024-07}]'), [
      [{ id: '1', statement: '2024-07' }],
      [],
    ]);
  });

  it('has nothing in sections that are missing or empty', () => {
    for (const text of [
      'version: 1\n',
      'version: 1\nroles:\nspeakers: ~\ntopics: []\n',
      '',
      '\uFEFF',
      '# later\n',
      'version: 1\r\nroles:\r\n',
    ]) {
      assert.deepEqual(
        readCodebook(text),
        { codebook: EMPTY_CODEBOOK, views: [], findings: [], problems: [], advice: [] },
        JSON.stringify(text),
      );
    }
  });

  it('reads the same with CRLF, a byte-order mark, or as JSON', () => {
    const plain = 'version: 1\nroles:\n  - id: claim\n    label: 论点\n';
    const { codebook } = readCodebook(plain);
    assert.equal(codebook.roles.length, 1);
    for (const text of [
      plain.replaceAll('\n', '\r\n'),
      `\uFEFF${plain}`,
      `---\n${plain}...\n`,
      '{"version": 1, "roles": [{"id": "claim", "label": "论点"}]}',
    ]) {
      assert.deepEqual(
        readCodebook(text),
        { codebook, views: [], findings: [], problems: [], advice: [] },
        text,
      );
    }
  });
});
