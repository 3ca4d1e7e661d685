import assert from 'node:assert/strict';
import { parseHTML } from 'linkedom';
import { StatusLine } from '../../../../src/views/debate/statusLine';

describe('the line at the bottom of the debate’s tab', () => {
  const before: unknown = Reflect.get(globalThis, 'document');
  beforeEach(() => Reflect.set(globalThis, 'document', parseHTML('<html></html>').document));
  afterEach(() => Reflect.set(globalThis, 'document', before));

  it('says why a change was refused, whatever the view tells of itself meanwhile', () => {
    const line = new StatusLine();
    line.tell('51 annotations');
    assert.equal(line.root.textContent, '51 annotations');
    line.note('Date: “soon” is none');
    // The lines are read anew after a refusal.
    line.tell('Reading …');
    line.tell('50 of 51');
    assert.equal(line.root.textContent, 'Date: “soon” is none');
    line.clear();
    assert.equal(line.root.textContent, '50 of 51');
    line.tell('49 of 51');
    assert.equal(line.root.textContent, '49 of 51');
  });
});
