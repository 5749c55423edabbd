import type { ExperimentSpec } from '../src/experiments/kit/experiment';
import type { Locale, Localized } from '../src/experiments/kit/localized';
import { specFromDescription } from '../src/ownExperiments/ownFields';
import type { OwnDescription } from '../src/ownExperiments/ownSpec';
import type { OwnExperiment, OwnProblem } from '../src/protocol/ownExperiments';
import type { HostMessage, ViewMessage } from '../src/protocol/panelMessages';
import type { OwnReport } from '../src/protocol/workerMessages';
import type { LoadedExperiment } from './loadExperiment';
import type { RenderedTexts } from './text';
import { loadViewKinds } from './views/registry';

/** Why a learner's own experiment is not shown. */
export class OwnRefusal extends Error {
  readonly problems: readonly OwnProblem[];

  constructor(problems: readonly OwnProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.problems = problems;
  }
}

/** Fields of a spec whose texts have several paragraphs. */
const blockFields: readonly (keyof ExperimentSpec)[] = ['explanation', 'limits'];

function isLocalized(value: object): value is Localized {
  return 'de' in value && 'en' in value && typeof value.de === 'string' && typeof value.en === 'string';
}

/** Every text below a value in one language. */
function textsBelow(value: unknown, locale: Locale): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isLocalized(value)) return [value[locale]];
  return Object.values(value).flatMap((inner) => textsBelow(inner, locale));
}

/** The texts of a spec by how they are shown. */
function textsOf(
  spec: ExperimentSpec,
  locale: Locale,
): { readonly inline: string[]; readonly block: string[] } {
  const [inline, block] = [new Set<string>(), new Set<string>()];
  for (const [field, value] of Object.entries(spec)) {
    const isBlock = blockFields.includes(field as keyof ExperimentSpec);
    for (const text of textsBelow(value, locale)) (isBlock ? block : inline).add(text);
  }
  return { inline: [...inline], block: [...block] };
}

/** An answer that is waited for. */
interface Waiting<T> {
  readonly id: string;
  readonly resolve: (value: T) => void;
}

/** Gets a learner's own experiment from the worker that was started with it, and its texts from the host. One at a time. */
export class OwnLoader {
  readonly #locale: Locale;
  readonly #post: (message: ViewMessage) => void;
  #report: Waiting<OwnReport> | undefined;
  #texts: Waiting<RenderedTexts> | undefined;

  constructor(locale: Locale, post: (message: ViewMessage) => void) {
    this.#locale = locale;
    this.#post = post;
  }

  /**
   * The experiment, as soon as the worker has described it. Rejects with an `OwnRefusal` where it cannot be run. A load that another
   * one follows is never settled.
   * @param startWorker starts the worker with the experiment
   */
  async load(own: OwnExperiment, startWorker: () => void): Promise<LoadedExperiment> {
    const { id, content } = own;
    if ('problems' in content) throw new OwnRefusal(content.problems);
    const report = await new Promise<OwnReport>((resolve) => {
      this.#report = { id, resolve };
      startWorker();
    });
    if (report.type === 'refused') throw new OwnRefusal([report]);
    // The worker has checked it; what runs in there could send something else, which then only its own pictures are made of.
    const spec = specFromDescription(report.spec as OwnDescription);
    await loadViewKinds(spec.views.map(({ kind }) => kind));
    return { spec, texts: await this.#rendered(spec) };
  }

  /** Takes what the worker says about its experiment. */
  receive(report: OwnReport): void {
    this.#report?.resolve(report);
    this.#report = undefined;
  }

  /** Says that no report will come, as the worker was ended. */
  giveUp(message: string): void {
    this.receive({ type: 'refused', message });
  }

  /** Takes the host's answer about texts. */
  receiveTexts({ experimentId, inline, block, formulas }: Extract<HostMessage, { type: 'texts' }>): void {
    if (this.#texts?.id !== experimentId) return;
    this.#texts.resolve({ inline, block, formulas });
    this.#texts = undefined;
  }

  #rendered(spec: ExperimentSpec): Promise<RenderedTexts> {
    return new Promise((resolve) => {
      this.#texts = { id: spec.id, resolve };
      const formulas = (spec.formulas ?? []).map(({ tex }) => tex);
      this.#post({ type: 'textsRequested', experimentId: spec.id, ...textsOf(spec, this.#locale), formulas });
    });
  }
}
