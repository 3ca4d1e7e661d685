import type { Mention } from '../people/cast';
import type { Reading } from '../reading';

/** A story has so many short lines that begin with a quotation, and such a share of its lines. */
const LEAST_LINES = 3;
const LEAST_SHARE = 0.1;
const SHORT_LINE = 120;
/** How many lines up and down somebody is looked for who is named. */
const REACH = 10;

/** A line that says who spoke. */
const SPEECH = /[说道问答喊叫嚷劝笑讲骂]|回答|告诉|表示/;
const BEGINS_QUOTED = /^[“「『"]/;

/** Whether a text is a story in which people talk, and not a report that quotes them. */
export function isDialogue({ plain }: Reading): boolean {
  const lines = plain.lines.map((_, i) => plain.words(i)).filter((words) => words !== '');
  const spoken = lines.filter(
    (words) => BEGINS_QUOTED.test(words) && words.length <= SHORT_LINE,
  ).length;
  return spoken >= LEAST_LINES && spoken >= LEAST_SHARE * lines.length;
}

/** Why somebody may say a line of a dialogue. */
export type DialogueRule =
  'beside' | 'introduced' | 'lineBefore' | 'lineAfter' | 'takesTurns' | 'nearby';

/** Who names whom between two places. */
export type MentionsBetween = (start: number, end: number) => readonly Mention[];

/**
 * Who may say a line of a dialogue: whom it names outside of the quotation; else whom the line
 * before introduces, or the line after; else who spoke two lines before; else who is named nearby,
 * but for those whom the line itself speaks to.
 */
export function dialogueSpeakers(
  reading: Reading,
  line: number,
  at: number,
  mentionsBetween: MentionsBetween,
): { readonly rule: DialogueRule; readonly mention: Mention }[] {
  const { plain, outside } = reading;
  const place = (i: number) => plain.lines[i] ?? { start: 0, end: 0 };
  const inLine = (i: number) => mentionsBetween(place(i).start, place(i).end);
  const hasQuotation = (i: number) => /[“「『"]/.test(plain.words(i));
  const own = place(line);
  const found: { rule: DialogueRule; mention: Mention }[] = [];
  const take = (rule: DialogueRule, mention: Mention | undefined) => {
    if (mention !== undefined) found.push({ rule, mention });
  };
  take('beside', mentionsBetween(own.start, at).at(-1) ?? mentionsBetween(at, own.end)[0]);
  const before = outside.slice(place(line - 1).start, place(line - 1).end).trim();
  if (/[：:]$/.test(before)) take('introduced', inLine(line - 1)[0]);
  else if (before !== '' && !hasQuotation(line - 1)) take('lineBefore', inLine(line - 1).at(-1));
  const [after] = inLine(line + 1);
  const isSpeech = !hasQuotation(line + 1) && SPEECH.test(plain.words(line + 1));
  if (after !== undefined && isSpeech && after.start - place(line + 1).start <= 3)
    take('lineAfter', after);
  if (hasQuotation(line - 1) && hasQuotation(line - 2)) take('takesTurns', inLine(line - 2).at(-1));
  const words = plain.text.slice(own.start, own.end);
  for (let distance = 1; distance <= REACH; distance++)
    for (const i of [line - distance, line + distance])
      for (const mention of inLine(i))
        if (!words.includes(plain.text.slice(mention.start, mention.end))) take('nearby', mention);
  return found;
}
