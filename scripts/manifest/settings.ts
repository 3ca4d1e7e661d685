import { SETTINGS } from '../../src/contributions';

type SettingName = Exclude<keyof typeof SETTINGS, 'section'>;

interface SettingRow {
  readonly default: string | boolean;
  readonly scope: 'machine-overridable' | 'resource' | 'window';
}

/** In the order in which VS Code's settings show them. */
const TABLE: Readonly<Record<SettingName, SettingRow>> = {
  creator: { default: '', scope: 'machine-overridable' },
  topic: { default: '', scope: 'resource' },
  highlights: { default: true, scope: 'window' },
  linkWhenTagged: { default: false, scope: 'window' },
  tagWithoutAsking: { default: false, scope: 'window' },
  suggestedPassages: { default: false, scope: 'window' },
  lineHints: { default: false, scope: 'window' },
  codeLens: { default: false, scope: 'window' },
};

const rows = Object.entries(TABLE) as [SettingName, SettingRow][];

export const configuration = {
  title: '%displayName%',
  properties: Object.fromEntries(
    rows.map(([name, { default: value, scope }], index) => [
      `${SETTINGS.section}.${SETTINGS[name]}`,
      {
        type: typeof value,
        default: value,
        scope,
        markdownDescription: `%setting.${name}%`,
        order: index + 1,
      },
    ]),
  ),
};
