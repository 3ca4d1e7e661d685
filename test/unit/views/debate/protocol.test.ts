import assert from 'node:assert/strict';
import * as v from 'valibot';
import { RefusedError } from '../../../../src/core/model/problem';
import {
  answerMessage,
  SupersededError,
  type Answerers,
} from '../../../../src/features/debate/answers';
import { hostMessage, QUESTIONS, type HostMessage } from '../../../../src/views/debate/protocol';

const INFO = { version: 1, lines: 2, count: 2, total: 3, selected: 0 };

/** What is sent back and logged for a message of the page, with what was run for it. */
async function receive(message: unknown, answerers: Partial<Answerers> = {}) {
  const ran: string[] = [];
  const sent: HostMessage[] = [];
  const logged: unknown[] = [];
  const all = Object.fromEntries(
    Object.keys(QUESTIONS).map((name) => [
      name,
      (ask: never) => {
        ran.push(name);
        return answerers[name as keyof Answerers]?.(ask) ?? {};
      },
    ]),
  ) as unknown as Answerers;
  await answerMessage(
    message,
    all,
    (one) => sent.push(one),
    (error) => logged.push(error),
  );
  return { ran, sent, logged };
}

describe('the protocol of the debate’s tab', () => {
  it('answers a question by its number', async () => {
    const { sent } = await receive(
      { number: 7, name: 'table', ask: { order: [], filters: {} } },
      { table: () => INFO },
    );
    assert.deepEqual(sent, [{ kind: 'answer', number: 7, answer: INFO }]);
    assert.deepEqual(v.parse(hostMessage, sent[0]), sent[0]);
    assert.deepEqual(v.parse(QUESTIONS.table.answer, INFO), INFO);
  });

  it('runs nothing for what is no question of the protocol', async () => {
    const hostile: unknown[] = [
      undefined,
      'start',
      { number: 1, name: 'deleteAll', ask: {} },
      { number: 1, name: 'toString', ask: {} },
      { number: -1, name: 'start', ask: {} },
      { number: 1, name: 'start', ask: {}, more: true },
    ];
    for (const message of hostile) {
      const { ran, sent, logged } = await receive(message);
      assert.deepEqual([ran, sent, logged.length], [[], [], 1], JSON.stringify(message));
    }
  });

  it('runs nothing for a question that asks for what it can’t', async () => {
    const hostile = [
      { name: 'lines', ask: { version: 1, from: 0, count: 1e9 } },
      { name: 'lines', ask: { version: 1, from: -5, count: 1 } },
      { name: 'table', ask: { order: [{ column: '__proto__', descending: true }], filters: {} } },
      { name: 'edit', ask: { column: 'quote', row: { article: 'a', id: 'b' }, text: '' } },
      { name: 'edit', ask: { column: 'note', text: 'x'.repeat(1_000_000) } },
      { name: 'edit', ask: { column: 'note', row: { article: 'a', id: 'b', uri: 'c' }, text: '' } },
      { name: 'save', ask: { name: 'a', kind: 'html', data: '' } },
      { name: 'quotes', ask: { ids: Array.from({ length: 10_000 }, String) } },
    ];
    for (const { name, ask } of hostile) {
      const { ran, sent, logged } = await receive({ number: 3, name, ask });
      assert.deepEqual(ran, [], JSON.stringify(ask).slice(0, 200));
      assert.deepEqual([sent[0]?.kind, logged.length], ['refused', 1]);
    }
  });

  it('says what is refused, logs what went wrong, and keeps silent where nobody waits', async () => {
    const ask = (error: Error) =>
      receive(
        { number: 2, name: 'fold', ask: {} },
        {
          fold: () => {
            throw error;
          },
        },
      );
    const refused = await ask(new RefusedError('No.'));
    assert.deepEqual(refused.sent, [{ kind: 'refused', number: 2, message: 'No.' }]);
    assert.equal(refused.logged.length, 0);
    assert.equal((await ask(new Error('defect'))).logged.length, 1);
    const late = await ask(new SupersededError());
    assert.deepEqual(late.sent, [{ kind: 'refused', number: 2, message: null }]);
  });
});
