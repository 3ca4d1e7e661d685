/**
 * The one source of the data's shape: the types, the checks of what comes from files, and the JSON
 * Schemas in `schemas/` are all made from what stands here. Unknown keys are allowed everywhere and
 * kept.
 */
import * as v from 'valibot';

const text = () => v.string();
const filled = () => v.pipe(v.string(), v.minLength(1));
const offset = () => v.pipe(v.number(), v.integer(), v.minValue(0));

export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][A-Za-z0-9]*$/),
  v.description(
    'Unique across all articles, never reused: letters and digits, starts with a letter.',
  ),
);

export const dateSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/),
  v.description('When it was said: 2024, 2024-07 or 2024-07-04.'),
);

export const passageSchema = v.looseObject({
  exact: v.pipe(
    filled(),
    v.description('The words, as they stand in the article (W3C TextQuoteSelector).'),
  ),
  prefix: v.exactOptional(v.pipe(text(), v.description('The words before them.'))),
  suffix: v.exactOptional(v.pipe(text(), v.description('The words after them.'))),
  start: v.exactOptional(
    v.pipe(
      offset(),
      v.description(
        'First code point of the words, in the text with LF line ends and without byte-order mark.',
      ),
    ),
  ),
  end: v.exactOptional(v.pipe(offset(), v.description('The code point after the words.'))),
  original: v.exactOptional(
    v.pipe(text(), v.description('The words as first tagged, once a change was accepted.')),
  ),
  detached: v.exactOptional(
    v.pipe(v.boolean(), v.description('The analyst said that no place in the text is right.')),
  ),
});

export const linkSchema = v.looseObject({
  type: v.pipe(filled(), v.description('supports, rebuts, restates or a type of the codebook.')),
  target: v.pipe(filled(), v.description('The id of the annotation that it points to.')),
});

/** How the words of a passage were given by who passed them on. */
export const quoteTypes = ['direct', 'indirect', 'mixed'] as const;

/** What can be known of a passage's place, the best first. */
export const passageStates = ['anchored', 'changed', 'ambiguous', 'orphaned'] as const;

const conflictSchema = v.looseObject({ field: filled(), theirs: v.optional(v.unknown()) });

const adjudicatedSchema = v.looseObject({ by: text(), at: text(), over: v.array(text()) });

const acceptedSchema = v.looseObject({
  by: v.exactOptional(v.pipe(text(), v.description('Who accepted it.'))),
  at: v.pipe(text(), v.description('When it was accepted.')),
});

const originSchema = v.looseObject({
  by: v.pipe(filled(), v.description('model: a language model proposed the annotation.')),
  name: v.exactOptional(v.pipe(text(), v.description('What the model is called.'))),
  at: v.exactOptional(v.pipe(text(), v.description('When it was proposed.'))),
  accepted: v.exactOptional(acceptedSchema),
});

/**
 * The fields of an annotation that a sidecar, an export and a command's result have in common, in
 * the order of the file.
 */
export const annotationSchema = v.looseObject({
  id: idSchema,
  role: v.pipe(filled(), v.description('claim, evidence, rebuttal or a role of the codebook.')),
  speaker: v.exactOptional(
    v.pipe(filled(), v.description('Who asserts the passage, by canonical name.')),
  ),
  stance: v.exactOptional(
    v.pipe(filled(), v.description('Of the speaker toward the topic; absent means not coded.')),
  ),
  topic: v.exactOptional(
    v.pipe(filled(), v.description('Id of a topic of the codebook, or free text.')),
  ),
  passages: v.pipe(v.array(passageSchema), v.minLength(1)),
  date: v.exactOptional(dateSchema),
  dateInferred: v.exactOptional(
    v.pipe(v.boolean(), v.description('The date was taken over from the article, not stated.')),
  ),
  reportedBy: v.exactOptional(
    v.pipe(v.array(filled()), v.description('Who passes it on, outermost first.')),
  ),
  quoteType: v.exactOptional(v.pipe(v.picklist(quoteTypes))),
  cue: v.exactOptional(v.pipe(text(), v.description('The words that attribute it.'))),
  note: v.exactOptional(v.pipe(text(), v.description('Markdown.'))),
  tags: v.exactOptional(v.array(filled())),
  links: v.exactOptional(v.array(linkSchema)),
  conflicts: v.exactOptional(
    v.pipe(
      v.array(conflictSchema),
      v.description('Other values of fields, from a merge, not yet decided.'),
    ),
  ),
  adjudicated: v.exactOptional(adjudicatedSchema),
  origin: v.exactOptional(
    v.pipe(originSchema, v.description('Who proposed it, where that was no person.')),
  ),
  creator: v.exactOptional(text()),
  created: v.exactOptional(text()),
  modified: v.exactOptional(text()),
});

export const articleMetadataSchema = v.looseObject({
  title: v.exactOptional(text()),
  author: v.exactOptional(text()),
  published: v.exactOptional(text()),
  url: v.exactOptional(text()),
  encoding: v.exactOptional(
    v.pipe(text(), v.description('The encoding of the article, where it is not UTF-8.')),
  ),
});

export const sidecarSchema = v.looseObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  article: v.exactOptional(articleMetadataSchema),
  annotations: v.array(annotationSchema),
});

const entryDetails = {
  label: v.exactOptional(v.pipe(text(), v.description('What is shown instead of the id or name.'))),
  description: v.exactOptional(text()),
  color: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$/),
      v.description('#rgb, #rrggbb or #rrggbbaa.'),
    ),
  ),
};

export const codebookEntrySchema = v.looseObject({ id: filled(), ...entryDetails });
export const topicSchema = v.looseObject({
  id: filled(),
  statement: v.exactOptional(
    v.pipe(text(), v.description('The proposition that a stance is about.')),
  ),
  ...entryDetails,
});
export const speakerSchema = v.looseObject({
  name: v.pipe(filled(), v.description('Unique; namesakes get a qualifier.')),
  aliases: v.exactOptional(v.array(filled())),
  type: v.exactOptional(v.picklist(['person', 'organization'])),
  affiliation: v.exactOptional(text()),
  sameAs: v.exactOptional(text()),
  ...entryDetails,
});

/** What a saved view can group annotations by; `date` is the month. */
export const viewGroupings = [
  'speaker',
  'article',
  'role',
  'stance',
  'topic',
  'tag',
  'date',
  'creator',
  'year',
  'day',
] as const;

/** What the sidebar can be grouped by: a value, or evidence and rebuttals under their claims. */
export const sidebarGroupings = [...viewGroupings, 'argument'] as const;

/** The orders of a saved view. */
export const viewOrders = ['position', 'title', 'date', 'count', 'name'] as const;

/** What a key of a filter can have: a value, null for what is not set, or a list of these. */
const wanted = <T extends v.GenericSchema<string>>(value: T) =>
  v.exactOptional(v.union([v.null(), value, v.array(v.union([v.null(), value]))]));

const oneOf = (values: readonly string[]) =>
  v.pipe(v.string(), v.regex(new RegExp(`^(?:${values.join('|')})$`)));

/** Which annotations are wanted: all keys must hold, of a key's values one must. */
export const filterSchema = v.strictObject({
  text: wanted(filled()),
  speaker: wanted(filled()),
  role: wanted(filled()),
  stance: wanted(filled()),
  topic: wanted(filled()),
  tag: wanted(filled()),
  article: wanted(v.pipe(filled(), v.description('A path, or a pattern with * and **.'))),
  creator: wanted(filled()),
  state: wanted(oneOf(passageStates)),
  quoteType: wanted(oneOf(quoteTypes)),
  linked: wanted(
    v.pipe(
      v.string(),
      v.regex(/^[<>][^]/u),
      v.description('A type of link with > (from here) or < (to here) before it.'),
    ),
  ),
  since: wanted(dateSchema),
  until: wanted(dateSchema),
});

export const savedViewSchema = v.looseObject({
  name: filled(),
  filter: v.exactOptional(filterSchema),
  groupBy: v.exactOptional(
    v.pipe(v.picklist(sidebarGroupings), v.description('What the groups have in common.')),
  ),
  sortBy: v.exactOptional(v.pipe(v.picklist(viewOrders), v.description('The order.'))),
  ...entryDetails,
});

export const setAsideFindingSchema = v.looseObject({
  kind: v.pipe(
    filled(),
    v.description('What was found, such as unsupported, untargeted, unanswered or a turn.'),
  ),
  ids: v.pipe(
    v.array(filled()),
    v.minLength(1),
    v.description('The annotations that it was found of.'),
  ),
  reason: v.pipe(filled(), v.description('Why it is none.')),
  by: v.exactOptional(v.pipe(text(), v.description('Who decided.'))),
  at: v.exactOptional(v.pipe(text(), v.description('When it was decided.'))),
});

export const codebookSchema = v.looseObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  roles: v.exactOptional(v.array(codebookEntrySchema)),
  stances: v.exactOptional(v.array(codebookEntrySchema)),
  links: v.exactOptional(v.array(codebookEntrySchema)),
  topics: v.exactOptional(v.array(topicSchema)),
  speakers: v.exactOptional(v.array(speakerSchema)),
  views: v.exactOptional(
    v.pipe(v.array(savedViewSchema), v.description('Views of the sidebar that were saved.')),
  ),
  findings: v.exactOptional(
    v.pipe(
      v.array(setAsideFindingSchema),
      v.description('Findings that were looked at and set aside.'),
    ),
  ),
});

export const stateSchema = v.picklist(passageStates);

export const exportedPassageSchema = v.looseObject({
  ...passageSchema.entries,
  state: stateSchema,
  line: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  column: v.exactOptional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.description('In code points.')),
  ),
  found: v.exactOptional(
    v.pipe(text(), v.description('The words that stand there now, where they differ.')),
  ),
  stored: v.exactOptional(
    v.looseObject({ start: v.exactOptional(offset()), end: v.exactOptional(offset()) }),
  ),
});

export const exportedAnnotationSchema = v.looseObject({
  ...annotationSchema.entries,
  article: v.pipe(
    filled(),
    v.description('Path relative to the workspace folder, / between parts.'),
  ),
  passages: v.pipe(v.array(exportedPassageSchema), v.minLength(1)),
  state: stateSchema,
});

export const exportSchema = v.looseObject({
  format: v.literal('claim-annotator'),
  version: v.literal(1),
  articles: v.array(
    v.looseObject({
      path: filled(),
      ...articleMetadataSchema.entries,
      override: v.exactOptional(articleMetadataSchema),
    }),
  ),
  codebook: v.omit(v.looseObject({ ...codebookSchema.entries }), ['version', 'views', 'findings']),
  annotations: v.array(exportedAnnotationSchema),
});
