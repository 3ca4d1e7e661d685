/** Verbs that attribute, in their base form. */
const BASES =
  'say tell ask add argue claim note insist warn explain continue tweet announce state believe think call predict suggest respond reply cry answer exclaim observe return remark begin murmur whisper shout repeat mutter inquire demand retort declare interrupt write report describe acknowledge admit agree allege apologize assert assure bemoan blame blast brag caution charge cite clarify comment complain concede conclude condemn confess confirm contend convey counter criticize decry defend deny denounce detail disclose dismiss dispute document echo emphasize encourage estimate exhort express fear feel fret gripe grumble highlight hint hope imply indicate inform joke lament lash learn maintain mean mention mock muse object offer opine plead pledge point praise press proclaim promise propose protest quip quote reason reassure recall recommend recount refuse reflect reiterate relate remember remind reveal rip rule scoff see show signal slam speculate speak specify stress sum support swear talk testify threaten tout underscore urge voice volunteer vow wonder worry accuse advise advocate affirm anticipate appeal assess attack attribute find figure forecast guess know consider concern decide determine doubt expect favor foresee hear hold imagine judge know like oppose prefer project question rate realize reject seem sense tweet want warn weigh welcome wish yell scream sob sigh laugh smile gasp groan growl snap hiss chuckle giggle grin ejaculate rejoin resume pursue persist falter stammer beg entreat implore mumble drawl boast taunt tease bellow roar croak chime blurt gush sneer snort whine wail bawl bark breathe call command correct interpose interject intone lie post publish read release retweet rail riff sing slur toast'.split(
    ' ',
  );
const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  think: 'thought',
  begin: 'began',
  write: 'wrote written',
  feel: 'felt',
  find: 'found',
  know: 'knew known',
  hear: 'heard',
  hold: 'held',
  lie: 'lied lying',
  mean: 'meant',
  read: 'read',
  see: 'saw seen',
  show: 'showed shown',
  speak: 'spoke spoken',
  swear: 'swore sworn',
  foresee: 'foresaw',
  learn: 'learned learnt',
  sing: 'sang',
  forecast: 'forecast',
  beg: 'begged',
};

/** Every form of the attributing verbs, with its base. */
export const CUE_VERBS: ReadonlyMap<string, string> = new Map(
  BASES.flatMap((base) => formsOf(base).map((form): [string, string] => [form, base])),
);

/** The verbs that say that words were said, and hardly anything else. */
export const PLAIN_CUES: ReadonlySet<string> = new Set(
  'say tell ask add argue claim insist warn explain tweet announce state reply cry exclaim remark murmur whisper shout mutter inquire retort declare interrupt write contend assert lament acknowledge quip note respond'.split(
    ' ',
  ),
);

/** Nouns that stand for what was said. */
export const CUE_NOUNS: ReadonlySet<string> = new Set(
  'statement claim claims allegation allegations argument view belief opinion suggestion comment comments remark remarks assertion warning advice promise pledge vow concern concerns fear fears hope hopes accusation accusations criticism tweet tweets message announcement proposal prediction assessment conclusion finding findings position stance contention question questions answer response call calls complaint complaints decision plan idea sense point admission explanation estimate estimates demand request speech testimony interview letter email memo post report theory notion thought doubt doubts refusal acknowledgment insistence feeling statements description words line reaction rhetoric'.split(
    ' ',
  ),
);

function formsOf(base: string): string[] {
  const irregular = IRREGULAR[base]?.split(' ') ?? [];
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const third = /(?:s|sh|ch|x|z)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  const doubled = /^(?:beg|quip|brag|rip|slam|snap|hint|sob|slur|blur|grin|fret|plan)$/.test(base)
    ? [`${base}${base.slice(-1)}ed`, `${base}${base.slice(-1)}ing`]
    : [];
  return [base, third, past, `${stem}ing`, ...irregular, ...doubled];
}
