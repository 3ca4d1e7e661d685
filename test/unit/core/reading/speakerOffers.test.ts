import { strict as assert } from 'node:assert';
import type { Suggestion } from '../../../../src/core/attribution';
import {
  fieldsOfOffer,
  readableCue,
  speakerOffers,
} from '../../../../src/core/reading/speakerOffers';

const suggestion = (
  speaker: string,
  score: number,
  more: Partial<Suggestion> = {},
): Suggestion => ({
  speaker,
  score,
  ...more,
});
const use = (speaker: string, ...stances: string[]) => ({
  speaker,
  stances: stances.map((stance) => ({ stance, date: undefined })),
  here: true,
});

describe('speakerOffers', () => {
  it('puts the likely ones first, with the stance that each had on the topic', () => {
    const offers = speakerOffers(
      [suggestion('林岚', 0.96), suggestion('周大河', 0.4), suggestion('某人', 0.1)],
      [use('周大河', 'against', 'favor'), use('林岚')],
    );
    assert.deepEqual(
      offers.map(({ speaker, stance }) => [speaker, stance]),
      [
        ['林岚', undefined],
        ['周大河', 'against'],
      ],
    );
  });

  it('leaves a stance open that was left open before', () => {
    const [offer] = speakerOffers([suggestion('林岚', 0.9)], [{ ...use('林岚'), leftOpen: true }]);
    assert.equal(offer?.stance, null);
  });

  it('puts nobody first who is more likely not to have said it', () => {
    assert.deepEqual(speakerOffers([suggestion('林岚', 0.49)], [use('林岚', 'favor')]), []);
    assert.deepEqual(speakerOffers([], []), []);
  });

  it('offers no pronoun, unless somebody goes by it', () => {
    for (const pronoun of ['It', 'they', '他', '她们', '自己'])
      assert.deepEqual(speakerOffers([suggestion(pronoun, 0.9), suggestion('林岚', 0.3)], []), []);
    const names = (uses: Parameters<typeof speakerOffers>[1]) =>
      speakerOffers([suggestion('我', 0.9), suggestion('林岚', 0.6)], uses).map(
        ({ speaker }) => speaker,
      );
    assert.deepEqual(names([]), ['林岚']);
    assert.deepEqual(names([use('我')]), ['我', '林岚']);
  });

  it('offers a speaker once, by the name of the codebook', () => {
    const canonical = (name: string) => (name === '林总' ? '林岚' : name);
    const offers = speakerOffers(
      [suggestion('林总', 0.9, { reportedBy: ['江边日报', '林岚'] }), suggestion('林岚', 0.5)],
      [],
      canonical,
    );
    assert.deepEqual(
      offers.map(({ speaker, reportedBy }) => ({ speaker, reportedBy })),
      [{ speaker: '林岚', reportedBy: ['江边日报'] }],
    );
  });

  it('takes a short name for the one speaker of the article who has it in full', () => {
    const offered = (...uses: ReturnType<typeof use>[]) =>
      speakerOffers([suggestion('商会', 0.9)], uses)[0]?.speaker;
    assert.equal(offered(use('河岸商会', 'favor'), use('林岚')), '河岸商会');
    assert.equal(offered(use('河岸商会'), use('山城商会')), '商会');
    assert.equal(offered({ ...use('河岸商会'), here: false }), '商会');
  });

  it('hands over cue, source and kind of quotation as an annotation has them', () => {
    const cue = { start: 0, end: 9, text: '[林岚](https://a.b/c)在会上\n**表示**' };
    const [offer] = speakerOffers(
      [suggestion('林岚', 0.9, { cue, quoteType: 'direct', reportedBy: ['江边日报'] })],
      [],
    );
    assert.ok(offer);
    assert.deepEqual(fieldsOfOffer(offer), {
      reportedBy: ['江边日报'],
      quoteType: 'direct',
      cue: '林岚在会上 表示',
    });
    assert.equal(readableCue('  said\tMs Lee '), 'said Ms Lee');
  });
});
