import * as v from 'valibot';
import {
  debateModel,
  MATRIX_COLUMNS,
  MATRIX_ORDERS,
  twinTable,
  type DebateContext,
  type DebateOptions,
} from '../../core/debate';
import { findRows } from '../../core/corpus/query/findRows';
import type { Filter } from '../../core/corpus/query/filter';
import { requireNetworkOptions } from '../../core/network/options';
import { RefusedError } from '../../core/model/problem';
import type { Answer, PictureOptions } from '../../views/debate/protocol';
import type { IndexedAnnotation } from '../../workspace/annotations/indexChange';
import { inSteps } from '../../workspace/platform/pace/inSteps';
import type { Services } from '../services';
import { SupersededError } from './answers';

type Needs = Pick<Services, 'codebooks' | 'index' | 'same'>;

/** So long a picture waits for proposals, in milliseconds: then it is shown without them. */
const WAITS_FOR_SAME = 150;

const text = v.exactOptional(v.string());
const CHOICES = {
  matrix: v.object({
    columns: v.exactOptional(v.picklist(MATRIX_COLUMNS)),
    order: v.exactOptional(v.picklist(MATRIX_ORDERS)),
  }),
  timeline: v.object({
    by: v.exactOptional(v.picklist(['speaker', 'topic'])),
    since: text,
    until: text,
  }),
  answers: v.object({ speaker: text, everybody: v.exactOptional(v.boolean()), claim: text }),
  networks: v.object({
    network: v.exactOptional(v.looseObject({})),
    threshold: v.exactOptional(v.number()),
  }),
} as const;

/** Makes the pictures of one tab; one at a time, given up once another one is asked for. */
export class Pictures {
  private asked = 0;
  /** What may be the same is being looked for. */
  private isLooking = false;

  constructor(
    private readonly services: Needs,
    private readonly filter: () => Filter,
    private readonly describe: () => string,
    /** Is told once there is more to be shown. */
    private readonly tell: () => void,
  ) {}

  /** What is being made isn't wanted any more. */
  stop(): void {
    this.asked += 1;
  }

  /** @throws SupersededError once something else was asked for */
  async make(given: PictureOptions): Promise<Answer<'picture'>> {
    const turn = (this.asked += 1);
    const goOn = () => {
      if (turn !== this.asked) throw new SupersededError();
    };
    const options = optionsOf(given);
    const { codebooks, index } = this.services;
    await codebooks.loadCodebooks();
    await index.loadWorkspace();
    goOn();
    const context = {
      ...this.context(),
      ...(options.view === 'sameStatement' && (await this.sameGroups())),
    };
    goOn();
    const rows = findRows(index.corpus, this.filter(), context);
    const model = await inSteps(
      (function* () {
        const steps = debateModel(rows, context, options);
        for (;;) {
          const { done, value } = steps.next();
          if (done === true) return value;
          goOn();
          yield;
        }
      })(),
    );
    goOn();
    const date = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
    return {
      model,
      ...(given.hasTwin === true && { twin: twinTable(model) }),
      about: { filter: this.describe(), date },
    };
  }

  /** What may be the same. Where that takes a while, it is told once it is known. */
  private async sameGroups(): Promise<
    Pick<DebateContext<IndexedAnnotation>, 'sameGroups' | 'isLookingForSame'>
  > {
    const finding = this.services.same.groups();
    const late = new Promise<undefined>((resolve) => {
      setTimeout(resolve, WAITS_FOR_SAME, undefined);
    });
    const sameGroups = await Promise.race([finding, late]);
    if (sameGroups !== undefined) return { sameGroups };
    if (!this.isLooking) {
      this.isLooking = true;
      const end = () => {
        this.isLooking = false;
        this.tell();
      };
      finding.then(end, end);
    }
    return { isLookingForSame: true };
  }

  private context(): DebateContext<IndexedAnnotation> {
    const { codebooks, index } = this.services;
    return {
      corpus: index.corpus,
      publishedOf: (article) => index.factsOf(article).published,
      titleOf: (article) => index.factsOf(article).title,
      vocabulary: codebooks.vocabulary,
      findings: codebooks.all().flatMap(({ findings }) => findings),
    };
  }
}

/** @throws RefusedError if a choice is none that the picture has */
function optionsOf({ view, width, height, ...given }: PictureOptions): DebateOptions {
  switch (view) {
    case 'matrix':
      return { view, width, ...chosen(CHOICES.matrix, given) };
    case 'timeline':
      return { view, width, ...chosen(CHOICES.timeline, given) };
    case 'answers':
      return { view, width, height, ...chosen(CHOICES.answers, given) };
    case 'networks': {
      const { network = {}, ...others } = chosen(CHOICES.networks, given);
      return { view, width, height, network: requireNetworkOptions(network), ...others };
    }
    case 'turns':
    case 'sameStatement':
      return { view };
  }
}

function chosen<S extends v.BaseSchema<unknown, object, v.BaseIssue<unknown>>>(
  schema: S,
  given: object,
): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, given);
  if (!success) throw new RefusedError(v.summarize(issues));
  return output;
}
