import * as l10n from '@vscode/l10n';
import { shownText } from '../../text/shownText';
import type { Dossier, DossierEntry, QuotePlaces } from './dossier';

const STYLE = [
  'body{font:15px/1.5 system-ui,sans-serif;max-width:50em;margin:2em auto;padding:0 1em}',
  'blockquote{margin:.2em 0;padding-left:.8em;border-left:3px solid #888;white-space:pre-wrap}',
  'ul{padding-left:1.2em}',
  'li{margin:.8em 0;overflow-wrap:anywhere}',
  '.source{font-size:13px;opacity:.75}',
  '@media (prefers-color-scheme:dark){body{background:#1e1e1e;color:#ddd}a{color:#6cb6ff}}',
].join('');

/**
 * A dossier as a page of its own, without scripts; whatever comes from files is text in it, never
 * markup.
 */
export function printHtml({ title, subtitle, sections }: Dossier, places: QuotePlaces): string {
  return [
    '<!doctype html>',
    '<html>',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(subtitle)}</p>`,
    ...sections.flatMap(({ heading, entries }) => [
      `<h2>${escapeHtml(heading)}</h2>`,
      printList(entries, places),
    ]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Even if something got through, nothing could run. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

function printList(entries: readonly DossierEntry[], places: QuotePlaces): string {
  if (entries.length === 0) return '';
  return `<ul>\n${entries.map((entry) => printEntry(entry, places)).join('\n')}\n</ul>`;
}

function printEntry({ card, linkText, answers }: DossierEntry, places: QuotePlaces): string {
  const { quote, dateText, codedText, speaker, title } = card;
  const who = linkText === undefined ? [] : [linkText, speaker];
  const head = [...who, codedText].filter((one) => one !== undefined).join(' · ');
  const place = places.get(card.id);
  const source = [
    escapeHtml(title),
    escapeHtml(dateText),
    ...(place === undefined ? [] : [linkOf(place.text, place.href)]),
    ...(place?.url === undefined ? [] : [linkOf(l10n.t('original'), place.url)]),
  ].join(' · ');
  return [
    `<li id="${escapeHtml(card.id)}"><strong>${escapeHtml(head)}</strong>`,
    `<blockquote>${escapeHtml(quote)}</blockquote>`,
    `<div class="source">${source}</div>`,
    printList(answers, places),
    '</li>',
  ].join('\n');
}

function linkOf(text: string, href: string | undefined): string {
  if (href === undefined) return escapeHtml(text);
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return shownText(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
