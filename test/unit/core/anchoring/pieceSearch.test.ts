import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placesOf } from '../../../../src/core/anchoring/search/pieceSearch';
import { runAtOnce } from '../../../../src/core/text/steps';

function naive(text: string, piece: string, most: number, from = 0, to = text.length): number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(piece, from);
    at >= 0 && at + piece.length <= to && found.length < most;
    at = text.indexOf(piece, at + 1)
  )
    found.push(at);
  return found;
}

describe('the places of a piece in a text', () => {
  const repeated = (length: fc.Arbitrary<number>) =>
    fc
      .tuple(fc.constantFrom('a', 'ab', 'aab', 'ababb', '开源', '\ud800', '👩‍💻'), length)
      .map(([part, size]) => part.repeat(Math.ceil(size / part.length)).slice(0, size));
  const made = (most: number) =>
    fc
      .array(repeated(fc.integer({ min: 0, max: most })), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(''));

  it('are those that indexOf finds, also for pieces that repeat themselves (property)', () => {
    fc.assert(
      fc.property(
        made(6000),
        fc.oneof(made(20), made(800)),
        fc.nat({ max: 9000 }),
        fc.integer({ min: 1, max: 5 }),
        fc.option(fc.tuple(fc.nat({ max: 3000 }), fc.nat({ max: 9000 })), { nil: undefined }),
        (text, other, length, most, part) => {
          // A part of the text itself stands somewhere; what something was added to may not.
          for (const piece of [text.slice(0, length), `${text.slice(7, length)}${other}`]) {
            if (piece === '') continue;
            const [from, to] = part ?? [0, text.length];
            assert.deepEqual(
              runAtOnce(placesOf(text, piece, most, { from, to })),
              naive(text, piece, most, from, Math.min(to, text.length)),
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are found where one step ends and the next begins', () => {
    for (const piece of ['needle', `needle${'-'.repeat(3000)}`]) {
      for (const edge of [1 << 14, 1 << 16, 1 << 17]) {
        for (const start of [edge - piece.length, edge - piece.length + 1, edge - 1, edge]) {
          const text = `${' '.repeat(start)}${piece}${' '.repeat(1 << 16)}`;
          assert.deepEqual(runAtOnce(placesOf(text, piece, 2)), [start]);
        }
      }
    }
  });

  it('take no longer for a long piece that stands almost everywhere', () => {
    const text = 'a'.repeat(1 << 20);
    const piece = `${text.slice(0, 1 << 17)}b${text.slice(0, 1 << 17)}`;
    assert.deepEqual(runAtOnce(placesOf(text, piece, 2)), []);
  }).timeout(2000);
});
