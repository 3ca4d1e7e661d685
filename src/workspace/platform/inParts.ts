/** How many are asked for at a time. */
const AT_ONCE = 16;

/**
 * What is asked of each, some at a time: where files are on another machine, each question takes
 * its time. With a pause after each part: keystrokes go first.
 */
export async function inParts<In, Out>(
  all: readonly In[],
  ask: (one: In) => Promise<Out>,
): Promise<Out[]> {
  const answers: Out[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    answers.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(ask))));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return answers;
}
