import * as v from 'valibot';
import type { AnySchema } from './readYaml';

/**
 * What a schema asks of a value at one place, in the form that is quick to look up and to check:
 * made once of the schema, so that the schema stays the one place that says it.
 */
export interface QuickPlan {
  readonly kind: 'text' | 'number' | 'truth' | 'list' | 'mapping' | 'anything';
  /** What the value must fulfil beside its kind. */
  readonly isRight: ((value: unknown) => boolean) | undefined;
  /** What a list's items must be. */
  readonly item: QuickPlan;
  /** What stands under the keys of a mapping that the schema knows. */
  readonly fields: ReadonlyMap<string, QuickField>;
  /** How many of them may not be missing. */
  readonly required: number;
}

export interface QuickField {
  readonly plan: QuickPlan;
  readonly isRequired: boolean;
  /** Whether an empty value is kept: else, it is as good as absent. */
  readonly keepsNull: boolean;
}

/** For what the schema doesn't know, and what may hold anything. */
export const ANYTHING: QuickPlan = {
  kind: 'anything',
  isRight: undefined,
  get item() {
    return ANYTHING;
  },
  fields: new Map(),
  required: 0,
};

/** The parts of valibot's schemas that are looked at. */
interface SchemaParts {
  readonly type: string;
  readonly wrapped?: SchemaParts;
  readonly item?: SchemaParts;
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly pipe?: readonly CheckParts[];
}

interface CheckParts extends SchemaParts {
  readonly kind: string;
  readonly requirement?: unknown;
}

const KINDS: ReadonlyMap<string, QuickPlan['kind']> = new Map([
  ['string', 'text'],
  ['picklist', 'text'],
  ['number', 'number'],
  ['boolean', 'truth'],
  ['array', 'list'],
  ['loose_object', 'mapping'],
]);

/** The plan for what a schema describes. */
export function planOf(schema: AnySchema): QuickPlan {
  return planOfParts(schema);
}

function planOfParts(schema: SchemaParts): QuickPlan {
  if (schema.wrapped !== undefined) return planOfParts(schema.wrapped);
  if (schema.type === 'unknown') return ANYTHING;
  const fields = new Map(
    Object.entries(schema.entries ?? {}).map(([key, entry]) => [key, fieldOf(entry)]),
  );
  return {
    kind: KINDS.get(schema.type) ?? 'anything',
    isRight: checkOf(schema),
    item: schema.item === undefined ? ANYTHING : planOfParts(schema.item),
    fields,
    required: [...fields.values()].filter(({ isRequired }) => isRequired).length,
  };
}

function fieldOf(entry: SchemaParts): QuickField {
  const plan = planOfParts(entry);
  return { plan, isRequired: entry.wrapped === undefined, keepsNull: plan === ANYTHING };
}

/** What the schema asks beside the kind of value; the few things that ours ask without valibot. */
function checkOf(schema: SchemaParts): QuickPlan['isRight'] {
  const own = checksIn(schema).map(quickCheck);
  const isOfKind = KINDS.has(schema.type) && schema.type !== 'picklist';
  if (!isOfKind || own.includes(undefined))
    return (value) => v.is(schema as unknown as AnySchema, value);
  const [first, second] = own;
  if (second === undefined) return first;
  return (value) => own.every((check) => check?.(value));
}

/** A pipe begins with a schema, which may be a pipe itself. */
function checksIn({ pipe: [base, ...others] = [] }: SchemaParts): CheckParts[] {
  const own = others.filter(({ kind }) => kind !== 'metadata');
  return base === undefined ? own : [...checksIn(base), ...own];
}

function quickCheck({ type, requirement }: CheckParts): QuickPlan['isRight'] {
  if (type === 'integer') return Number.isInteger;
  if (type === 'min_length') return (value) => (value as string).length >= (requirement as number);
  if (type === 'min_value') return (value) => (value as number) >= (requirement as number);
  if (type === 'regex') return (value) => (requirement as RegExp).test(value as string);
  return undefined;
}
