/** So many files are written at a time: more would only wait for each other. */
const AT_A_TIME = 8;

/**
 * Does the same with each of many, some at a time.
 *
 * @param goOn is asked before each; once it says no, no more are begun
 * @returns the answers in the order of the given ones, as far as they were begun
 * @throws the first error, once what was begun is done
 */
export async function someAtATime<In, Out>(
  all: readonly In[],
  run: (one: In) => Promise<Out>,
  goOn: () => boolean = () => true,
): Promise<Out[]> {
  const answers: Out[] = [];
  const errors: unknown[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < all.length && errors.length === 0 && goOn()) {
      const i = next++;
      try {
        answers[i] = await run(all[i] as In);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, all.length) }, work));
  if (errors.length > 0) throw errors[0];
  return answers;
}
