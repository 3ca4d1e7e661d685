import { strict as assert } from 'node:assert';
import { eventually } from './eventually';
import { useWindow } from './session';

const THEMES = {
  'Dark Modern': 'vs-dark',
  'Light Modern': 'vs',
  'Dark High Contrast': 'hc-black',
  'Light High Contrast': 'hc-light',
} as const;
/** Passages of the fixture article, one for each role. */
const PASSAGES = {
  claim: 'Closed models are simply stronger',
  evidence: 'open models lower the cost of entry',
  rebuttal: 'We tried both, and the open one won',
} as const;
const LINES = { claim: 'solid', evidence: 'double', rebuttal: 'dashed' } as const;

/** Contrast of two colours (WCAG 2, relative luminance), 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? [])
      .slice(0, 3)
      .map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('the looks of highlights', () => {
  const session = useWindow();

  before(async () => {
    const entries = Object.entries(PASSAGES).map(
      ([role, exact], i) =>
        `  - id: a${i}\n    role: ${role}\n    speaker: Somebody\n    stance: ${['favor', 'against', 'neutral'][i] ?? ''}\n    passages:\n      - exact: ${JSON.stringify(exact)}\n`,
    );
    session.files.write(
      'open-or-closed.md.claims.yaml',
      `version: 1\nannotations:\n${entries.join('')}`,
    );
    await session.window.openFile('open-or-closed.md');
    await session.window.showContainer('Claim Annotator');
  });

  for (const [theme, kind] of Object.entries(THEMES)) {
    it(`tell the roles apart in ${theme}, by the line’s style and with enough contrast`, async () => {
      const { window } = session;
      await window.command('Preferences: Color Theme');
      await window.quickInput.type(theme);
      await window.quickInput.choose(theme);
      await window.quickInput.closed();
      await eventually(`the theme ${kind}`, async () => (await window.themeKind()) === kind);
      const background = await eventually('the background', () =>
        window.page.evaluate(
          "getComputedStyle(document.querySelector('.monaco-editor .view-lines').closest('.monaco-editor')).backgroundColor",
        ),
      );
      for (const [role, words] of Object.entries(PASSAGES)) {
        const line = LINES[role as keyof typeof LINES];
        const look = await window.editor.appearance(words, ({ boxes }) =>
          boxes.some(({ style }) => style['border-bottom-style'] === line),
        );
        const color =
          look.boxes.find(({ style }) => style['border-bottom-style'] === line)?.style[
            'border-bottom-color'
          ] ?? '';
        assert.ok(
          contrast(color, String(background)) >= 3,
          `${role}: ${color} on ${String(background)}`,
        );
      }
      if (process.env['UI_PICTURES'])
        await window.screenshot(`${process.env['UI_PICTURES']}/${kind}.png`);
    });
  }
});
