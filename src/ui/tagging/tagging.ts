import * as vscode from 'vscode';
import { articleFacts } from '../../core/exchange/articleFacts';
import { RefusedError } from '../../core/model/problem';
import { sameValue } from '../../core/model/sameValue';
import type { Annotation } from '../../core/model/types';
import { statedDate } from '../../core/reading/nearDate';
import { speakerOffers } from '../../core/reading/speakerOffers';
import type {
  AnnotationEditor,
  AnnotationFields,
  CommandResult,
} from '../../workspace/annotations/annotationEditor';
import type { AnnotationHistory } from '../../workspace/annotations/annotationHistory';
import type { AnnotationIndex } from '../../workspace/annotations/annotationIndex';
import type { SameStatements } from '../../workspace/annotations/suggestions/sameStatements';
import type { SpeakerSuggestions } from '../../workspace/annotations/suggestions/speakerSuggestions';
import type { UsedSpeakers } from '../../workspace/annotations/suggestions/usedSpeakers';
import type { OpenArticles } from '../../workspace/articles/openArticles';
import type { CodebookStore } from '../../workspace/codebooks/codebookStore';
import { Disposable } from '../../workspace/platform/disposable';
import { textOf } from '../../workspace/platform/positions';
import type { Labels } from '../labels';
import { notify } from '../notify';
import { CueMark } from './cueMark';
import type { PassageAtHand } from './passageAtHand';
import { PassageMark } from './passageMark';
import type { Memory } from './question';
import { sameOffers } from './sameOffers';
import { TellTagged } from './tellTagged';

interface Sources {
  readonly codebooks: CodebookStore;
  readonly editor: AnnotationEditor;
  readonly history: AnnotationHistory;
  readonly index: AnnotationIndex;
  readonly labels: Labels;
  readonly logError: (error: unknown) => void;
  readonly open: OpenArticles;
  readonly same: SameStatements;
  readonly suggestions: SpeakerSuggestions;
  readonly used: UsedSpeakers;
}

/** What tagging by questions and while reading have in common. */
export class Tagging extends Disposable {
  private readonly tagged: TellTagged;
  private readonly cueMark = this.own(new CueMark());
  /** Shows what is about to be tagged. */
  readonly passageMark = this.own(new PassageMark());

  constructor(private readonly sources: Sources) {
    super();
    this.tagged = this.own(new TellTagged(sources.history));
  }

  /**
   * What is known about a passage and its possible speakers.
   *
   * @param topic the topic that stances are about; undefined: none
   */
  memoryFor({ document, article, ranges }: PassageAtHand, topic: string | undefined): Memory {
    const { codebooks, labels, index, suggestions, used } = this.sources;
    const key = document.uri.toString();
    const uses = () => used.at({ article: key, topic });
    const whole = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
    return {
      codebooks,
      labels,
      topic,
      uses,
      allUses: () => used.whole({ article: key, topic }),
      offers: () =>
        speakerOffers(suggestions.suggest(article.text, ranges), uses(), codebooks.canonical),
      date: () => {
        const published = index.factsOf(key).published ?? articleFacts(article.text).published;
        return statedDate(article.text, whole, published);
      },
      same: () => sameOffers(this.sources, document.uri, article.text, ranges),
      showCue: (offer) => {
        if (offer?.cue === undefined) this.cueMark.hide();
        else this.cueMark.show(document, article, offer.cue, whole);
      },
    };
  }

  /**
   * Makes an annotation of a passage.
   *
   * @param byHand whether a person is told of it
   * @param taken what was taken without a question
   * @throws RefusedError if the article changed meanwhile, or the sidecar can't be written
   */
  async create(
    { document, article, ranges }: PassageAtHand,
    fields: AnnotationFields,
    byHand: boolean,
    taken?: string,
  ): Promise<CommandResult> {
    if (textOf(document) !== article.text)
      throw new RefusedError(
        vscode.l10n.t(
          'The article changed while you were choosing. Nothing was written: select the passage again.',
        ),
      );
    const result = await this.sources.editor.create(document, article, ranges, fields);
    this.sources.used.made(document.uri.toString(), result.id);
    if (byHand) this.tagged.tell(result, taken);
    this.tellOfTwin(document.uri, result);
    return result;
  }

  /** Says that there was the same annotation already: it is easily tagged twice by mistake. */
  private tellOfTwin(article: vscode.Uri, { id }: CommandResult): void {
    const { index, editor, logError } = this.sources;
    const all = index.corpus.ofArticle(article.toString()).map(({ annotation }) => annotation);
    const made = all.find((one) => one.id === id);
    const saysSame = (one: Annotation) =>
      one.id !== id &&
      one.role === made?.role &&
      index.corpus.speakerOf(one) === index.corpus.speakerOf(made) &&
      sameValue(wordsOf(one), wordsOf(made));
    if (!all.some(saysSame)) return;
    const undo = vscode.l10n.t('Undo');
    const said = vscode.l10n.t(
      'The same words were tagged with this role and speaker before: they are tagged twice now.',
    );
    notify.warning(said, undo).then((chosen) => {
      if (chosen === undo) editor.remove(article, id).catch(logError);
    }, logError);
  }
}

function wordsOf(annotation: Annotation | undefined): unknown {
  return annotation?.passages.map(({ exact, start }) => [exact, start]);
}
