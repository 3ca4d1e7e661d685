import type { Cast } from '../people/cast';

const HAN = '[\\u4e00-\\u9fff]';
const SAYS =
  '(?:说|问|道|喊|叫|答|笑|骂|嚷|劝|哭|叹|想|开口|插嘴|插话|回答|解释|告诉|吼|嘟囔|低语|招呼|吩咐|央求|安慰|感叹)';
const MANNER =
  '(?:又|也|就|却|便|还|忙|赶忙|赶紧|连忙|急忙|马上|立刻|突然|终于|只好|一边|这才|才|不由|忍不住|惊讶地|高兴地|生气地|轻轻地|慢慢|低声|大声|小声|高声|笑着|哭着|红着脸|叹了口气|对[^，。]{1,6}|向[^，。]{1,6}|给[^，。]{1,6}|朝[^，。]{1,6}|[^，。的]{1,4}地)';
/** Who speaks at the beginning of a clause. */
const SPEAKS = new RegExp(
  `(?<=^|[，。！？：；”…—\\s])(?:但|可|于是|这时|这时候|只听)?(${HAN}{2,4}?)${MANNER}{0,3}${SAYS}`,
  'gm',
);
/** Who does something at the beginning of a clause. */
const ACTS = new RegExp(
  `(?<=^|[，。！？：；”…\\s])(${HAN}{2,4}?)(?=[的把被对向和跟给在又也就却便还都才没不是有从站坐走看拿]|一[边下把])`,
  'gm',
);
/** Who is spoken to: `“玉亭，…`. */
const CALLED = new RegExp(`(?<=[“「"])(${HAN}{2,4})[，！!…]`, 'g');
const NO_NAME =
  /[的了着过是在把被说问道不没这那什么怎很都也又就还却便才和与跟对向给从到我你他她它们，一二三两几自己]|^(?:于是|但是|可是|因为|所以|如果|虽然|然后|后来|现在|今天|明天|昨天|晚上|早上|突然|忽然|大家|众人|人们|有人|只好|连忙|赶紧|急忙|马上|立刻|终于|当然|其实|好像|似乎|或许|也许|可能|应该|必须|心里|心中|眼睛|嘴里|脸上|手里|身上|屋里|外面|里面|时候|以后|以前|之后|之前|同时|接着|随后|半天|半晌|赶忙|慢慢|悄悄|轻轻|低声|大声|小声|高声|声音|事情|东西|地方|谁知|难道|只见|只听|为啥|咋能|唉呀|哎呀|啊呀|快点|好吧|对了|行了|算了|老实|实在|真的)/;
const LEAST = 2;

/** Takes the people of a Chinese story into the cast: those who speak, act, or are spoken to. */
export function addChinesePeople(text: string, outside: string, cast: Cast): void {
  const weights = new Map<string, number>();
  const count = (found: Iterable<RegExpMatchArray>, weight: number) => {
    for (const [, name = ''] of found)
      if (!NO_NAME.test(name)) weights.set(name, (weights.get(name) ?? 0) + weight);
  };
  count(outside.matchAll(SPEAKS), 2);
  count(outside.matchAll(ACTS), 0.7);
  count(text.matchAll(CALLED), 1);
  const names = [...weights].filter(([, weight]) => weight >= LEAST).map(([name]) => name);
  for (const name of names.sort((a, b) => b.length - a.length)) {
    const whole = names.filter((other) => other.length > name.length && other.endsWith(name));
    const [only] = whole;
    const figure = whole.length === 1 && only !== undefined ? cast.named(only) : undefined;
    if (figure === undefined) cast.add(name);
    else cast.alias(name, figure);
  }
}
