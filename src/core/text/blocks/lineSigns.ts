/**
 * Signs by which a line of plain text, or of a paragraph, says that it begins a block of its own:
 * what Markdown's grammar doesn't know, but every reader does.
 */

/** Bullets and numbers that stand at no other place. */
const SURE_LIST_SIGN =
  /^(?:[•·●○◦▪▫■□◆◇▶►‣⁃★☆→✓✔✗※]|[①-⑳⓪❶-❿㈠-㈩]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十百]{1,4}、|第[一二三四五六七八九十百\d]{1,4}[,，、])[ \t\u3000]*/u;
/** Signs that may as well stand at the start of a line that goes on. */
const UNSURE_LIST_SIGN =
  /^(?:[–—](?=[ \t])|[-*+](?=[ \t])|\d{1,3}\\?[.)](?=[ \t])|\d{1,3}\\?[.、．](?![\d\s])|\(?[a-zA-Z]\)(?=[ \t])|\(?(?:i{1,3}|iv|vi{0,3}|ix)\)(?=[ \t]))[ \t]*/u;

/** The time of a turn in a transcript. */
const TIME = /^[[(（【<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])）】>]?[ \t\u3000]*(?=\S)/;

const CUE_TIME = String.raw`(?:\d{1,3}:)?\d{2}:\d{2}[,.]\d{3}`;
/** The time line of a cue in SubRip and WebVTT files. */
const CUE_LINE = new RegExp(String.raw`^\s*${CUE_TIME}[ \t]+-->[ \t]+${CUE_TIME}`);

/** Who speaks, in Chinese: up to the colon at the start of the line, with a qualifier. */
const HAN_TURN =
  /^(?:\*\*|__)?(?!https?：)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{L}\p{N} ·•・.-]{0,11}(?:[（(][^（）()\n]{1,24}[）)])?(?:\*\*|__)?[：:](?!\/\/)/u;
/** … by initials, a number or in capitals: `Q:`, `S01:`, `MS LEE:`. */
const CODED_TURN =
  /^(?:\*\*|__)?(?:\p{Lu}{1,3}\d{0,3}|\p{Lu}[\p{Lu}\p{N} .'’-]{1,30}|(?:Speaker|SPEAKER|Sprecher|发言人|说话人) ?\d{1,3})(?:\*\*|__)?[：:](?=[\s*_]|$)/u;
/** … by a name in another script. */
const NAMED_TURN =
  /^(?:\*\*|__)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.? )?\p{Lu}[\p{L}.'’-]{0,20}(?: (?:\p{Lu}[\p{L}.'’-]{0,20}|von|van|de|der|bin|al)){0,3}(?: \([^()\n]{1,30}\))?(?:\*\*|__)?:(?=[\s*_]|$)/u;

/** A line that is an image and nothing else. */
const IMAGE_LINE = /^!\[[^\]]*\]\([^)]*\)\s*$/;
/** A label of a callout, as Obsidian and GitHub have it. */
const CALLOUT = /^\[![\p{L}\p{N}_-]+(?:\|[^\]]*)?\][+-]?[ \t]*/u;
/** A task that is neither done nor open, or stands in a paragraph. */
const TASK = /^\[[ xX/>?!*-]\][ \t]+/;
const FOOTNOTE_LABEL = /^\[\^[^\]\s]+\]:[ \t]*/;

/** The line before goes on: a comma, an opening sign. */
const GOES_ON = /[,，、;；(（“‘「『《<\-–—]\s*$/;
/** The line before is complete. */
const COMPLETE = /[.!?。！？…:：”’"'»」』）)\]*_]\s*$/;
/** A line end that is kept when the text is shown. */
const HARD_BREAK = /(?: {2,}|\\|<br[ \t]*\/?>)[ \t]*$/i;

/** Whether a line has times of a subtitle: it is no text. */
export const isCueTime = (line: string): boolean => CUE_LINE.test(line);

/** Whether a line is the label of a callout with its title. */
export const isCalloutLabel = (line: string): boolean => CALLOUT.test(line);

/**
 * Whether a line begins a block of its own.
 *
 * @param line without the marks of quotations and lists before it, with its indentation
 * @param before the line before, likewise
 * @param after the line after; the empty text where there is none
 */
export function beginsBlock(line: string, before: string, after: string): boolean {
  if (HARD_BREAK.test(before) || /^[\u3000\u2003]/.test(line)) return true;
  if (isCueTime(line) || isCueTime(before) || isCueTime(after)) return true;
  if (/^[ \t]*\|/.test(line) || /^[ \t]*\|/.test(before)) return true;
  const [words, wordsBefore, wordsAfter] = [line, before, after].map((one) => one.trim()) as [
    string,
    string,
    string,
  ];
  if (IMAGE_LINE.test(words) || IMAGE_LINE.test(wordsBefore)) return true;
  if (FOOTNOTE_LABEL.test(words) || CALLOUT.test(wordsBefore) || TASK.test(words)) return true;
  if (TIME.test(words) || endsWithTime(wordsBefore) || SURE_LIST_SIGN.test(words)) return true;
  const goesOn = GOES_ON.test(wordsBefore);
  if (CODED_TURN.test(words) || (HAN_TURN.test(words) && !goesOn)) return true;
  // A wrapped line may start with such a sign by chance: what stands around must agree.
  const agrees = (sign: RegExp) =>
    sign.test(wordsBefore) || sign.test(wordsAfter) || COMPLETE.test(wordsBefore);
  if (isTurn(words)) return !goesOn && (isTurn(wordsBefore) || COMPLETE.test(wordsBefore));
  return UNSURE_LIST_SIGN.test(words) && !goesOn && agrees(UNSURE_LIST_SIGN);
}

function isTurn(line: string): boolean {
  return [HAN_TURN, CODED_TURN, NAMED_TURN].some((pattern) => pattern.test(line));
}

/** A line with a speaker and the time, as meeting programs write it above what was said. */
function endsWithTime(line: string): boolean {
  return /^.{1,40}[ \t\u3000][[(（]?\d{1,2}:\d{2}(?::\d{2})?[\])）]?$/u.test(line);
}

/** How many units of signs stand at the start of a block before its words. */
export function leadingSigns(block: string): number {
  let at = 0;
  for (;;) {
    const rest = block.slice(at, at + 100);
    const sign =
      /^[\s\u3000]+/.exec(rest) ??
      [FOOTNOTE_LABEL, CALLOUT, TASK, TIME, SURE_LIST_SIGN, UNSURE_LIST_SIGN]
        .map((pattern) => pattern.exec(rest))
        .find((found) => found !== null);
    const length = sign?.[0].length ?? 0;
    // A line of nothing but a number, as of a year, is its words.
    if (length === 0 || block.slice(at + length).trim() === '') return at;
    at += length;
  }
}
