import assert from 'node:assert/strict';
import { failureOf } from '../../../../src/core/proposals/failure';

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);

describe('why a model gave no answer', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['permission', error('no', { code: 'NoPermissions' })],
    ['gone', error('x', { code: 'NotFound' })],
    ['gone', error('Chat provider for model x is not registered.')],
    ['blocked', error('x', { code: 'Blocked' })],
    ['quota', error('quota exceeded', { code: 'Blocked' })],
    ['quota', error('HTTP 429', { code: 'Unknown' })],
    ['offTopic', error('x', { code: 'Unknown', cause: error('off_topic') })],
    ['network', error('fetch failed', { cause: error('getaddrinfo', { code: 'ENOTFOUND' }) })],
    ['other', error('The model is tired.')],
    ['other', 'text'],
    ['other', undefined],
    ['other', error('x', { code: 'constructor' })],
  ];
  for (const [kind, given] of cases)
    it(`is ${kind}: ${given instanceof Error ? given.message : String(given)}`, () => {
      assert.equal(failureOf(given).kind, kind);
    });

  it('is told in the error’s own words, and ends where causes go in a circle', () => {
    const circle = error('round');
    circle.cause = circle;
    assert.deepEqual(failureOf(circle), { kind: 'other', message: 'round' });
  });
});
