import { tryDangerousKeys, tryLinks } from './hostileExports';
import { tryQuotations } from './hostileQuotations';
import { Tally } from './hostileTally';
import { tryMangledTexts, trySlowTexts, tryTestSuite } from './hostileTexts';
import { tryWrongValues } from './hostileValues';
import type { Scenario } from './scenario';

/** Texts that are made to hurt, as sidecars, codebooks, articles and quotations. */
export const hostileInput: Scenario = {
  title: 'Hostile sidecars, codebooks and articles',
  run(size, random) {
    const tally = new Tally();
    tryTestSuite(tally);
    tryWrongValues(tally, size);
    tryDangerousKeys(tally);
    tryLinks(tally, size);
    trySlowTexts(tally, size);
    tryMangledTexts(tally, size, random);
    tryQuotations(tally, size);
    return Promise.resolve(tally.figures());
  },
};
