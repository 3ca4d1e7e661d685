import { LANGUAGE } from '../../src/contributions';

/** Sidecars and codebooks: YAML, but not articles. */
export const languages = [
  {
    id: LANGUAGE,
    aliases: ['%language%', LANGUAGE],
    filenames: ['claims.codebook.yaml'],
    filenamePatterns: ['*.claims.yaml'],
    configuration: './syntaxes/claims-yaml.language-configuration.json',
  },
];

export const grammars = [
  {
    language: LANGUAGE,
    scopeName: 'source.yaml.claims',
    path: './syntaxes/claims-yaml.tmLanguage.json',
  },
];

export const configurationDefaults = {
  // Nothing may change the words that a sidecar quotes.
  [`[${LANGUAGE}]`]: {
    'files.encoding': 'utf8',
    'files.autoGuessEncoding': false,
    'files.trimTrailingWhitespace': false,
    'editor.formatOnSave': false,
    'editor.wordWrap': 'on',
  },
  '[plaintext]': { 'editor.wordWrap': 'on' },
};
