import type { GeneratedArticle } from './article';
import type { Draw } from './draw';
import { CHINESE, ENGLISH } from './words';

/**
 * An article's text as somebody changed it after it was annotated: of its sentences some got other
 * words, some are gone, and some new ones stand between them.
 */
export function revisedText({ text, sentences }: GeneratedArticle, draw: Draw): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of sentences) {
    parts.push(text.slice(at, start));
    const words = text.slice(start, end);
    const fate = draw.share();
    if (fate < 0.06) parts.push(edited(words, draw));
    else if (fate >= 0.1) parts.push(words);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function edited(words: string, draw: Draw): string {
  const isChinese = /\p{Script=Han}/u.test(words);
  const added = draw.pick((isChinese ? CHINESE : ENGLISH).places);
  const middle = words.length >> 1;
  const space = isChinese ? middle : words.indexOf(' ', middle);
  const place = space < 0 ? middle : space;
  return `${words.slice(0, place)}${isChinese ? added : ` ${added}`}${words.slice(place)}`;
}
