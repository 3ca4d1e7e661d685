/**
 * Characters that aren't words and change how others look: marks that turn the reading direction,
 * and control characters (one begins a terminal's commands). Line ends and tabs stay.
 */
const DISGUISES =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from files as it may be shown: what it says, without characters that make it look like
 * something else. Only for the screen; what is stored stays as it is.
 */
export function shownText(text: string): string {
  return text.replace(DISGUISES, '');
}
