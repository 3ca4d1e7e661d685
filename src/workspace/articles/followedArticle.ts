import type * as vscode from 'vscode';
import { doOverlap } from '../../core/placing/changeSet';
import { LiveArticle } from '../../core/placing/liveArticle';
import { inSteps, oneStep } from '../platform/pace/inSteps';
import { lengthOf, textOf, toReplacement } from '../platform/positions';

/**
 * After the last keystroke that lost a passage, how long until it is looked for elsewhere, in
 * milliseconds.
 */
const SETTLE = 150;
/**
 * How long the event may take that confirms a change as typing, in milliseconds; on a busy machine
 * it takes a while.
 */
const CONFIRMATION = 500;

type Timer = ReturnType<typeof setTimeout>;

/** Who is told, and where errors go that nobody waits for. */
interface Listener {
  /** Places or states changed in a way that must be drawn again. */
  readonly moved: (article: vscode.Uri) => void;
  readonly logError: (error: unknown) => void;
}

/** An article that is open in an editor: its passages' places follow what happens to its text. */
export class FollowedArticle {
  private eol: vscode.EndOfLine;
  private readonly encoding: string;
  private settling: Timer | undefined;
  /** Under way while passages are looked for; undefined once all have their places. */
  private finding: Promise<void> | undefined;
  private wasFound = false;
  /**
   * A change that came while the document counted as saved: typing, if the next event says that it
   * is unsaved now.
   */
  private unconfirmed: { readonly version: number; readonly timer: Timer } | undefined;

  /** @param live its places, where they are known from before */
  constructor(
    readonly document: vscode.TextDocument,
    private readonly listener: Listener,
    readonly live = new LiveArticle(textOf(document)),
  ) {
    this.eol = document.eol;
    this.encoding = document.encoding;
  }

  /** Whether its editor was given another encoding since. */
  get hasOtherEncoding(): boolean {
    return this.document.encoding !== this.encoding;
  }

  /** Whether its passages were ever found. */
  get isFound(): boolean {
    return this.wasFound;
  }

  /** Fulfilled once the search that is under way has ended; undefined if there is none. */
  get search(): Promise<void> | undefined {
    return this.finding;
  }

  /** Ends what is under way: the article was closed. */
  stop(): void {
    clearTimeout(this.settling);
    clearTimeout(this.unconfirmed?.timer);
    this.finding = undefined;
  }

  /**
   * Finds the passages that have to be looked for: at once where that is quick, else with pauses,
   * and once more after typing.
   */
  startFinding(): void {
    const steps = this.live.findPassages();
    if (oneStep(steps).done === true) return this.endFinding();
    const goOn = async () => {
      for (let rest = steps; !(await inSteps(rest)); rest = this.live.findPassages()) {
        if (this.finding !== finding) return;
      }
      if (this.finding === finding) this.endFinding();
    };
    const finding = goOn().catch((error: unknown) => {
      this.finding = undefined;
      this.listener.logError(error);
    });
    this.finding = finding;
  }

  /**
   * Typing or not? VS Code reloads a file only while it has no unsaved changes, and typing makes it
   * have some. But the first keystroke is told while the document still counts as saved; that it
   * isn't any more is told right behind, by an event without changes. So a change of a saved
   * document is followed as typing, and is taken for one from outside unless the very next event
   * confirms it.
   */
  follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const { eol, unconfirmed } = this;
    this.eol = document.eol;
    if (contentChanges.length === 0) {
      if (unconfirmed?.version === document.version && document.isDirty) this.confirm();
      return;
    }
    if (unconfirmed !== undefined) this.treatAsOutside();
    const replacements = contentChanges.map((change) => toReplacement(change, eol));
    if (doOverlap(replacements)) return this.restart();
    const effect = this.live.applyChanges(replacements);
    if (this.live.article.text.length !== lengthOf(document)) return this.restart();
    if (!document.isDirty) {
      const timer = setTimeout(() => this.treatAsOutside(), CONFIRMATION);
      this.unconfirmed = { version: document.version, timer };
    }
    // Before anybody is told: most are found at once.
    if (effect.torn) this.findTornPassages();
    if (effect.redraw) this.listener.moved(document.uri);
    if (effect.lost) this.settleSoon();
  }

  /** Takes the document's text for what it is: the changes that were told don't lead there. */
  restart(): void {
    clearTimeout(this.settling);
    this.confirm();
    this.live.restart(textOf(this.document));
    this.wasFound = false;
    this.startFinding();
    // What is drawn until all is found would stand at places that mean nothing.
    if (!this.isFound) this.listener.moved(this.document.uri);
  }

  private endFinding(): void {
    this.finding = undefined;
    this.wasFound = true;
    this.listener.moved(this.document.uri);
  }

  private confirm(): void {
    clearTimeout(this.unconfirmed?.timer);
    this.unconfirmed = undefined;
  }

  private treatAsOutside(): void {
    this.confirm();
    this.live.doubtPlaces();
    this.startFinding();
  }

  /** Finds where the passages stand that a change tore: at once where that is quick. */
  private findTornPassages(): void {
    const steps = this.live.findLostPassages();
    if (oneStep(steps).done === true) return;
    const finding = inSteps(steps).then(
      (any) => {
        if (this.finding === finding) this.finding = undefined;
        if (any) this.listener.moved(this.document.uri);
      },
      (error: unknown) => {
        if (this.finding === finding) this.finding = undefined;
        this.listener.logError(error);
      },
    );
    this.finding = finding;
  }

  /** Looks for lost passages once there is a pause in typing. */
  private settleSoon(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (this.finding !== undefined) return this.settleSoon();
      inSteps(this.live.findLostPassages()).then((any) => {
        if (any) this.listener.moved(this.document.uri);
      }, this.listener.logError);
    }, SETTLE);
  }
}
