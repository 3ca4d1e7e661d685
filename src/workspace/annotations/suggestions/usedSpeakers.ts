import { SpeakerUses, type SpeakerUse, type UsePlace } from '../../../core/corpus/speakerUse';
import type { Steps } from '../../../core/text/steps';
import { Disposable } from '../../platform/disposable';
import { inSteps } from '../../platform/pace/inSteps';
import type { AnnotationIndex } from '../annotationIndex';

/** So many changed articles are taken in at once; more of them in steps. */
const FEW = 50;

/** How speakers were used so far, without going through all annotations at each question. */
export class UsedSpeakers extends Disposable {
  private uses = new SpeakerUses();
  /** The articles whose uses aren't as they are in `uses`. */
  private stale: Set<string> | 'all' = 'all';
  private changes = 0;
  private catchingUp: Promise<void> | undefined;
  /** When each annotation was made in this session, to tell apart what the same second saw. */
  private readonly sequence = new Map<string, number>();

  constructor(private readonly index: AnnotationIndex) {
    super();
    this.own(
      index.onDidChange(({ articles }) => {
        if (articles === 'all') this.stale = 'all';
        else if (this.stale !== 'all') for (const key of articles) this.stale.add(key);
      }),
    );
  }

  /** Says that an annotation was made just now. */
  made(article: string, id: string): void {
    this.sequence.set(id, this.sequence.size);
    if (this.stale !== 'all') this.stale.add(article);
  }

  /** How they were used, as far as that is known by now; the article at hand always is. */
  at(place: Omit<UsePlace, 'sequence'>): SpeakerUse[] {
    const { stale } = this;
    if (stale !== 'all' && stale.size <= FEW) this.takeAll(stale);
    else {
      void this.catchUp();
      this.take(place.article);
    }
    return this.uses.at(place);
  }

  /** The same once the whole workspace was read. */
  async whole(place: Omit<UsePlace, 'sequence'>): Promise<SpeakerUse[]> {
    await this.index.loadWorkspace();
    await this.catchUp();
    return this.at(place);
  }

  /** Another number once `names` may be others. */
  get version(): number {
    return this.changes;
  }

  /** The canonical names of all speakers that are known by now, in no order. */
  names(): string[] {
    return [...this.uses.names()];
  }

  private catchUp(): Promise<void> {
    return (this.catchingUp ??= inSteps(this.takeStale()).finally(() => {
      this.catchingUp = undefined;
    }));
  }

  private *takeStale(): Steps<void> {
    if (this.stale === 'all') {
      this.uses = new SpeakerUses();
      this.stale = new Set(this.index.corpus.articleKeys());
    }
    while (this.stale.size > 0) {
      const [key] = this.stale;
      if (key === undefined) return;
      this.stale.delete(key);
      this.take(key);
      yield;
    }
  }

  private takeAll(stale: Set<string>): void {
    for (const key of stale) this.take(key);
    stale.clear();
  }

  private take(key: string): void {
    this.changes += 1;
    this.uses.setArticle(this.index.corpus, key, this.sequence);
  }
}
