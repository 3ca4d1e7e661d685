import * as vscode from 'vscode';
import type { LanguageKind, LanguagePath } from '../../core/language/languageText';

let texts: Readonly<Record<LanguageKind, ReadonlyMap<string, string>>> | undefined;

/** What a key of a sidecar or codebook is for; undefined for keys that aren't ours. */
export function keyText(kind: LanguageKind, path: LanguagePath): string | undefined {
  texts ??= { sidecar: new Map(inSidecar()), codebook: new Map(inCodebook()) };
  const place = path.join('.');
  // Every entry may have these.
  const entry = /^(?:roles|stances|links|topics|speakers|views)\.\*\.(label|description|color)$/;
  const shared = kind === 'codebook' ? entry.exec(place)?.[1] : undefined;
  return texts[kind].get(shared ?? place);
}

function inSidecar(): [string, string][] {
  const of = 'annotations.*.';
  return [
    ['version', vscode.l10n.t('The version of the format: 1.')],
    ['article', vscode.l10n.t('What goes before the article’s own front matter.')],
    ['article.title', vscode.l10n.t('The article’s title.')],
    ['article.author', vscode.l10n.t('The article’s author.')],
    ['article.published', vscode.l10n.t('The day on which the article was published: 2024-07-11.')],
    ['article.url', vscode.l10n.t('Where the article was published.')],
    ['article.encoding', vscode.l10n.t('The encoding of the article, where it is not UTF-8.')],
    ['annotations', vscode.l10n.t('The annotations, in the article’s order.')],
    [`${of}id`, vscode.l10n.t('Unique across all articles, never reused: letters and digits.')],
    [
      `${of}role`,
      vscode.l10n.t('What the passage does: claim, evidence, rebuttal, or a role of the codebook.'),
    ],
    [`${of}speaker`, vscode.l10n.t('Who asserts the passage, by canonical name.')],
    [
      `${of}stance`,
      vscode.l10n.t('Of the speaker toward the topic. Left out: not coded, which isn’t neutral.'),
    ],
    [
      `${of}topic`,
      vscode.l10n.t('What the stance is about: a topic of the codebook, or any text.'),
    ],
    [`${of}passages`, vscode.l10n.t('The words, as they stand in the article.')],
    [`${of}passages.*.exact`, vscode.l10n.t('The words, as they stand in the article.')],
    [`${of}passages.*.prefix`, vscode.l10n.t('The words before them.')],
    [`${of}passages.*.suffix`, vscode.l10n.t('The words after them.')],
    [
      `${of}passages.*.start`,
      vscode.l10n.t('Where they begin, counted in characters (code points) from 0.'),
    ],
    [
      `${of}passages.*.end`,
      vscode.l10n.t('Where they end: the number of the character behind them.'),
    ],
    [
      `${of}passages.*.original`,
      vscode.l10n.t('The words as first tagged, once a change was accepted.'),
    ],
    [
      `${of}passages.*.detached`,
      vscode.l10n.t('No place in the article is right: somebody decided so.'),
    ],
    [`${of}date`, vscode.l10n.t('When it was said: 2024, 2024-07 or 2024-07-04.')],
    [`${of}dateInferred`, vscode.l10n.t('The date was taken over from the article, not stated.')],
    [`${of}reportedBy`, vscode.l10n.t('Who passes it on, outermost first.')],
    [`${of}quoteType`, vscode.l10n.t('How the words are given: direct, indirect, or mixed.')],
    [`${of}cue`, vscode.l10n.t('The words that attribute it, such as “said”.')],
    [`${of}note`, vscode.l10n.t('A note, as Markdown.')],
    [`${of}tags`, vscode.l10n.t('Tags of your own.')],
    [`${of}links`, vscode.l10n.t('Links to other annotations, in this article or another one.')],
    [`${of}links.*.type`, vscode.l10n.t('supports, rebuts, restates, or a type of the codebook.')],
    [`${of}links.*.target`, vscode.l10n.t('The id of the annotation that it points to.')],
    [`${of}conflicts`, vscode.l10n.t('Other values of fields, from a merge, not yet decided.')],
    [`${of}adjudicated`, vscode.l10n.t('Who decided between annotations of several people.')],
    [`${of}origin`, vscode.l10n.t('Who proposed it, where that was a language model.')],
    [`${of}origin.by`, vscode.l10n.t('model: a language model proposed it.')],
    [`${of}origin.name`, vscode.l10n.t('What the model is called.')],
    [`${of}origin.at`, vscode.l10n.t('When it was proposed.')],
    [`${of}origin.accepted`, vscode.l10n.t('Who accepted the proposal, and when.')],
    [`${of}creator`, vscode.l10n.t('Who made the annotation.')],
    [`${of}created`, vscode.l10n.t('When it was made.')],
    [`${of}modified`, vscode.l10n.t('When it was changed last.')],
  ];
}

function inCodebook(): [string, string][] {
  const filter = 'views.*.filter.';
  return [
    ['version', vscode.l10n.t('The version of the format: 1.')],
    ['roles', vscode.l10n.t('What passages do; claim, evidence and rebuttal are always there.')],
    [
      'stances',
      vscode.l10n.t('Stances toward a topic; favor, against and neutral are always there.'),
    ],
    ['links', vscode.l10n.t('Types of links; supports, rebuts and restates are always there.')],
    ['topics', vscode.l10n.t('What stances are about.')],
    ['topics.*.statement', vscode.l10n.t('The proposition that a stance is about.')],
    ['speakers', vscode.l10n.t('The people and organizations that say something.')],
    [
      'speakers.*.name',
      vscode.l10n.t('The canonical name. Namesakes get a qualifier, as in 王伟（清华）.'),
    ],
    ['speakers.*.aliases', vscode.l10n.t('Other names of the same speaker.')],
    ['speakers.*.type', vscode.l10n.t('person or organization.')],
    ['speakers.*.affiliation', vscode.l10n.t('Where the speaker belongs.')],
    [
      'speakers.*.sameAs',
      vscode.l10n.t('An address that tells who is meant, such as one of Wikidata.'),
    ],
    ['views', vscode.l10n.t('Views of the sidebar that were saved.')],
    [
      'views.*.filter',
      vscode.l10n.t('What is shown: all keys must hold, of a key’s values one must.'),
    ],
    ['views.*.groupBy', vscode.l10n.t('What the groups have in common.')],
    ['views.*.sortBy', vscode.l10n.t('The order.')],
    [`${filter}text`, vscode.l10n.t('Words that the quote or note has.')],
    [`${filter}article`, vscode.l10n.t('A path, or a pattern with * and **.')],
    [
      `${filter}linked`,
      vscode.l10n.t('A type of link with > (from here) or < (to here) before it.'),
    ],
    [`${filter}since`, vscode.l10n.t('The first date that counts.')],
    [`${filter}until`, vscode.l10n.t('The last date that counts.')],
    ['findings', vscode.l10n.t('Findings that were looked at and set aside.')],
    ['findings.*.reason', vscode.l10n.t('Why it is none.')],
    ['label', vscode.l10n.t('What is shown instead of the id or name.')],
    ['description', vscode.l10n.t('What it means, for those who code.')],
    ['color', vscode.l10n.t('A colour: #rgb, #rrggbb or #rrggbbaa.')],
  ];
}
