import { COLORS, LOOKS, STANCES, type Look, type StanceMark } from '../../src/contributions';

/** The kinds of themes, and each colour in them. */
const THEMES = ['dark', 'light', 'highContrast', 'highContrastLight'] as const;
type OfThemes = readonly [string, string, string, string];

const BLUE: OfThemes = ['#3794ff', '#0067c0', '#6cb6ff', '#0049a8'];
const GREEN: OfThemes = ['#4ec98a', '#1a7f37', '#66e3a4', '#0d5c26'];
const ORANGE: OfThemes = ['#f59240', '#bc4c00', '#ffb172', '#8a3600'];
const RED: OfThemes = ['#ff7b72', '#c01c28', '#ff9d96', '#9b0f19'];
const VIOLET: OfThemes = ['#b48ef0', '#6639ba', '#d2b5ff', '#4b2891'];
const YELLOW: OfThemes = ['#e2c044', '#8a6d00', '#ffe14d', '#5c4a00'];
const GREY: OfThemes = ['#b0b8c0', '#57606a', '#ffffff', '#24292f'];
const NONE = '#00000000';
/** VS Code's colour of a selection in an editor without the focus. */
const SELECTED = 'editor.inactiveSelectionBackground';

/** The colour of a passage's line, and how strong its background is in dark and light themes. */
const PASSAGES: Readonly<Record<Look, readonly [OfThemes, string, string]>> = {
  claim: [BLUE, '33', '2b'],
  evidence: [GREEN, '2e', '26'],
  rebuttal: [ORANGE, '33', '26'],
  otherRole: [VIOLET, '33', '22'],
};

const MARKS: Readonly<Record<StanceMark, OfThemes>> = {
  favor: GREEN,
  against: RED,
  neutral: GREY,
  otherStance: VIOLET,
};

function color(id: string, values: OfThemes) {
  const name = id.slice(id.indexOf('.') + 1);
  return {
    id,
    description: `%color.${name}%`,
    defaults: Object.fromEntries(THEMES.map((theme, index) => [theme, values[index]])),
  };
}

export const colors = [
  ...LOOKS.flatMap((look) => {
    const [line, inDark, inLight] = PASSAGES[look];
    // In high contrast, the line alone shows the passage: words stay on the theme's own ground.
    const background: OfThemes = [line[0] + inDark, line[1] + inLight, NONE, NONE];
    return [color(COLORS.background(look), background), color(COLORS.border(look), line)];
  }),
  color(COLORS.changed, YELLOW),
  color(COLORS.cue, YELLOW),
  color(COLORS.cueBackground, [YELLOW[0] + '40', YELLOW[1] + '33', NONE, NONE]),
  // As selected words look, but that high contrast would write these in another colour.
  color(COLORS.atHand, [NONE, NONE, GREY[2], GREY[3]]),
  color(COLORS.atHandBackground, [SELECTED, SELECTED, NONE, NONE]),
  color(COLORS.suggested, ['#b0b8c0b0', '#57606ab0', GREY[2], GREY[3]]),
  ...STANCES.map((stance) => color(COLORS.stance(stance), MARKS[stance])),
];
