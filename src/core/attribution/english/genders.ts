const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Frequent first names of men and women in English; those of both are left out. */
const MEN = set(
  'James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Henry Nathan Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger Noah Gerald Carl Terry Sean Austin Arthur Lawrence Jesse Dylan Bryan Joe Jordan Billy Bruce Albert Willie Gabriel Logan Alan Juan Wayne Roy Ralph Randy Eugene Vincent Russell Louis Philip Bobby Johnny Bradley Barack Bernie Ted Tim Tom Jim Bill Bob Mike Steve Dan Ben Jeff Greg Chris Matt Rick Ron Jeb Marco Mitt Newt Rand Rudy Harry Fred Charlie Luke Max Oliver Simon Edwin Frederick Hugh Martin Ivan Vladimir Jake Sam Josh Tony Nick Ken Rob Dave Don Ed Jon Glenn Chuck Mitch Lindsey Roberto Carlos Luis Pedro',
);
const WOMEN = set(
  'Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Dorothy Rebecca Sharon Laura Cynthia Amy Kathleen Angela Shirley Brenda Emma Anna Pamela Nicole Samantha Katherine Christine Helen Debra Rachel Carolyn Janet Maria Catherine Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Andrea Hannah Megan Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia Frances Jean Alice Judy Isabella Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana Brittany Doris Kayla Alexis Lori Marie Hillary Melania Ivanka Kellyanne Elena Sonia Hope Carly Nikki Kate Katie Kim Anne Jane Louisa Henrietta Brett Frances Georgette Claire Debbie Susana Huma Chelsea Kristen Jill Sally Lucy Ellen Megyn Loretta Wendy Tammy Anita Monica Paula Juanita Kathy Gretchen Rosie Heidi Columba',
);

/** Whether somebody is a man or a woman, by a title or the first name; undefined if none tells. */
export function genderOf(name: string, before = ''): 'm' | 'f' | undefined {
  const words = `${before} ${name}`;
  if (/(?:^|\s)(?:Mr|Sir|Lord|Admiral|Captain|Colonel|Monsieur|King|Uncle)\b/.test(words))
    return 'm';
  if (/(?:^|\s)(?:Mrs|Ms|Miss|Lady|Madame|Mademoiselle|Queen|Aunt)\b/.test(words)) return 'f';
  const first = name.split(' ')[0] ?? '';
  return MEN.has(first) ? 'm' : WOMEN.has(first) ? 'f' : undefined;
}
