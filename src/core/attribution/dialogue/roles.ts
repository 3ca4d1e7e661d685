import type { Utf16Range } from '../../text/range';

/**
 * What somebody does where he is named outside of quotations. `heard`: his words are spoken of
 * (`金俊武的话`); `hears`: by whom they are.
 */
export type Role = 'speaks' | 'subject' | 'object' | 'heard' | 'hears' | 'other';

/** A pronoun that speaks, and where. */
export interface Pronoun extends Utf16Range {
  readonly word: string;
}

/** What is told of a line. */
export interface LineRoles {
  /** The roles of those who are named, in their order. */
  readonly roles: readonly Role[];
  readonly pronouns: readonly Pronoun[];
}

/** What tells the roles of those who are named in a language. */
export interface RoleReader {
  /**
   * @param line the line with its quotations masked
   * @param names where somebody is named in it
   */
  rolesIn(line: string, names: readonly Utf16Range[]): LineRoles;
  genderOf(name: string): 'm' | 'f' | undefined;
  /** Whether a line announces the quotation in the next one. */
  opens(line: string): boolean;
}
