/**
 * Puts values into a localised text: `{0}` stands for the first one, and `{0|turn|turns}` for the
 * first word where it is 1, else for the second one. Languages that make no difference, such as
 * Chinese, use the number alone.
 *
 * @param text as `l10n.t` gives it when it gets no values
 */
export function counted(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(PLACE, (place, n: string, one?: string, other?: string) => {
    const value = values[Number(n)];
    if (value === undefined) return place;
    if (one === undefined || other === undefined) return String(value);
    return Number(value) === 1 ? one : other;
  });
}

const PLACE = /\{(\d)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;
