import fc from 'fast-check';

/** What YAML readers have mistaken for something else than text, or for the end of it. */
export const TRAPS = [
  '', ' ', '~', '=', '<<', '-', '?', ':', '#', '|', '>', '%', '@', '`', '&', '*', '!', '...', '---', '-.inf', '.nan', '.5',
  'No', 'NO', 'no', 'Yes', 'on', 'OFF', 'y', 'N', 'null', 'Null', 'NULL', 'true', 'False',
  '007', '0o17', '0x1F', '0b101', '1_000', '1:30', '190:20:30', '1e3', '685.230_15e+03', '+12', '-3', '12.', '1.5', '2024', '2024-07', '2024-07-11',
  '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43', '６６', '1:30吗',
  '- a', '? a', 'a: b', 'a:', ':a', 'a #b', 'a# b', '#a', 'a\t#b', 'a:\tb', '{a', '[a', 'a]', 'a, b', 'a?b', 'a: ', '什么?好', '好?', "'a", '"a"', 'a"b', 'a\\b', '\\n',
  ' a', 'a ', '\ta', 'a\t', '\u3000甲', '甲\u3000', 'a\nb', 'a\n', '\na', 'a\r\nb', 'a\rb', 'a\n\n', '|\n a', 'a\n  b', '!tag', '&a b', '*a', '%YAML 1.1',
  '\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u009f', '\u00a0', '\u00ad', '\u200b', '\u200e', '\u2028', '\u2029', '\u202e', '\ufeff', 'a\ufeffb', '\ufdd0', '\ufffd', '\ufffe', '\uffff', '\u{1fffe}', '\u{10ffff}',
  '\ue000', '𠮷', '👩‍💻', '😮‍💨', 'e\u0301', '“开源”', '「甲」：乙', '甲：乙', '——', '…', '·', '李彦宏', '百度（中国）', '__proto__', 'constructor',
] as const;

const characters = [...Array.from('-:?#|>%@`&*!{}[],"\'\\ \t\n\r=~<_.+0179aeoxyNT甲，“”'), '\u0085', '\u2028', '\ufeff', '\u00a0', '\u3000', '\uffff', '𠮷', ': ', ' #', '- ', '\n\n', '\n  '];

/** Any text of Unicode characters, with a liking for what is special to YAML. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TRAPS),
  fc.array(fc.constantFrom(...characters), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: fc.constantFrom(...Array.from('-+.:_0123456789abefoxTZ ')), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
