import type { Utf16Range } from '../text/range';
import type { Surroundings } from './surroundings';

/** How far from a date the verb may stand that says that something was said then. */
const AFTER = 40;
const BEFORE = 25;

const CHINESE =
  /[说說称稱]|表示|指出|认为|認為|强调|強調|透露|宣布|谈到|談到|坦言|直言|回应|回應|告诉|告訴|采访|採訪|访谈|訪談|对话|對話|发文|發文|写道|寫道|提到|介绍|介紹|承认|承認|呼吁|呼籲|警告|讲话|講話|演讲|演講|发言|發言|发布会|發佈會|圆桌|论坛|致辞|声明/;
const ENGLISH =
  /\b(?:said|says|say|told|tells|wrote|writes|tweeted|posted|announced|argued|argues|added|adds|claimed|claims|warned|warns|stated|states|remarked|declared|testified|replied|insisted|interview(?:ed)?|speech|speaking|statement|press conference|according to|letter|podcast|panel)\b/i;

/**
 * Whether something was said at a date: a verb of speech stands near it, outside of quotations and
 * in the same sentence.
 */
export function isSpokenOf(text: string, date: Utf16Range, around: Surroundings): boolean {
  const before = text.slice(Math.max(around.window.start, date.start - BEFORE), date.start);
  const after = outside(text, { start: date.end, end: date.end + AFTER }, around.quotations);
  const near = `${before.split(STOP).at(-1) ?? ''}\0${after.split(STOP)[0] ?? ''}`;
  return CHINESE.test(near) || ENGLISH.test(near);
}

/** A sentence ends, or a quotation that stands before the date. */
const STOP = /[。！？!?\n“”「」]|[.]\s/;

/** The words of a range up to the next quotation. */
function outside(text: string, { start, end }: Utf16Range, quotations: readonly Utf16Range[]) {
  const next = quotations.find((one) => one.start >= start && one.start < end);
  return text.slice(start, Math.min(end, next?.start ?? end));
}
