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

/**
 * For reading: words that are selected, or occur again, don't look like highlights, and Chinese is
 * gone through word by word.
 */
const READING = {
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.wordSegmenterLocales': ['zh', 'ja'],
};

export const configurationDefaults = {
  // Nothing may change the words that a sidecar quotes.
  [`[${LANGUAGE}]`]: {
    'files.encoding': 'utf8',
    'files.autoGuessEncoding': false,
    'files.trimTrailingWhitespace': false,
    'editor.formatOnSave': false,
    'editor.wordWrap': 'on',
    // A plain text counts as a string, in which VS Code offers nothing by itself.
    'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'on' },
    'editor.wordBasedSuggestions': 'off',
    'editor.insertSpaces': true,
    'editor.tabSize': 2,
    // Quotes are as the article has them: a box around each full-width comma says nothing.
    'editor.unicodeHighlight.ambiguousCharacters': false,
    'editor.unicodeHighlight.nonBasicASCII': false,
  },
  '[markdown]': READING,
  '[plaintext]': { 'editor.wordWrap': 'on', ...READING },
};
