import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { schemaFiles } from '../../../scripts/schemas';
import { exportDocument } from '../../../src/core/exchange/exportDocument';
import { placeAnnotations } from '../../../src/core/placing/placeAnnotations';
import { readCodebook } from '../../../src/core/codebook/readCodebook';
import { readSidecar } from '../../../src/core/sidecar/readSidecar';
import { ArticleText } from '../../../src/core/text/articleText';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Checks a value against a schema file; returns what is wrong. */
function validator(name: string): (value: unknown) => string[] {
  const schema = JSON.parse(read(`schemas/${name}.schema.json`)) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

describe('the JSON Schemas', () => {
  for (const [name, text] of schemaFiles()) {
    it(`${name} is made from the source as it is now (else: npm run schemas)`, () => {
      assert.equal(read(`schemas/${name}`), text);
    });
  }

  it('accept the example sidecar and codebook, and an export of them', () => {
    const article = '3-first-month-of-weekends.md';
    const sidecar = read(`examples/articles/${article}.claims.yaml`);
    assert.deepEqual(validator('sidecar')(parse(sidecar)), []);
    const codebook = read('examples/claims.codebook.yaml');
    assert.deepEqual(validator('codebook')(parse(codebook)), []);
    const file = readSidecar(sidecar);
    const text = new ArticleText(read(`examples/articles/${article}`));
    const placed = placeAnnotations(
      text,
      file.entries.flatMap(({ annotation }) => annotation ?? []),
    );
    const exported = exportDocument(
      [{ path: article, article: text, override: file.article, placed }],
      readCodebook(codebook).codebook,
    );
    assert.ok(exported.annotations.length > 10);
    assert.deepEqual(validator('export')(JSON.parse(JSON.stringify(exported))), []);
  });

  it('refuse what the extension refuses', () => {
    const valid = validator('sidecar');
    const entry = { id: 'a1', role: 'claim', passages: [{ exact: 'x' }] };
    assert.deepEqual(valid({ version: 1, annotations: [entry], unknown: 1 }), []);
    for (const [field, value] of Object.entries({ id: '1a', passages: [], date: 'July' })) {
      assert.deepEqual(valid({ version: 1, annotations: [{ ...entry, [field]: value }] }), [
        `/annotations/0/${field}`,
      ]);
    }
  });
});
