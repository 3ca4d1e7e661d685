/** Where a word may begin: behind a space, or a sign that opens something. */
const WORD_START = String.raw`(?:^|[\s(“"'‘[„»])`;

/** Titles and the like: a name follows, never a new sentence. */
const BEFORE_NAME = abbreviationAtEnd(
  'Dr Mr Mrs Ms Prof Gen Sen Rep Gov Hon Rev Capt Col Lt Sgt Mt Messrs',
  'Fig Figs Vol p pp cf vs e.g i.e approx ca Art Sec Ch Eq Ed Eds',
  'z.B d.h u.a bzw evtl ggf inkl vgl sog Hr Fr Nr Abs Mio Mrd',
);
/** Words that are an abbreviation only before a number. */
const BEFORE_NUMBER = abbreviationAtEnd('No Nos Str S');
/** Abbreviations that may end a sentence: they do when a word follows that usually starts one. */
const MAY_END = abbreviationAtEnd(
  'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z',
  'St al U.S U.K E.U U.N D.C U.S.A Inc Ltd Co Corp Bros Jr Sr etc a.m p.m Ph.D M.D B.A M.A',
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun',
  'Ave Blvd Rd Dept est min max',
);

/** Words that usually start a sentence: “A” and “I” only as words of their own, not as initials. */
const STARTERS = [
  'The An In On At It Its He She They We You But And Or So Yet This That These Those There Here',
  'However Still For From When While If As By Our Their His Her Now Then What Who Why How Some',
  'Many Most No Not One After Before Since Although Because Critics Officials',
];
const STARTER = new RegExp(
  String.raw`^[\s“"'‘(*_[]*(?:${alternatives(STARTERS)}|A(?=\s)|I(?=[\s'’]))\b`,
);

/** German abbreviations of two letters, with a space between: `z. B.`, `d. h.`, `u. a.` */
const FIRST_LETTER = /(?:^|[\s(])(?:z|d|u|o|s|i|v|m)\.\s*$/;
const SECOND_LETTER = /^\s*(?:B|h|a|U|Ä|ä|o|E|d|R|A|W|Chr|T)\./;

/** German ordinal numbers: `am 3. Oktober`, `im 19. Jahrhundert`. */
const ORDINAL = /(?:^|[\s(])\d{1,3}\.\s*$/;
const ORDINAL_BEHIND =
  /(?:^|[\s(])(?:[Aa]m|[Ii]m|[Vv]om|[Zz]um|[Zz]ur|[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Dd]em|[Dd]es|[Bb]is|[Aa]b|[Ss]eit|[Ee]in(?:e[mnrs]?)?|[Dd]iese[mnrs]?|[Jj]ede[mnrs]?|[Ii]hr(?:e[mnrs]?)?|[Ss]ein(?:e[mnrs]?)?)\s+\d{1,3}\.\s*$/;
const MONTH =
  /^\s*(?:Jan(?:uar)?|Jänner|Feb(?:ruar)?|März|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)\b/;
const NEXT_NUMBER = /^\s*\d{1,2}\.\s*(?:\d{4}|\d{2}\b)/;

/** Whether the full stop at the end of `before` belongs to a word, and no sentence ends there. */
export function endsWithAbbreviation(before: string, after: string): boolean {
  return (
    BEFORE_NAME.test(before) ||
    (BEFORE_NUMBER.test(before) && /^\s*\d/.test(after)) ||
    (MAY_END.test(before) && !STARTER.test(after)) ||
    (FIRST_LETTER.test(before) && SECOND_LETTER.test(after)) ||
    (ORDINAL.test(before) && (MONTH.test(after) || NEXT_NUMBER.test(after))) ||
    (ORDINAL_BEHIND.test(before) && /^\s*\p{Lu}/u.test(after) && !STARTER.test(after))
  );
}

/** Finds one of the abbreviations, with its full stop, at the end of a text. */
function abbreviationAtEnd(...words: readonly string[]): RegExp {
  return new RegExp(String.raw`${WORD_START}(?:${alternatives(words)})\.\s*$`);
}

/** Words, separated by spaces, as the alternatives of a regular expression. */
function alternatives(words: readonly string[]): string {
  return words
    .join(' ')
    .replaceAll('.', String.raw`\.`)
    .replaceAll(' ', '|');
}
