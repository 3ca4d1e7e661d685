import type { Suggestion } from '../attribution';
import type { Utf16Range } from '../text/range';

/** What follows is said: a list, or the next paragraph. */
const ANNOUNCING = /[：:]\p{P}*\s*$/u;
/** Behind words of attribution: 他是这样看 … 的：, 他表示 … 如下：. */
const SAYS_NOTHING = /^(?:如下|[的道了过说])*[^\p{L}\p{N}]*$/u;

const GIVES =
  '(?:发表|谈|谈到|表达|分享|阐述|阐明|给出|提出|说明|表明|表示|作出|做出|进行|讲述|介绍)(?:了|出|过)?';
const VIEW = '(?:看法|观点|意见|见解|想法|态度|立场|主张|回应|解释|说明|表态|评论|点评|评价|思考)';
/** 发表了自己的看法。 at the end of a sentence. */
const GIVES_VIEW = new RegExp(`${GIVES}[^，,。；;：:]{0,8}?${VIEW}[^\\p{L}\\p{N}]*$`, 'u');
/** 他如是表示。: it was said before. */
const SAID_SO = /^[^，,；;不没]*(?:如是|如此|这样|这么)\p{Script=Han}{1,3}[^\p{L}\p{N}]*$/u;
/** What one gives a view of stands in front: 也对票价等问题，. */
const OF_WHAT =
  /^(?:[，,\s]|[也都还并再曾]|再次|首次|公开)*(?:(?:对(?!手|方|面)|就(?![业是算医读学职要会])|针对|围绕|关于).*)?$/su;

/** Whether words say that what follows is said. */
export function isAnnouncement(words: string): boolean {
  return ANNOUNCING.test(words);
}

/**
 * Whether a sentence tells only that somebody says something, and not what: 李彦宏提出了几个观点：,
 * 他就此发表了自己的看法。, 他如是表示。.
 *
 * @param range what of the sentence would be offered
 */
export function saysNothing(
  text: string,
  sentence: Utf16Range,
  range: Utf16Range,
  best?: Suggestion,
): boolean {
  const { cue } = best ?? {};
  if (cue === undefined || cue.start < sentence.start || cue.end > sentence.end) return false;
  const words = text.slice(sentence.start, sentence.end);
  const behind = words.slice(cue.end - sentence.start);
  if (SAID_SO.test(words) && !/\p{L}/u.test(behind)) return true;
  if (isAnnouncement(words) && SAYS_NOTHING.test(behind)) return true;
  const view = GIVES_VIEW.exec(words);
  if (view === null) return false;
  const start = sentence.start + view.index;
  // The cue is of the view itself, or all that would be offered is that somebody gave one.
  return cue.end > start || OF_WHAT.test(text.slice(range.start, Math.max(range.start, start)));
}
