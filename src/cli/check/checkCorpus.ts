import { basename } from 'node:path';
import { SpeakerNames } from '../../core/codebook/codebook';
import { vocabularyOf } from '../../core/codebook/vocabulary';
import type { CheckContext } from '../../core/check/annotationFindings';
import { checkSidecar, type SidecarToCheck } from '../../core/check/checkSidecar';
import type { Finding } from '../../core/check/finding';
import { nameKey } from '../../core/text/names';
import type { OpenedCorpus } from '../corpus/openCorpus';
import { Locations } from '../location';

/** A finding in its file. */
export interface LocatedFinding {
  /** Its path, absolute. */
  readonly file: string;
  readonly line: number;
  /** In code points. */
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
}

/** Checks the codebooks and sidecars of what was opened, file by file. */
export async function* checkCorpus(
  opened: OpenedCorpus,
): AsyncGenerator<readonly LocatedFinding[], void> {
  for (const { file, text, problems } of opened.codebooks) yield located(file, text, problems);
  for (const article of opened.selected) {
    const { path, file, problems } = await opened.sidecarOf(article);
    if (file === undefined) {
      yield located(path, '', problems);
      continue;
    }
    const checked = {
      file,
      articleName: basename(article),
      article: await lookInto(opened, article),
    };
    yield located(path, file.text, checkSidecar(checked, contextOf(opened, article)));
  }
}

async function lookInto(
  { place }: OpenedCorpus,
  article: string,
): Promise<SidecarToCheck['article']> {
  const { article: text, unreadable, placed } = await place(article);
  if (unreadable !== undefined) return { unreadable };
  return text === undefined ? 'missing' : placed;
}

function contextOf({ corpus, codebook, pathOf }: OpenedCorpus, article: string): CheckContext {
  const names = new SpeakerNames(codebook?.speakers ?? []);
  const known = new Set((codebook?.speakers ?? []).map(({ name }) => nameKey(name)));
  return {
    vocabulary: vocabularyOf(codebook),
    isKnownSpeaker: (speaker) => known.has(nameKey(names.of(speaker))),
    hasId: (id) => corpus.hasId(id),
    copiesOf: (id) => {
      const others = corpus.withId(id).filter((item) => item.article !== article);
      return [...new Set(others.map((item) => pathOf(item.article)))];
    },
  };
}

function located(file: string, text: string, findings: readonly Finding[]): LocatedFinding[] {
  if (findings.length === 0) return [];
  const locations = new Locations(text);
  return findings.map(({ code, severity, message, range }) => ({
    file,
    ...locations.at(range.start),
    severity: severity === 'information' ? 'info' : severity,
    code,
    message,
  }));
}
