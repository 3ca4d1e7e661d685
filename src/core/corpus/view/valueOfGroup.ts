import type { Annotation } from '../../model/types';
import type { ViewGrouping } from './viewSettings';

/** Fields with their new values; null removes one. */
type Changes = Readonly<Record<string, unknown>>;

/**
 * What changes in an annotation that is put into a group; nothing where it belongs there already,
 * or where the group is made by what can't be given.
 *
 * @param value null: the group of those without a value
 */
export function valueOfGroup(
  annotation: Annotation,
  groupBy: ViewGrouping,
  value: string | null,
): Changes {
  switch (groupBy) {
    case 'speaker':
    case 'stance':
    case 'topic':
      return { [groupBy]: value };
    case 'role':
      return value === null ? {} : { role: value };
    case 'tag': {
      const { tags = [] } = annotation;
      if (value === null) return { tags: null };
      return tags.includes(value) ? {} : { tags: [...tags, value] };
    }
    case 'year':
    case 'date':
    case 'day':
      // A day is not made a month of.
      if (value !== null && annotation.date?.startsWith(value) === true) return {};
      return { date: value, dateInferred: null };
    default:
      return {};
  }
}
