import * as l10n from '@vscode/l10n';
import type {
  AnswersModel,
  DebateModel,
  MatrixModel,
  NetworksModel,
  QuoteCard,
  SameStatementModel,
  TimelineModel,
  TurnsModel,
  TwinRow,
  TwinTable,
} from './model';
import { shortNumber } from './networks/ties';
import { isStance, stanceName } from './stances';

/** The same facts as a picture's, as a table: what can't be seen can be read, and copied. */
export function twinTable(model: DebateModel): TwinTable {
  const caption = model.title;
  switch (model.view) {
    case 'matrix':
      return { caption, ...matrixTable(model) };
    case 'timeline':
      return { caption, ...timelineTable(model) };
    case 'turns':
      return { caption, ...turnsTable(model) };
    case 'answers':
      return { caption, ...answersTable(model) };
    case 'networks':
      return { caption, ...networksTable(model) };
    case 'sameStatement':
      return { caption, ...sameStatementTable(model) };
  }
}

type Table = Omit<TwinTable, 'caption'>;

function matrixTable({ rows, columns, cells, columnsAre }: MatrixModel): Table {
  const heads = {
    topic: l10n.t('Topic'),
    article: l10n.t('Article'),
    role: l10n.t('Role'),
    month: l10n.t('Month'),
  };
  return {
    columns: [l10n.t('Speaker'), heads[columnsAre], ...countHeads()],
    rows: cells.map(({ key, row, column, count, stances, ids }): TwinRow => {
      const { favor, against, neutral, otherStance, uncoded } = stances;
      const names = [rows[row]?.label ?? '', columns[column]?.label ?? ''];
      const counts = [count, favor, against, neutral, otherStance, uncoded];
      return { key, cells: [...names, ...counts], ids };
    }),
  };
}

function countHeads(): string[] {
  return [
    l10n.t('Statements'),
    stanceName('favor'),
    stanceName('against'),
    stanceName('neutral'),
    stanceName('otherStance'),
    stanceName('uncoded'),
  ];
}

function timelineTable({ by, rows, marks, turns }: TimelineModel): Table {
  const who = by === 'speaker' ? l10n.t('Speaker') : l10n.t('Topic');
  const stanceOf = (meaning: TimelineModel['marks'][number]['meaning']) =>
    isStance(meaning) ? stanceName(meaning) : '';
  return {
    columns: [who, l10n.t('Date'), l10n.t('Date of'), l10n.t('Stance'), l10n.t('Statements')],
    rows: [
      ...marks.map(({ key, row, date, isUndated, isHollow, meaning, count, ids }): TwinRow => ({
        key,
        cells: [
          rows[row]?.label ?? '',
          isUndated ? l10n.t('No date') : date,
          isUndated ? '' : isHollow ? l10n.t('article') : l10n.t('statement'),
          stanceOf(meaning),
          count,
        ],
        ids,
      })),
      ...turns.map(({ key, row, label, from, to, ids }): TwinRow => ({
        key,
        cells: [
          rows[row]?.label ?? '',
          label,
          l10n.t('turn'),
          `${stanceOf(from.meaning)} → ${stanceOf(to.meaning)}`,
          ids.length,
        ],
        ids,
      })),
    ],
  };
}

function turnsTable({ cards }: TurnsModel): Table {
  return {
    columns: [
      ...[l10n.t('Speaker'), l10n.t('Topic')],
      ...[l10n.t('Before'), l10n.t('Date'), l10n.t('Quote'), l10n.t('Article')],
      ...[l10n.t('After'), l10n.t('Date'), l10n.t('Quote'), l10n.t('Article')],
      ...[l10n.t('Apart'), l10n.t('Set aside')],
    ],
    rows: cards.map((card): TwinRow => {
      const { key, speakerText, topicText, from, to, apart, setAside = '', ids } = card;
      const end = ({ stance = '', dateText, quote, title }: QuoteCard) => [
        ...[stance, dateText, quote, title],
      ];
      return {
        key,
        cells: [speakerText, topicText, ...end(from), ...end(to), apart, setAside],
        ids,
      };
    }),
  };
}

function answersTable(model: AnswersModel): Table {
  if (model.kind === 'argument')
    return {
      columns: [
        ...[l10n.t('Depth'), l10n.t('Link'), l10n.t('Speaker'), l10n.t('Quote')],
        ...[l10n.t('Coded as'), l10n.t('Date'), l10n.t('Article')],
      ],
      rows: model.steps.map(({ key, depth, linkText = '', card, ids }): TwinRow => {
        const { speaker = '', quote, codedText, dateText, title } = card;
        const said = [speaker, quote, codedText, dateText, title];
        return { key, cells: [depth, linkText, ...said], ids };
      }),
    };
  const { nodes, arrows } = model;
  return {
    columns: [l10n.t('From'), l10n.t('Link'), l10n.t('To'), l10n.t('Links')],
    rows: arrows.map(({ key, from, to, typeText, count, ids }): TwinRow => {
      const [one, other] = [nodes[from]?.name ?? '', nodes[to]?.name ?? ''];
      return { key, cells: [one, typeText, other, count], ids };
    }),
  };
}

function networksTable({ nodes, ties }: NetworksModel): Table {
  return {
    columns: [
      ...[l10n.t('Node'), l10n.t('Other node'), l10n.t('Weight'), l10n.t('Camp')],
      ...[stanceName('favor'), stanceName('against'), l10n.t('Degree'), l10n.t('Strength')],
    ],
    rows: [
      ...nodes.map(({ key, name, camp, favor, against, degree, strength, ids }): TwinRow => {
        const numbers = [camp + 1, favor, against, degree, Number(shortNumber(strength))];
        return { key, cells: [name, '', '', ...numbers], ids };
      }),
      ...ties.map(({ key, a, b, weight, ids }): TwinRow => {
        const [one, other] = [nodes[a]?.name ?? '', nodes[b]?.name ?? ''];
        const nothing = ['', '', '', '', ''];
        return { key, cells: [one, other, Number(shortNumber(weight)), ...nothing], ids };
      }),
    ],
  };
}

function sameStatementTable({ groups }: SameStatementModel): Table {
  return {
    columns: [
      ...[l10n.t('Statement'), l10n.t('Speaker'), l10n.t('Date')],
      ...[l10n.t('Article'), l10n.t('Quote'), l10n.t('Known by')],
    ],
    rows: groups.flatMap(({ key, occurrences, proposedText = l10n.t('links') }, n) =>
      occurrences.map(({ card, ids }): TwinRow => {
        const { speaker = '', dateText, title, quote, id } = card;
        return {
          key: `${key} ${id}`,
          cells: [n + 1, speaker, dateText, title, quote, proposedText],
          ids,
        };
      }),
    ),
  };
}
