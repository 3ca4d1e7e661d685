import * as vscode from 'vscode';
import { namedAt, namedInBlock, type NamedSpot } from '../../core/language/namings';
import { isInBlock } from '../../core/language/cutText';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import { sidecarOf, uriOfKey } from '../../workspace/platform/uris';
import type { Services } from '../services';
import type { LanguageFiles } from './languageFiles';
import type { LanguageValues } from './values';

type Needs = Pick<Services, 'codebooks' | 'index'>;

/** More than anybody goes through. */
const MOST = 5_000;
/** How many articles are looked at before others may have their turn. */
const STEP = 20;

/**
 * Finds who links to an annotation, and where a speaker, topic, tag, role or stance is named, in
 * all sidecars and codebooks.
 */
export class LanguageReferences implements vscode.ReferenceProvider {
  constructor(
    private readonly services: Needs,
    private readonly files: LanguageFiles,
    private readonly values: LanguageValues,
  ) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> {
    const file = this.files.of(document);
    const wanted = file && namedAt(file, document.offsetAt(position));
    if (wanted === undefined) return undefined;
    const { codebooks, index } = this.services;
    await codebooks.loadCodebooks();
    await index.loadWorkspace(token);
    const isMeant = this.meant(wanted);
    const sidecars = (await this.articlesNaming(wanted, token)).map((key) =>
      sidecarOf(uriOfKey(key)),
    );
    const found: vscode.Location[] = [];
    for (const uri of [...codebooks.all().map((one) => one.uri), ...sidecars]) {
      if (token.isCancellationRequested || found.length >= MOST) break;
      const spots = await this.spotsIn(uri, isMeant, wanted);
      for (const { range, isDefinition } of spots)
        if (includeDeclaration || !isDefinition) found.push(new vscode.Location(uri, range));
    }
    return found;
  }

  /** Whether what stands somewhere is the same. */
  private meant({ meaning, text }: NamedSpot): (spot: NamedSpot) => boolean {
    const { codebooks } = this.services;
    if (meaning !== 'speaker') return (spot) => spot.meaning === meaning && spot.text === text;
    const name = codebooks.listedAs(text);
    return (spot) => spot.meaning === 'speaker' && codebooks.listedAs(spot.text) === name;
  }

  private async spotsIn(
    uri: vscode.Uri,
    isMeant: (spot: NamedSpot) => boolean,
    wanted: NamedSpot,
  ): Promise<{ readonly range: vscode.Range; readonly isDefinition: boolean }[]> {
    const read = await this.files.read(uri);
    if (read === undefined) return [];
    const { file, rangeOf } = read;
    const words = wanted.meaning === 'speaker' ? undefined : wanted.text;
    const search = function* (): Generator<void, NamedSpot[], void> {
      const found: NamedSpot[] = [];
      for (const block of file.blocks) {
        if (words !== undefined && !isInBlock(file.text, block, words)) continue;
        for (const spot of namedInBlock(file, block)) if (isMeant(spot)) found.push(spot);
        yield;
      }
      return found;
    };
    const found = await inSteps(search());
    return found.map(({ range, isDefinition }) => ({ range: rangeOf(range), isDefinition }));
  }

  /** The articles whose annotations name it, by path. */
  private async articlesNaming(
    { meaning, text }: NamedSpot,
    token: vscode.CancellationToken,
  ): Promise<string[]> {
    const { corpus } = this.services.index;
    switch (meaning) {
      case 'annotation': {
        const linking = corpus.linksTo(text).map(({ source }) => source.article);
        return corpus.keysInOrder(new Set([...corpus.articlesWithId(text), ...linking]));
      }
      case 'topic':
        return corpus.keysInOrder(corpus.articlesWithTopic(text));
      case 'speaker':
        return inSteps(this.articlesOfSpeaker(text, token));
      case 'link':
        return inSteps(this.articlesWithLink(text));
      case 'tag':
      case 'creator':
      case 'role':
      case 'stance':
        return corpus.keysInOrder((await this.values.usedValues()).articlesOf(meaning, text));
      default:
        return [];
    }
  }

  /** Also those that only say that the speaker passes something on: that is in no column. */
  private *articlesOfSpeaker(
    speaker: string,
    token: vscode.CancellationToken,
  ): Generator<void, string[], void> {
    const { codebooks, index } = this.services;
    const name = codebooks.listedAs(speaker);
    const known = new Map<string, boolean>();
    const isMeant = (one: string | undefined) => {
      if (one === undefined) return false;
      const answer = known.get(one) ?? codebooks.listedAs(one) === name;
      known.set(one, answer);
      return answer;
    };
    const found: string[] = [];
    let looked = 0;
    for (const key of [...index.corpus.articleKeys()]) {
      if (token.isCancellationRequested) break;
      const names = index.corpus
        .ofArticle(key)
        .some(({ annotation: { speaker: own, reportedBy = [] } }) =>
          [own, ...reportedBy].some(isMeant),
        );
      if (names) found.push(key);
      looked += 1;
      if (looked % STEP === 0) yield;
    }
    return found;
  }

  private *articlesWithLink(type: string): Generator<void, string[], void> {
    const { corpus } = this.services.index;
    const found: string[] = [];
    let looked = 0;
    for (const key of [...corpus.articleKeys()]) {
      if (
        corpus
          .contentOf(key)
          ?.links()
          .some((link) => link.type === type)
      )
        found.push(key);
      looked += 1;
      if (looked % STEP === 0) yield;
    }
    return found;
  }
}
