import { pinyinInitials } from '../text/names/pinyin';
import { nameKey } from '../text/names/names';

/** A speaker who can be chosen. */
export interface KnownSpeaker {
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * The speakers that may be meant by what was typed, the best first: whose name or alias it is; then
 * whose name begins with it, or a word of the name; then aliases in the same way; then Chinese
 * names by the initials of their syllables (`lyh`); then those that have it somewhere inside. Amid
 * equals the given order stays.
 */
export function searchSpeakers<S extends KnownSpeaker>(typed: string, speakers: readonly S[]): S[] {
  const wanted = nameKey(typed);
  if (wanted === '') return [...speakers];
  const ranked = speakers.flatMap((speaker) => {
    const rank = rankOf(wanted, speaker);
    return rank === undefined ? [] : [{ speaker, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ speaker }) => speaker);
}

/** How well a speaker fits, 0 the best; undefined if not at all. */
function rankOf(wanted: string, { name, aliases }: KnownSpeaker): number | undefined {
  const own = nameKey(name);
  const others = aliases.map(nameKey);
  const isInitials = (text: string) => pinyinInitials(text).startsWith(wanted);
  const tests = [
    () => own === wanted,
    () => others.includes(wanted),
    () => own.startsWith(wanted),
    () => hasWordStarting(own, wanted),
    () => others.some((other) => other.startsWith(wanted) || hasWordStarting(other, wanted)),
    () => isInitials(own),
    () => others.some(isInitials),
    () => own.includes(wanted),
    () => others.some((other) => other.includes(wanted)),
  ];
  const rank = tests.findIndex((holds) => holds());
  return rank < 0 ? undefined : rank;
}

/** Whether one of a name's words begins so: Cun doesn't find LeCun, LeCun finds Yann LeCun. */
function hasWordStarting(name: string, start: string): boolean {
  for (let at = name.indexOf(start, 1); at >= 0; at = name.indexOf(start, at + 1))
    if (/[^\p{L}\p{N}]/u.test(name.charAt(at - 1))) return true;
  return false;
}
