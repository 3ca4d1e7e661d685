import type * as v from 'valibot';
import type * as schema from './schema';

export type Passage = v.InferOutput<typeof schema.passageSchema>;
export type Link = v.InferOutput<typeof schema.linkSchema>;
export type Annotation = v.InferOutput<typeof schema.annotationSchema>;
export type ArticleMetadata = v.InferOutput<typeof schema.articleMetadataSchema>;
/** What of an article's own metadata lists of annotations show and order by. */
export type ArticleFacts = Pick<ArticleMetadata, 'title' | 'published'>;
export type CodebookEntry = v.InferOutput<typeof schema.codebookEntrySchema>;
export type Topic = v.InferOutput<typeof schema.topicSchema>;
export type Speaker = v.InferOutput<typeof schema.speakerSchema>;
export type SavedView = v.InferOutput<typeof schema.savedViewSchema>;
/** A finding of a check that an analyst looked at and set aside. */
export type SetAsideFinding = v.InferOutput<typeof schema.setAsideFindingSchema>;
export type State = v.InferOutput<typeof schema.stateSchema>;
export type ExportedPassage = v.InferOutput<typeof schema.exportedPassageSchema>;
export type ExportedAnnotation = v.InferOutput<typeof schema.exportedAnnotationSchema>;
export type ExportDocument = v.InferOutput<typeof schema.exportSchema>;
