import { CONTEXT_KEYS } from '../../contributions';
import { BACK } from '../../ui/asking/ask';
import { setContext } from '../../ui/context';
import type { Memory, Step } from '../../ui/tagging/question';
import { askRole } from './askRole';
import { askSpeaker } from './askSpeaker';
import { askStance } from './askStance';

/** The three fields that are asked for: undefined is still to be asked, null is left open. */
export interface CoreFields {
  readonly role?: string | undefined;
  readonly speaker?: string | null | undefined;
  readonly stance?: string | null | undefined;
}

/** What was answered; `more`: what was taken over with the speaker. */
export interface AnsweredFields {
  readonly role: string;
  readonly speaker: string | null;
  readonly stance: string | null;
  readonly more: Readonly<Record<string, unknown>>;
}

/**
 * Asks for role, speaker and stance, in this order and only for what is missing. A speaker's row
 * that shows the stance remembered from before takes both on Enter; Tab takes the speaker and goes
 * on to the stance.
 *
 * @param quote the words that are annotated, for the title
 * @returns the fields; undefined if it was closed with Esc
 */
export async function askFields(
  given: CoreFields,
  quote: string,
  memory: Memory,
): Promise<AnsweredFields | undefined> {
  const questions = (['role', 'speaker', 'stance'] as const).filter(
    (field) => given[field] === undefined,
  );
  let fields: CoreFields & { readonly more?: AnsweredFields['more'] } = given;
  for (let i = 0; ;) {
    const field = questions[i];
    const isAnswered = field === 'stance' && fields.stance !== undefined;
    // The stance may have come with the speaker's row.
    if (isAnswered) swallowEnter();
    if (field === undefined || isAnswered) break;
    const step: Step = { title: quote, step: [i + 1, questions.length], canGoBack: i > 0 };
    const ask = {
      role: () => askRole(step, memory),
      speaker: () => askSpeaker(step, memory, given.stance === undefined),
      stance: () => askStance(step, memory, fields.speaker ?? null),
    };
    const answer = await ask[field]();
    if (answer === undefined) return undefined;
    if (answer === BACK) {
      i--;
      fields = {
        ...fields,
        ...Object.fromEntries(questions.slice(i).map((one) => [one, undefined])),
      };
      continue;
    }
    fields = { ...fields, ...answer };
    i++;
  }
  const { role = '', speaker = null, stance = null, more = {} } = fields;
  return { role, speaker, stance, more };
}

/** How soon the next Enter follows for those who expect one question more, in milliseconds. */
const SOON = 700;

/** Has an Enter go nowhere that is pressed for the stance, though it came with the speaker. */
function swallowEnter(): void {
  setContext(CONTEXT_KEYS.justAnswered, true);
  setTimeout(() => setContext(CONTEXT_KEYS.justAnswered, false), SOON);
}
