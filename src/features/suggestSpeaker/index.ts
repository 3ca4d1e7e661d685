import * as v from 'valibot';
import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import { RefusedError } from '../../core/model/problem';
import { suggest } from '../../core/attribution';
import { ArticleText } from '../../core/text/articleText';
import { rangesArgument, registerCommand, uriArgument } from '../../ui/commands';
import { knownSpeakers } from '../../core/corpus/knownSpeakers';
import { notify } from '../../ui/notify';
import { givenRanges, selectedRanges } from '../../ui/selections';
import { openArticleDocument } from '../../workspace/articles/articleDocument';
import { textOf } from '../../workspace/platform/positions';
import type { Registration, Services } from '../services';

const suggestArguments = v.looseObject({
  uri: v.exactOptional(uriArgument),
  ranges: v.exactOptional(rangesArgument),
});

/** Who says a passage, by the article's own words. */
export function register(services: Pick<Services, 'codebooks' | 'index'>): Registration {
  return registerCommand(
    COMMANDS.suggestSpeaker,
    suggestArguments,
    async ({ uri, ranges }, { byHand }) => {
      const document =
        uri === undefined
          ? vscode.window.activeTextEditor?.document
          : await openArticleDocument(uri);
      if (document === undefined) throw new RefusedError(vscode.l10n.t('Open the article first.'));
      await services.codebooks.loadCodebooks();
      await services.index.loadWorkspace();
      const article = new ArticleText(textOf(document));
      const passages =
        ranges === undefined
          ? selectedRanges(document, article.text)
          : givenRanges(ranges, article);
      const found = suggest(article.text, passages, {
        speakers: knownSpeakers(services.index.corpus, services.codebooks.vocabulary.speakers),
      });
      if (byHand) {
        const [best] = found;
        void notify.info(
          best === undefined
            ? vscode.l10n.t('The article doesn’t tell who says this.')
            : vscode.l10n.t('{0}, by the words “{1}”', best.speaker, best.cue?.text ?? '…'),
        );
      }
      return found.map(({ speaker, score, cue }) => ({
        speaker,
        score,
        ...(cue && {
          cue: {
            start: article.map.toCodePoint(cue.start),
            end: article.map.toCodePoint(cue.end),
            text: cue.text,
          },
        }),
      }));
    },
  );
}
