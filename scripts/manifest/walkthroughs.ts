import { COMMANDS as C, VIEWS, type CommandId } from '../../src/contributions';

interface Step {
  readonly name: string;
  /** Any of these ticks the step off. */
  readonly done: readonly (`onCommand:${CommandId}` | `onView:${string}`)[];
}

const on = (...commands: readonly CommandId[]) =>
  commands.map((command) => `onCommand:${command}` as const);

/** In their order; their pictures are made by `npm run picture`. */
export const STEPS: readonly Step[] = [
  { name: 'example', done: on(C.openExample) },
  {
    name: 'tag',
    done: on(C.annotate, C.annotateAsClaim, C.annotateAsEvidence, C.annotateAsRebuttal),
  },
  { name: 'group', done: [...on(C.groupBy, C.filter), `onView:${VIEWS.findings}`] },
  { name: 'ask', done: on(C.link, C.gaps, C.turns) },
  { name: 'share', done: on(C.exportJson) },
];

/** Where a step's picture is, from the extension's folder. */
export const pictureOf = (name: string) => `media/walkthrough/${name}.png`;

export const walkthroughs = [
  {
    id: 'start',
    title: '%walkthrough.title%',
    description: '%walkthrough.description%',
    steps: STEPS.map(({ name, done }) => ({
      id: name,
      title: `%walkthrough.${name}.title%`,
      description: `%walkthrough.${name}.description%`,
      media: { image: pictureOf(name), altText: `%walkthrough.${name}.picture%` },
      completionEvents: done,
    })),
  },
];
