/** Why a model gave no answer, as far as it can be told. */
export type Failure =
  'permission' | 'quota' | 'blocked' | 'gone' | 'offTopic' | 'network' | 'other';

/** So far is looked for what lies behind an error. */
const DEEPEST = 5;

/** What the words of errors tell, the surest first. */
const SIGNS: readonly (readonly [Failure, RegExp])[] = [
  ['offTopic', /off[_ -]?topic/iu],
  ['quota', /\bquota|rate[_ -]?limit|too many requests|\b429\b|exceeded/iu],
  [
    'network',
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EPIPE|ENETUNREACH|net::ERR|fetch failed|network|offline|socket hang up/iu,
  ],
  ['gone', /not registered|is unknown|not found/iu],
];

/** The codes of VS Code's errors of language models. */
const CODES: Readonly<Record<string, Failure>> = {
  NoPermissions: 'permission',
  NotFound: 'gone',
  Blocked: 'blocked',
};

/**
 * What kind of failure an error is, by its code and by the words of what lies behind it.
 *
 * @returns the kind, and what the error says itself
 */
export function failureOf(error: unknown): { readonly kind: Failure; readonly message: string } {
  const messages: string[] = [];
  let kind: Failure | undefined;
  let present = error;
  for (let depth = 0; depth < DEEPEST && present instanceof Object; depth++) {
    const { code, message, cause } = present as Record<'code' | 'message' | 'cause', unknown>;
    if (typeof code === 'string') {
      kind ??= Object.hasOwn(CODES, code) ? CODES[code] : undefined;
      messages.push(code);
    }
    if (typeof message === 'string') messages.push(message);
    present = cause;
  }
  const said = messages.join(' ');
  const bySigns = SIGNS.find(([, sign]) => sign.test(said))?.[0];
  // “Blocked” is what VS Code calls a quota that is used up, too.
  const isUnsure = kind === undefined || kind === 'blocked';
  const message = error instanceof Error ? error.message : String(error);
  return { kind: (isUnsure ? (bySigns ?? kind) : kind) ?? 'other', message };
}
