import { anyOf, wordsOf } from './lists';

/** What links a sentence to the one before, and where or when all of it is said. */
const LINKS = wordsOf(`
  但是 但 而且 不过 然而 此外 另外 除此之外 同时 因此 所以 于是 对此 为此 例如 比如 譬如 又如 再如 正如 诚如
  恰如 如同 即便 即使 尽管 虽然 虽说 因为 由于 并且 并 且 以及 至于 如果 首先 其次 再次 最后 最终 总之 事实上
  实际上 可见 显然 据悉 据了解 据介绍 甚至 尤其 特别是 就连 或许 也许 可能 只有 除了 包括 那么 然后 接着 紧接着
  原来 其实 不料 谁知 没想到 好像 看来 这时 这时候 突然 忽然 半晌 另一边 另一方面 一方面 与此同时 随即 会上
  会后 会前 席间 文中 信中 庭上 庭审中 台上 台下 采访中 采访时 谈话中 演讲中 讲话中 发布会上 论坛上 现场 最初
  起初 一开始 也 又 至今 更 只 却 听完 说完 话音刚落 过了很久 沉默片刻 一旦
`);
/** Of these, some begin other words. */
const LINKS_UNLESS = [
  '[\\u4e00-\\u9fff]{2,8}讯[\\s，]',
  '而(?!立)',
  '其中(?!一|的)',
  '像(?!素)',
  '如(?!何|家)',
  '当(?!地|事|局|代|红)',
  '连(?!锁|云)',
  '前文(?:中)?',
  '上文(?:中)?',
  '就(?!业)',
  '还(?!原)',
  '都(?!市)',
  '曾(?![\\u4e00-\\u9fff]{1,2}(?:表|认|说|称|指|在))',
  '再(?!生)',
  '便(?!利)',
  '才(?!华)',
];
/** What may stand in front of a subject, as a pattern. */
export const LINK = anyOf(...LINKS_UNLESS, ...LINKS);
