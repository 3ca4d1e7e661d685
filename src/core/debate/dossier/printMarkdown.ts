import * as l10n from '@vscode/l10n';
import { escapeMarkdown } from '../../text/escapeMarkdown';
import type { Dossier, DossierEntry, QuotePlaces } from './dossier';

/** A dossier as Markdown; whatever comes from files is text in it, never markup. */
export function printMarkdown({ title, subtitle, sections }: Dossier, places: QuotePlaces): string {
  const parts = sections.flatMap(({ heading, entries }) => [
    `## ${escapeMarkdown(heading)}`,
    ...entries.flatMap((entry) => printEntry(entry, places, '')),
  ]);
  return `${[`# ${escapeMarkdown(title)}`, escapeMarkdown(subtitle), ...parts].join('\n\n')}\n`;
}

/** @param indent of the list that it stands in; empty at the top */
function printEntry(
  { card, linkText, answers }: DossierEntry,
  places: QuotePlaces,
  indent: string,
): string[] {
  const { quote, dateText, codedText, speaker, title } = card;
  const who = [linkText, speaker, codedText].filter((one) => one !== undefined).join(' · ');
  const head = linkText === undefined ? escapeMarkdown(codedText) : escapeMarkdown(who);
  const place = places.get(card.id);
  const where = place && linkOf(place.text, place.href);
  const address = place?.url === undefined ? undefined : linkOf(l10n.t('original'), place.url);
  const source = [escapeMarkdown(title), escapeMarkdown(dateText), where, address]
    .filter((one) => one !== undefined)
    .join(' · ');
  const lines = [
    `- **${head}**`,
    '',
    ...escapeMarkdown(quote)
      .split('\n')
      .map((line) => `  > ${line}`),
    '',
    `  ${source}`,
  ].map((line) => (line === '' ? '' : indent + line));
  return [
    lines.join('\n'),
    ...answers.flatMap((answer) => printEntry(answer, places, `${indent}  `)),
  ];
}

function linkOf(text: string, href: string | undefined): string {
  return href === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](<${href}>)`;
}
