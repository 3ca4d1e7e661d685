import { sameValue } from '../model/sameValue';
import type { Annotation, Passage } from '../model/types';
import { ArticleText } from '../text/articleText';
import type { Utf16Range } from '../text/range';
import type { Steps } from '../text/steps';
import { applyReplacements, ChangeSet, narrowed, type Replacement } from './changeSet';
import { findLostAgain } from './lostPassages';
import { asLive, moveAlong, type LiveAnnotation, type LivePassage } from './livePassage';
import {
  comparePlaced,
  placeAnnotationsInSteps,
  type PlacedAnnotation,
  type PlacedPassage,
} from './placeAnnotations';
import { withTypedWords } from './typedWords';

/** What a change of the text did to the annotations. */
export interface Effect {
  /** Words of some passage changed, or a passage was lost: what is shown must be drawn again. */
  readonly redraw: boolean;
  /** Some passage has no place: it may stand elsewhere now (cut and paste, undo). */
  readonly lost: boolean;
  /** One of them was torn by this change: it stands somewhere, and is to be found at once. */
  readonly torn: boolean;
}

/**
 * The annotations of an article that is open in an editor, with their places kept right through
 * every change.
 *
 * Typing moves the ranges along; what typing loses (a passage that was cut), and what an outside
 * change does to the text, is found again by its quote. Searches are made in steps, as those of
 * thousands of passages take seconds: until one ends, the places are what they were.
 */
export class LiveArticle {
  private live: readonly LiveAnnotation[] = [];
  /**
   * Annotations that went while they had words typed in: they may be back soon, as while another
   * program writes the sidecar.
   */
  private gone: readonly LiveAnnotation[] = [];
  private current: ArticleText;
  /** The sidecar's annotations, which `live` has the places of once `find` has ended. */
  private wanted: readonly Annotation[] = [];
  /**
   * The places were moved along with a change that wasn't typed: they only last until all is found
   * anew.
   */
  private isDoubtful = false;
  /** The text in which the passages that have no place now still had theirs. */
  private textBeforeLoss: string | undefined;
  /** Counts what makes the result of a search that is under way worthless. */
  private revision = 0;

  /** @param text the article's text, without byte-order mark, line ends as LF */
  constructor(text: string) {
    this.current = new ArticleText(text);
  }

  /** The article's present text. */
  get article(): ArticleText {
    return this.current;
  }

  /** The annotations with their present places, in the sidecar's order. */
  get placed(): readonly LiveAnnotation[] {
    return this.live;
  }

  /** The annotations in reading order. */
  inReadingOrder(): PlacedAnnotation[] {
    return [...this.live].sort(comparePlaced);
  }

  /**
   * Takes over the sidecar's annotations; `find` then finds their passages. Those whose places are
   * known because they were just selected (and whose words stand there) have them at once.
   *
   * @param known places of passages by annotation id, UTF-16
   */
  setAnnotations(
    annotations: readonly Annotation[],
    known: ReadonlyMap<string, readonly Utf16Range[]> = new Map(),
  ): void {
    this.wanted = annotations;
    this.revision += 1;
    const selected = annotations.flatMap((annotation): LiveAnnotation[] => {
      const ranges = known.get(annotation.id) ?? [];
      const words = ranges.map(({ start, end }) => this.current.text.slice(start, end));
      const quoted = annotation.passages.map(({ exact }) => exact);
      if (!sameValue(words, quoted)) return [];
      const passages = ranges.map((range) => ({ state: 'anchored' as const, range }));
      return [asLive({ annotation, passages })];
    });
    if (selected.length === 0) return;
    const ids = new Set(selected.map(({ annotation }) => annotation.id));
    this.live = [...this.live.filter(({ annotation }) => !ids.has(annotation.id)), ...selected];
  }

  /**
   * Takes the text as it is now, where it can't be told how it came from the one before: nothing
   * is known of the places until `findPassages` has looked for everything anew.
   *
   * @param text without byte-order mark, line ends as LF
   */
  restart(text: string): void {
    this.current = new ArticleText(text);
    this.doubtPlaces();
  }

  /**
   * Says that the last changes weren't typed (the file was reloaded, reverted): `find` then looks
   * for everything anew.
   */
  doubtPlaces(): void {
    this.isDoubtful = true;
    this.revision += 1;
    this.gone = [];
    this.live = this.live.map(({ annotation, passages }) => ({
      annotation,
      passages: passages.map((passage) => ({ ...passage, typedIn: false })),
    }));
  }

  /**
   * Finds the passages of the annotations that `setAnnotations` took over: those that had their
   * places keep them, the others are looked for in the text.
   *
   * @returns false if the text or the annotations changed on the way: then all is as before, and it
   *   must begin again
   */
  *findPassages(): Steps<boolean> {
    const before = new Map(
      this.isDoubtful ? [] : [...this.gone, ...this.live].map((one) => [one.annotation.id, one]),
    );
    const kept = this.wanted.map((annotation): LiveAnnotation | undefined => {
      const old = before.get(annotation.id);
      return old !== undefined && sameValue(quotes(old.annotation), quotes(annotation))
        ? { ...old, annotation }
        : undefined;
    });
    const placed = yield* this.unlessChanged(
      placeAnnotationsInSteps(
        this.current,
        this.wanted.filter((_, i) => kept[i] === undefined),
      ),
    );
    if (placed === undefined) return false;
    const found = placed.values();
    const ids = new Set(this.wanted.map(({ id }) => id));
    this.gone = [...before.values()].filter(
      ({ annotation, passages }) =>
        !ids.has(annotation.id) && passages.some(({ typedIn }) => typedIn),
    );
    this.live = kept.map((one) => one ?? asLive(found.next().value as PlacedAnnotation));
    this.isDoubtful = false;
    return true;
  }

  /**
   * Follows a change that was typed (or pasted, undone, formatted …) in the editor.
   *
   * @param replacements in any order, all in terms of the text before them, not overlapping
   */
  applyChanges(replacements: readonly Replacement[]): Effect {
    const before = this.current.text;
    const changes = replacements
      .map((replacement) => narrowed(before, replacement))
      .filter(({ start, end, text }) => start < end || text !== '');
    if (changes.length === 0) return { redraw: false, lost: this.hasLost(), torn: false };
    this.revision += 1;
    const text = applyReplacements(before, replacements);
    const set = new ChangeSet(changes);
    this.current = new ArticleText(text);
    let [redraw, torn] = [false, false];
    const follow = (one: LiveAnnotation): LiveAnnotation => {
      const passages = one.passages.map((passage, i): LivePassage => {
        if (passage.range === undefined) return passage;
        const shifted = set.shift(passage.range);
        const moved = moveAlong(passage, shifted, one.annotation.passages[i]?.exact ?? '', text);
        redraw ||= shifted.kind !== 'kept' || moved.state !== passage.state;
        torn ||= shifted.kind === 'torn';
        return moved;
      });
      return passages.every((passage, i) => passage === one.passages[i])
        ? one
        : { annotation: one.annotation, passages };
    };
    this.live = this.live.map(follow);
    this.gone = this.gone.map(follow);
    const lost = this.hasLost();
    this.textBeforeLoss = lost ? (this.textBeforeLoss ?? before) : undefined;
    return { redraw, lost, torn };
  }

  /**
   * Looks for the passages that have no place, where their very words stand somewhere now (put back
   * by undo, pasted elsewhere): words that stood once, and stand once again, stand there. A place
   * with other words is not taken: that is for the analyst to decide; but for what an edit tore,
   * which is looked for as after a change from outside.
   *
   * @returns whether any was found
   */
  *findLostPassages(): Steps<boolean> {
    const lost = this.live.flatMap(({ annotation, passages }) => {
      const without = annotation.passages.filter((passage, i) => isLost(passage, passages[i]));
      const isTorn = passages.some((passage) => passage.isTorn === true);
      return without.length === 0
        ? []
        : [{ annotation, quotes: without.map(({ exact }) => exact), isTorn }];
    });
    if (lost.length === 0) return false;
    const found = yield* this.unlessChanged(
      findLostAgain(this.current, this.textBeforeLoss ?? '', lost),
    );
    if (found === undefined) return false;
    let any = false;
    this.live = this.live.map((one) => {
      const places = found.placed.get(one.annotation);
      if (places === undefined) return one;
      const passages = one.passages.map((passage, i): LivePassage => {
        const { exact = '', detached } = one.annotation.passages[i] ?? {};
        const place =
          (detached === true ? undefined : found.alone.get(exact)) ?? places.passages[i];
        const isWanted = passage.isTorn === true || place?.state === 'anchored';
        if (passage.range !== undefined || place === undefined || !isWanted) return passage;
        any = true;
        return { ...place, typedIn: false };
      });
      return { ...one, passages };
    });
    this.revision += 1;
    return any;
  }

  /**
   * The annotations whose words the analyst typed in, as the sidecar must have them once the
   * article is saved. Until the sidecar says so (`setAnnotations`), nothing counts as saved.
   */
  typedAnnotations(): PlacedAnnotation[] {
    // What was typed at doubtful places may have been typed elsewhere.
    if (this.isDoubtful) return [];
    return this.live.flatMap((one) => {
      const { live, updated } = withTypedWords(one, this.current);
      return updated === undefined ? [] : [live];
    });
  }

  /** @returns undefined if the text or the annotations changed on the way */
  private *unlessChanged<T>(steps: Steps<T>): Steps<T | undefined> {
    const { revision } = this;
    for (;;) {
      const { done, value } = steps.next();
      if (this.revision !== revision) return undefined;
      if (done === true) return value;
      yield;
    }
  }

  private hasLost(): boolean {
    return this.live.some(({ annotation, passages }) =>
      passages.some((place, i) => isLost(annotation.passages[i], place)),
    );
  }
}

function quotes({ passages }: Annotation): unknown {
  return passages.map(({ exact, prefix, suffix, start, end, detached }) => [
    exact,
    prefix,
    suffix,
    start,
    end,
    detached ?? false,
  ]);
}

/** Whether a passage has no place and is to have one. */
function isLost(passage: Passage | undefined, place: PlacedPassage | undefined): boolean {
  return place?.range === undefined && passage?.detached !== true;
}
