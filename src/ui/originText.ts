import * as vscode from 'vscode';
import type { Annotation } from '../core/model/types';
import { readableTime } from './readableTime';

/**
 * Who proposed an annotation that no person thought of, who accepted it, and when; undefined where
 * a person made it. Plain text from the file: whoever shows it as Markdown escapes it.
 */
export function originText({ origin }: Pick<Annotation, 'origin'>): string | undefined {
  if (origin === undefined) return undefined;
  const { by, name, at, accepted } = origin;
  const model = by === 'model' ? vscode.l10n.t('a language model') : by;
  const who = name === undefined || name === '' ? model : `${name} (${model})`;
  const proposed = [who, at && readableTime(at)].filter(Boolean).join(', ');
  if (accepted === undefined) return proposed;
  const time = readableTime(accepted.at);
  const said =
    accepted.by === undefined || accepted.by === ''
      ? vscode.l10n.t('accepted {0}', time)
      : vscode.l10n.t('accepted by {0}, {1}', accepted.by, time);
  return `${proposed} · ${said}`;
}
