const HAN = new Set('不没無无非未别莫勿否');
const ENGLISH = new Set(
  'not no never none without neither nor nothing nobody hardly barely'.split(' '),
);

/** Words in which such a character negates nothing. */
const WITHOUT_NEGATION = `
不断 不同 不仅 不只 不但 不过 不错 不少 不久 不得不 不管 不论 不止 不妨 不禁 不如 不满 不足 不易 不一 差不多 了不起 对不起 不好意思 不约而同 不言自明 不知不觉 不可避免
无论 无非 无疑 无数 无限 无线 无人机 毫无疑问 无疑 非常 非洲 并非没有 是非 除非 未来 未必不 分别 特别 区别 别人 性别 级别 类别 个别 差别 别的 识别 告别 否则 是否 能否 可否 没准
没有不 无不 无所不 不无 不会不 不能不 无时无刻`
  .trim()
  .split(/\s+/);
const LONGEST = Math.max(...WITHOUT_NEGATION.map(({ length }) => length));
const MASKED = new Set(WITHOUT_NEGATION);

/** Which of a statement's tokens negate. */
export function findNegations(tokens: readonly string[]): boolean[] {
  const found = tokens.map((text) => HAN.has(text) || ENGLISH.has(text));
  if (!found.some(Boolean)) return found;
  for (let at = 0; at < tokens.length; at++) {
    for (let length = Math.min(LONGEST, tokens.length - at); length > 1; length--) {
      if (!MASKED.has(tokens.slice(at, at + length).join(''))) continue;
      found.fill(false, at, at + length);
      at += length - 1;
      break;
    }
  }
  return found;
}
