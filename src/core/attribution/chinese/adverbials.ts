import { SURNAME } from './words/surnames';
import { ORGANISATION, PEOPLE, TITLE } from './words/titles';
import { allMatches } from '../text/matches';

/* What stands in front of a sentence's subject, and between it and the verb. */

const DATE =
  '\\d{2,4}\\s*年(?:\\s*\\d{1,2}\\s*月)?(?:\\s*\\d{1,2}\\s*[日号])?(?:初|底|末|中|前|后)?|\\d{1,2}\\s*[日号](?:晚|夜|早|凌晨|上午|下午)|\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*[日号]|初|底|末|中旬|上旬|下旬)?|\\d{1,2}\\s*[日号]|\\d{1,2}[:：点]\\d{0,2}分?|(?:本|上|下|这)?(?:周|星期|礼拜)[一二三四五六日天]';
const TIME = `(?:早在|就在|早于|截至|直到|自从|今年|去年|前年|明年|同年|次年|当年|那年|本月|上月|次月|本周|上周|同月|近日|日前|此前|近期|最近|目前|当前|昨日|昨天|昨晚|今日|今天|今早|次日|当日|当天|当晚|当时|彼时|随后|之后|此后|后来|稍早|稍后|事后|其后|过后|不久后|不久前|前不久|几天前|几天后|两天后|两天前|一年前|一年后|多年前|多年后|[一二三四五六七八九十两\\d]+(?:年|个月|天|周|小时)(?:前|后)|[一二三四五六七八九十]{1,3}月(?:初|底|末)?|上午|中午|下午|傍晚|晚间|晚上|早上|凌晨|早些时候|(?:一|二|三|四)季度|上半年|下半年|春天|夏天|秋天|冬天|${DATE}|[年月日][初底末前])`;
const LINK =
  '(?:[\\u4e00-\\u9fff]{2,8}讯[\\s，]|但是|但|而且|而(?!立)|不过|然而|此外|另外|除此之外|同时|其中(?!一|的)|因此|所以|于是|对此|为此|例如|比如|譬如|又如|再如|正如|诚如|恰如|如同|像(?!素)|如(?!何|家)|即便|即使|尽管|虽然|虽说|因为|由于|并且|并|且|以及|至于|如果|当(?!地|事|局|代|红)|首先|其次|再次|最后|最终|总之|事实上|实际上|可见|显然|据悉|据了解|据介绍|甚至|尤其|特别是|就连|连(?!锁|云)|或许|也许|可能|只有|除了|包括|那么|然后|接着|紧接着|原来|其实|不料|谁知|没想到|好像|看来|这时|这时候|突然|忽然|半晌|另一边|另一方面|一方面|与此同时|随即|前文(?:中)?|上文(?:中)?|会上|会后|会前|席间|文中|信中|庭上|庭审中|台上|台下|采访中|采访时|谈话中|演讲中|讲话中|发布会上|论坛上|现场|最初|起初|一开始|就(?!业)|也|还(?!原)|又|都(?!市)|曾(?![\\u4e00-\\u9fff]{1,2}(?:表|认|说|称|指|在))|至今|再(?!生)|更|只|却|便(?!利)|才(?!华)|听完|说完|话音刚落|过了很久|沉默片刻|一旦)';
const LEADING = new RegExp(`^(?:${TIME}|${LINK}|[\\s·、（(【\\]）)】—…-]+)`);
/** A place or an occasion in front of the subject. */
const OCCASION =
  /^(?:在|于|从|自|对于|对|就|随着|针对|关于|作为|当|面对|谈及|谈到|谈起|提及|提到|说起|聊到|被问及|被问到|问及|结合|按照|通过|据|回顾|回忆)[^，,。]{1,40}?(?:上|中|里|内|时|后|前|下|间|期间|之际|之前|之后|方面|来说|而言|时候|一事|问题|会)(?=(?!的)[\p{Script=Han}A-Z◆《])/u;

const ADVERB =
  '(?:仅|也|还|又|则|起初|最初|一开始|曾经|坚持|事后|就|都|曾|已|已经|便|却|只|才|亦|均|仍|仍然|再|再次|再度|更|更是|更加|是|首次|第一次|多次|进一步|同时|同样|随后|此前|此后|当时|公开|直接|一直|一度|一再|反复|继续|接着|特别|着重|郑重|主动|甚至|依然|依旧|立即|立刻|马上|连忙|赶紧|赶快|突然|忽然|终于|最终|最后|只好|不禁|不由得?|忍不住|故意|有点|非常|十分|更为|较为|比较|相对|没有|没|如是|这样|这么|如此|似乎|可能|一边|一面|一脸|不|不得不|不无|私下|私下里|连连|笑着|笑了笑|表情|低声|大声|高声|轻声|小声|严肃|认真|坦率|谨慎|直言|冷冷|淡淡|缓缓|慢慢|急忙|(?<!董事|委员|[协学工商社年晚法国议大])会|(?<![智性功])能|正|刚|刚刚|遂|普遍|纷纷|一致|共同|联合|率先|当即|随即|明确|详细|简单|简短|着力|重点|有所|尤其|总|总是|常|常常|经常|往往|偶尔|有时|另|另外|还是|倒|倒是|可|而|并|也在|并未|未|不会|不能|不再|从不|从来|自己|一同|异口同声|不约而同|半开玩笑|接过话头|话锋一转|打趣|摇头|点头|摆手|叹气|叹了口气|苦笑|补充|举例|对外|对内|撰文|发文|发帖|发微博|致信|写信|来信|来电|举着|此外|一向|始终|率直|干脆|坚定|坚决|坚持|强烈|隔空|霸气|无奈|委婉|含蓄|现场|在线|透过|所|里|早就|早已|早前|先|先是|后|后来|再三|口头|书面|书面答复|当庭|当场|(?:毫不客气|毫不犹豫|毫不避讳|不无遗憾|不无担忧|意味深长|半开玩笑|小心翼翼|斩钉截铁|直截了当|开门见山|一针见血|语重心长|言简意赅|义正辞严|略带[\\u4e00-\\u9fff]{2}|[\\u4e00-\\u9fff]{2}|[笑哭愤])地)';
const ADVERBS = new RegExp(`(?:${ADVERB}|(?:在|于)?${TIME})$`);
const MOVES = /[\u4e00-\u9fff](?:着|完|罢|了)[^，。的]{0,8}$/;
const PREPOSITION =
  '(?:对(?!方|手|外|冲)|向(?!阳|来|导)|在(?!线)|与|和(?!平|谐|记|社会|信息|改革|城乡|消费|卫生)|跟|同(?!学|事|志|行|仁|类|花|济)|经(?!济|纪|理|营|验|销|典|常|贸)|给(?!力)|于(?!是)|从(?!业|军)|自(?!己|动|然|由|称|述|主|媒|家)|以(?!色|太|前|后)|把|被(?!告|害|执|申|访)|将(?!军|来)|用(?!户|友|工)|为(?!首|人)|通过|透过|针对|就(?!业)|围绕|接受|援引|引用|引述|转发|转述|发布|回复|答复|致电|面对|谈及|谈到|谈起|提到|提及|说起|聊到|告诉|看着|望着|指着|当着|代表(?=[\\u4e00-\\u9fff]{2}))';
const PHRASE = new RegExp(PREPOSITION, 'g');
/** A phrase that belongs to the subject: `在出版社的朋友`. */
const ATTRIBUTE = new RegExp(
  `的[^的]{0,10}(?:◆|${PEOPLE}|${ORGANISATION}|${TITLE}|${SURNAME}[\\u4e00-\\u9fff]{1,2})$`,
);
const INDEFINITE = /(?:一|几|多|某|那|这)(?:位|名|个)$/;
const PLACE =
  /(?:上|中|里|内|时|后|前|下|间|方面|来说|而言|期间|之际)(?:的[^的]{1,8}(?:上|中|里|时|会|处))?$/;

/** How long the part in front of the subject is: times, links, occasions. */
export function lengthOfLead(clause: string): number {
  let at = 0;
  for (;;) {
    const rest = clause.slice(at);
    const cut = LEADING.exec(rest)?.[0] ?? OCCASION.exec(rest)?.[0];
    if (cut === undefined || cut.length >= clause.length + 1) return at;
    at += cut.length;
  }
}

/** No adverb or time is longer, UTF-16 units. */
const LONGEST_ADVERB = 16;

/** Where the subject ends, before adverbs and phrases in front of the verb. */
export function endOfSubject(words: string): number {
  let end = words.length;
  for (;;) {
    const rest = words.slice(0, end);
    const tail = rest.slice(-LONGEST_ADVERB);
    const cut = ADVERBS.exec(tail)?.[0].length ?? MOVES.exec(tail)?.[0].length ?? phraseAt(rest);
    const trimmed = rest.length - rest.trimEnd().length;
    if (trimmed > 0) end -= trimmed;
    else if (cut === undefined || cut === 0) return end;
    else end -= cut;
    if (end <= 0) return 0;
  }
}

/** The length of a prepositional phrase at the end. */
function phraseAt(words: string): number | undefined {
  for (const { index } of allMatches(PHRASE, words)) {
    const phrase = words.slice(index);
    if (phrase.length > 40 || phrase.length < 2) continue;
    if (ATTRIBUTE.test(phrase) && !PLACE.test(phrase)) continue;
    if (phrase.endsWith('◆') && INDEFINITE.test(words.slice(0, index))) continue;
    return phrase.length;
  }
  return undefined;
}
