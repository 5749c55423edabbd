import type { ExperimentSpec, Frame, Setup } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { View } from '../../src/experiments/kit/views';
import type { JudgedClaim, Origin, ParamValues, ViewMessage } from '../../src/protocol/panelMessages';
import { describeValue } from '../controls/describeValue';
import type { Strings } from '../strings';
import { plainText } from '../text';
import type { Theme } from '../theme';
import type { ExportTarget, LabView } from '../views/view';
import { toCsv } from './csv';
import { type FigureDocument, figureSvg } from './figureSvg';
import { exportFileName } from './fileName';
import { rasterize } from './rasterize';

/** A picture on the page that the learner wants to have. */
export interface ExportRequest {
  readonly declaration: View<Setup, Frame>;
  readonly view: LabView;
  readonly format: ExportTarget;
  /** Training step that is shown. */
  readonly step: number;
  readonly theme: Theme;
}

/** The run that the pictures are of. */
export interface ExportedRun {
  readonly spec: ExperimentSpec;
  readonly params: ParamValues;
  readonly seed: number;
}

/** What is needed to get a picture out of the page. */
export interface ExporterActions {
  /** The run on the page; `undefined`: none yet. */
  readonly run: () => ExportedRun | undefined;
  /** Where the run was opened from, and what it has been judged by. */
  readonly origin: () => Origin | undefined;
  readonly claims: () => readonly JudgedClaim[];
  /** As what a picture goes into a note. */
  readonly noteFormat: 'svg' | 'png';
  readonly post: (message: ViewMessage) => void;
  /** Something is in the way, said in a sentence for the learner. */
  readonly onProblem: (sentence: string) => void;
}

/** Makes files of pictures and of their numbers, and hands them to the host to be saved. */
export class Exporter {
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #actions: ExporterActions;

  constructor(locale: Locale, strings: Strings, actions: ExporterActions) {
    this.#locale = locale;
    this.#strings = strings;
    this.#actions = actions;
  }

  /** Posts the file; where there is none, says why. Never rejects. */
  async export(request: ExportRequest): Promise<void> {
    const run = this.#actions.run();
    const title = plainText(request.declaration.title[this.#locale]);
    try {
      const content = run && (await this.#content(request, run));
      if (run && content !== undefined) this.#post(request, run, content);
      else this.#actions.onProblem(this.#strings.nothingToExport(title));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#actions.onProblem(this.#strings.exportFailed(title, reason));
    }
  }

  #post(request: ExportRequest, { spec, params, seed }: ExportedRun, content: string): void {
    const { declaration, format: target, step } = request;
    const { post, noteFormat, claims, origin: originOf } = this.#actions;
    const format = target === 'note' ? noteFormat : target;
    const fileName = exportFileName(spec.id, declaration.id, seed, format);
    if (target !== 'note') {
      post({ type: 'exportRequested', fileName, format: target, content });
      return;
    }
    const origin = originOf();
    post({
      type: 'insertRequested',
      experimentId: spec.id,
      title: plainText(spec.title[this.#locale]),
      figureTitle: plainText(declaration.title[this.#locale]),
      claims: claims(),
      params,
      seed,
      step,
      fileName,
      format: noteFormat,
      content,
      ...(origin && { origin }),
    });
  }

  async #content(request: ExportRequest, run: ExportedRun): Promise<string | undefined> {
    if (request.format === 'csv') {
      const table = request.view.data();
      return table && toCsv(table);
    }
    const figure = this.#figure(request, run);
    const isSvg = (request.format === 'note' ? this.#actions.noteFormat : request.format) === 'svg';
    if (!figure || isSvg) return figure?.svg;
    return rasterize(figure.svg, figure.width, figure.height);
  }

  #figure({ declaration, view, step, theme }: ExportRequest, run: ExportedRun): FigureDocument | undefined {
    const picture = view.picture();
    if (!picture) return undefined;
    return figureSvg({
      language: this.#locale,
      title: plainText(declaration.title[this.#locale]),
      picture,
      key: view.keyItems(),
      caption: plainText(declaration.caption[this.#locale]),
      foot: this.#foot(run, step),
      theme,
    });
  }

  #foot({ spec, params, seed }: ExportedRun, step: number): string {
    const settings = Object.entries(params).map(([name, value]) => {
      const param = spec.params[name];
      const label = param ? plainText(param.label[this.#locale]) : name;
      return `${label} = ${describeValue(param, value, this.#locale, this.#strings)}`;
    });
    return this.#strings.exportFoot(spec.id, seed, step, settings.join('; '));
  }
}
