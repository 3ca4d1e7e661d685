/**
 * Writes the JSON Schemas in `schemas/` from the one source of the formats,
 * src/core/model/schema.ts: `npm run schemas`. A test makes sure that the files are up to date.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GenericSchema } from 'valibot';
import { codebookSchema, exportSchema, sidecarSchema } from '../src/core/model/schema';

const SCHEMAS: Readonly<Record<string, readonly [string, GenericSchema]>> = {
  sidecar: ['Sidecar of Claim Annotator: the annotations of one article', sidecarSchema],
  codebook: [
    'Codebook of Claim Annotator: roles, stances, link types, topics, speakers and views',
    codebookSchema,
  ],
  export: ['Export of Claim Annotator', exportSchema],
};

/** The text of each schema file, by its name. */
export function schemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, [title, schema]]) => {
      const { $schema, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' });
      return [
        `${name}.schema.json`,
        `${JSON.stringify({ $schema, title, ...rest }, undefined, 2)}\n`,
      ];
    }),
  );
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of schemaFiles())
    writeFileSync(join(import.meta.dirname, '..', 'schemas', name), text);
}
