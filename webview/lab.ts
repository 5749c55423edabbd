import type { ExperimentSpec, Trace } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import type { OwnExperiment, OwnProblem, SourcePlace } from '../src/protocol/ownExperiments';
import type {
  HostMessage,
  LabState,
  Origin,
  ParamValue,
  ParamValues,
  SweepOrder,
  ViewMessage,
} from '../src/protocol/panelMessages';
import type { BackendInfo, WorkerReport } from '../src/protocol/workerMessages';
import type { ExportedRun } from './export/exporter';
import type { Host } from './host';
import { createParts, type LabActions, type LabParts, layOut } from './labParts';
import { type LoadedExperiment, loadExperiment } from './loadExperiment';
import { type OpenRequest, resolveOpenRequest } from './openRequest';
import { OwnLoader, OwnRefusal } from './ownLoader';
import type { RunnableOwn } from './ownWorkerSource';
import { noPredictions } from './prediction/predictions';
import { prefersReducedMotion } from './reducedMotion';
import { RunLoop, type RunState } from './runLoop';
import type { SavedState } from './savedState';
import { type Settings, SettingsHistory } from './settingsHistory';
import { type Strings, stringsFor } from './strings';
import { adoptRenderedTexts, plainText } from './text';
import type { ThemeSource } from './theme';
import { DEFAULT_SPEED, framesPerSecondAt, SPEEDS } from './transport';
import { WorkerLink, type WorkerProblem, workerProblemText } from './workerLink';

/** Settings that change faster than this, as under a dragged slider, start one run together. */
const RESTART_DELAY_MILLISECONDS = 150;
const SAVE_INTERVAL_MILLISECONDS = 1000;
const REPORT_INTERVAL_MILLISECONDS = 500;

/** The experiment on the page with its settings. */
interface Session extends Settings {
  readonly spec: ExperimentSpec;
  readonly origin?: Origin;
}

/** Resolves when the page has been painted. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/** What the host says when it makes the page. */
export interface PageOptions {
  /** Address of the training worker's source. */
  readonly workerUri: string;
  readonly locale: Locale;
  /** Whether to ask before a run; `undefined`: as it was when the page was left. */
  readonly predictFirst: boolean | undefined;
  /** As what a picture goes into a note. */
  readonly resultFormat: 'svg' | 'png';
}

/** The lab: joins the parts of the page to the run loop, the worker and the host. */
export class Lab {
  readonly #root: HTMLElement;
  readonly #host: Host;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #worker: WorkerLink;
  readonly #loop: RunLoop;
  readonly #parts: LabParts;
  readonly #history = new SettingsHistory();
  readonly #ownLoader: OwnLoader;
  #painted: Promise<void> | undefined;
  /** Id of the learner's own experiment that could not be shown when it was last asked for. */
  #refused: string | undefined;
  #session: Session | undefined;
  /** What was asked of the newest run, and what the pictures are of: after a change of the settings still the run before. */
  #startedRun: ExportedRun | undefined;
  #shownRun: ExportedRun | undefined;
  /** What a note wants to have swept as soon as there are pictures. */
  #waitingSweep: SweepOrder | undefined;
  /** How many experiments have been asked for. */
  #openings = 0;
  #remembered: Readonly<Record<string, LabState>>;
  #speed: number;
  #backendChoice: 'auto' | 'cpu';
  /** What the host knows of whether to ask before a run. */
  #predictFirst: boolean;
  #isTicking = false;
  #restartTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #lastReport = 0;
  /** Run whose setup the pictures have, and whose completeness the claims know. */
  #begunRun = 0;
  #judgedRun = 0;

  constructor(
    root: HTMLElement,
    host: Host,
    theme: ThemeSource,
    { workerUri, locale, predictFirst, resultFormat }: PageOptions,
  ) {
    this.#root = root;
    this.#host = host;
    this.#locale = locale;
    this.#strings = stringsFor(locale);
    const saved = host.savedState;
    this.#remembered = saved?.remembered ?? {};
    this.#speed = saved && saved.speed in SPEEDS ? saved.speed : DEFAULT_SPEED;
    this.#backendChoice = saved?.backend ?? 'auto';
    this.#worker = new WorkerLink(
      workerUri,
      (report) => this.#onReport(report),
      (problem) => this.#onWorkerProblem(problem),
    );
    this.#loop = new RunLoop(
      (request) => void this.#whenPainted().then(() => this.#worker.post(request)),
      (state) => this.#onRunChange(state),
    );
    this.#loop.setSpeed(framesPerSecondAt(this.#speed));
    const predictions = saved?.predictions ?? noPredictions;
    this.#predictFirst = predictFirst ?? predictions.isOn;
    const known = { ...predictions, isOn: this.#predictFirst };
    const own = () => this.#worker.own;
    const surroundings = { locale, strings: this.#strings, theme, workerUri, resultFormat, own };
    this.#parts = createParts(surroundings, known, this.#actions());
    layOut(root, locale, theme, this.#parts);
    this.#parts.transport.setSpeed(this.#speed);
    this.#parts.settings.showPredicting(this.#predictFirst);
    this.#ownLoader = new OwnLoader(locale, (message) => host.post(message));
    void this.#worker.start();
    // A page that was hidden is made anew; the host only asks for what is new.
    if (saved) void this.#load(saved.experimentId, {});
  }

  /** Does what the host asks for. Settings that were asked for and cannot be run are named, the rest is run. */
  receive(message: HostMessage): void {
    if (message.type === 'terms') this.#parts.terms.receive(message);
    else if (message.type === 'texts') this.#ownLoader.receiveTexts(message);
    else if (message.type === 'ownChanged') this.#reload(message.own);
    else void this.#load(message.experimentId, { ...message, isFromHost: true });
  }

  /** Shows a learner's own experiment anew, if it is on the page or was to be. */
  #reload(own: OwnExperiment): void {
    if ([this.#refused, this.#session?.spec.id].includes(own.id)) void this.#load(own.id, { own });
  }

  /** The learner's own experiment on the page; `undefined`: one that ships. */
  get #own(): OwnExperiment | undefined {
    return this.#worker.own?.experiment;
  }

  #onReport(report: WorkerReport): void {
    if ('runId' in report) this.#loop.receive(report);
    else if (report.type === 'described' || report.type === 'refused') this.#ownLoader.receive(report);
  }

  /** Says that the page and the host do not understand each other. */
  showVersionMismatch(): void {
    this.#parts.notices.show('host', { kind: 'error', lines: [this.#strings.versionMismatch] });
  }

  /** Tells the learner and the host of a failure of the page itself. */
  showFailure(message: string): void {
    this.#parts.notices.show('page', { kind: 'error', lines: [this.#strings.runFailed(message)] });
    this.#host.post({ type: 'failed', message });
  }

  /** Saves what is needed to go on from here. */
  save(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    const state = this.#labState();
    if (!state) return;
    this.#remembered = { ...this.#remembered, [state.experimentId]: state };
    const saved: SavedState = {
      ...state,
      remembered: this.#remembered,
      isPlaying: this.#loop.state.isPlaying || this.#restartTimer !== undefined,
      speed: this.#speed,
      backend: this.#backendChoice,
      predictions: this.#parts.predictions.state,
    };
    this.#host.save(saved);
  }

  /**
   * Resolves when the first experiment is painted, to be asked for once its parts are on the page. The graphics process paints the page
   * too: where the worker keeps it busy first, the learner waits before an empty page.
   */
  #whenPainted(): Promise<void> {
    this.#painted ??= nextPaint();
    return this.#painted;
  }

  #actions(): LabActions {
    const post = (message: ViewMessage) => this.#host.post(message);
    return {
      post,
      transport: {
        onPlay: () => this.#move(() => this.#loop.play()),
        onPause: () => this.#loop.pause(),
        onStep: (count) => this.#move(() => this.#loop.step(count)),
        onReset: () => this.#loop.reset(),
        onFinish: () => this.#move(() => this.#loop.finish()),
        onSeek: (frame) => this.#move(() => this.#loop.seek(frame)),
        onSpeed: (speed) => this.#changeSpeed(speed),
      },
      settings: {
        onParam: (name, value) => this.#changeParams({ [name]: value }),
        onPreset: (params) => this.#changeParams(params),
        onUndo: () => this.#undo(),
        onKeep: () => this.#keep(),
        onSeed: (seed) => this.#changeSession({ seed }),
        onBackend: (backend) => this.#changeBackend(backend),
        onPredicting: (isOn) => this.#parts.predictions.switchOn(isOn),
      },
      predictions: {
        onAsk: () => this.#loop.reset(),
        onStart: () => {
          this.#loop.play();
          this.#parts.stage.bringIntoView();
        },
        onDidChange: () => this.#onPredictionsChange(),
        onGoToView: (id) => this.#parts.stage.focusView(id),
      },
      onChoose: (id) => this.#choose(id),
      onUseParams: (params) => this.#changeParams(params),
      onShowRun: ({ params, seed }) => this.#changeSession({ params, seed }),
      origin: () => this.#session?.origin,
      shownRun: () => this.#shownRun,
    };
  }

  #changeSpeed(speed: number): void {
    this.#speed = speed;
    this.#loop.setSpeed(framesPerSecondAt(speed));
    this.save();
  }

  /** Who moves the run by hand does not want to be asked first. */
  #move(move: () => void): void {
    this.#parts.predictions.skip();
    move();
  }

  #onPredictionsChange(): void {
    const { isWaiting, state } = this.#parts.predictions;
    this.#root.classList.toggle('is-predicting', isWaiting);
    this.#parts.settings.showPredicting(state.isOn);
    if (state.isOn !== this.#predictFirst) this.#host.post({ type: 'predictFirstChanged', isOn: state.isOn });
    this.#predictFirst = state.isOn;
    this.#parts.stage.redraw();
    this.#saveSoon();
  }

  #choose(id: string): void {
    if (id !== this.#session?.spec.id) void this.#load(id, {});
    // Back to the experiment on the page: what is still on its way is no longer wanted.
    else this.#openings++;
  }

  /** Opens an experiment when its files are there, if nothing else has been asked for by then. */
  async #load(id: string, request: OpenRequest): Promise<void> {
    const opening = ++this.#openings;
    const before = this.#worker.own;
    try {
      const { own } = request;
      const loaded = own ? await this.#loadOwn(own) : await loadExperiment(id, this.#locale);
      if (opening !== this.#openings) return;
      if (!loaded) return this.#missExperiment(id, request);
      if (!own && this.#worker.own) this.#useWorker(undefined);
      this.#refused = undefined;
      adoptRenderedTexts(loaded.texts);
      this.#openExperiment(loaded.spec, request);
    } catch (error) {
      if (!(error instanceof OwnRefusal) || !request.own) throw error;
      if (opening !== this.#openings) return;
      if (before !== this.#worker.own) {
        this.#useWorker(before);
        this.#start(this.#loop.state.destination, false);
      }
      this.#refuseOwn(request.own, error.problems);
    }
  }

  /** What is not among the experiments that ship may be the learner's own, whose file only the host can read. */
  #missExperiment(experimentId: string, { isFromHost, origin }: OpenRequest): void {
    if (isFromHost) this.#parts.notices.show('open', this.#unknownExperiment(experimentId));
    else this.#host.post({ type: 'ownRequested', experimentId, ...(origin && { origin }) });
  }

  #loadOwn(experiment: OwnExperiment): Promise<LoadedExperiment> {
    return this.#ownLoader.load(experiment, () => {
      const { content } = experiment;
      if ('code' in content)
        this.#useWorker({ experiment: { ...experiment, content }, locale: this.#locale });
    });
  }

  /** From now on runs and surveys are those of workers with this experiment. */
  #useWorker(own: RunnableOwn | undefined): void {
    this.#loop.pause();
    void this.#worker.use(own);
    this.#parts.surveys.renew();
  }

  /** Says what is wrong with the learner's own file; what was shown before stays. */
  #refuseOwn(own: OwnExperiment, problems: readonly OwnProblem[]): void {
    const { ownRefused, ownPlace } = this.#strings;
    const lines = problems.map(({ message, place }) =>
      place ? ownPlace(own.path, place, message) : message,
    );
    this.#refused = own.id;
    this.#parts.notices.clearAll();
    this.#parts.notices.show('open', {
      kind: 'error',
      lines: [ownRefused(own.path), ...lines],
      ...this.#actionTo(own, problems.find(({ place }) => place)?.place),
    });
  }

  /** A button that leads to a place in the learner's own file. */
  #actionTo(own: OwnExperiment | undefined, place: SourcePlace | undefined) {
    if (!own || !place) return undefined;
    const origin = { uri: own.uri, noteTitle: own.path, anchorText: '', line: place.line };
    const run = () => this.#host.post({ type: 'originRequested', origin });
    return { action: { label: this.#strings.ownShowLine(place.line + 1), run } };
  }

  #openExperiment(spec: ExperimentSpec, request: OpenRequest): void {
    this.save();
    const remembered = this.#remembered[spec.id];
    const { problems, frame, sweep, ...settings } = resolveOpenRequest(spec, request, remembered);
    this.#waitingSweep = sweep;
    const isNew = spec !== this.#session?.spec;
    const isRunning = !isNew && frame === remembered?.frame && this.#begunRun > 0;
    if (isNew) this.#history.clear();
    else this.#record(settings);
    this.#session = { spec, ...settings };
    this.#parts.notices.clearAll();
    if (problems.length > 0) {
      const lines = problems.map((problem) => `${plainText(problem[this.#locale])}.`);
      const { refused, refusedAdvice } = this.#strings;
      this.#parts.notices.show('open', { kind: 'warning', lines: [refused, ...lines, refusedAdvice] });
    }
    this.#parts.header.show(spec, settings.origin);
    if (isNew) {
      this.#showSpec(spec);
      this.#parts.predictions.setSpec(spec, settings, frame === 0);
    }
    // Another experiment is read from its beginning.
    if (isNew) scrollTo({ top: 0 });
    this.#showSettings(settings);
    this.#markTerms(spec, settings.origin);
    const wasPlaying = this.#host.savedState?.isPlaying !== false || frame === 0;
    if (isRunning) this.#sweepWhenShown();
    else this.#start(frame, wasPlaying && !prefersReducedMotion());
  }

  #showSpec(spec: ExperimentSpec): void {
    this.#shownRun = undefined;
    this.#parts.settings.setSpec(spec);
    this.#parts.divergence.setSpec(spec);
    this.#parts.stage.setSpec(spec);
    this.#parts.sweep.setSpec(spec);
    this.#parts.formulas.setSpec(spec);
    this.#parts.claims.setSpec(spec, this.#own !== undefined);
    this.#parts.explanation.setSpec(spec);
  }

  /** Asks for the terms in the texts; the note that the experiment was opened from says in which vault. */
  #markTerms(spec: ExperimentSpec, origin: Origin | undefined): void {
    const texts = [
      ...this.#parts.explanation.element.querySelectorAll<HTMLElement>('.explanation-text'),
      ...this.#parts.claims.element.querySelectorAll<HTMLElement>('.claim-text'),
    ];
    this.#parts.terms.collect(texts, spec.id, origin);
  }

  #unknownExperiment(id: string) {
    return { kind: 'error', lines: [this.#strings.unknownExperiment(id)] } as const;
  }

  #changeParams(changes: Readonly<Record<string, ParamValue>>): void {
    if (!this.#session) return;
    this.#changeSession({ params: { ...this.#session.params, ...changes } });
  }

  #changeSession(changes: Partial<Settings>): void {
    if (!this.#session) return;
    const { params, seed } = { ...this.#session, ...changes };
    this.#record({ params, seed });
    this.#apply({ params, seed });
  }

  #undo(): void {
    const before = this.#history.undo();
    if (before) this.#apply(before);
  }

  /** Notes that the settings are about to become others. */
  #record(next: Settings): void {
    if (!this.#session) return;
    const { params, seed } = this.#session;
    this.#history.record({ params, seed }, next, performance.now());
  }

  #showSettings(settings: Settings): void {
    this.#parts.settings.show(settings, this.#history.count, this.#backendChoice);
    this.#parts.predictions.setSettings(settings);
    this.#parts.sweep.setSettings(settings);
  }

  #apply(settings: Settings): void {
    if (!this.#session) return;
    this.#session = { ...this.#session, ...settings };
    this.#showSettings(settings);
    clearTimeout(this.#restartTimer);
    this.#restartTimer = setTimeout(() => {
      this.#parts.notices.clear('open');
      this.#start(0, !prefersReducedMotion());
    }, RESTART_DELAY_MILLISECONDS);
  }

  /** Asks for the settings to be written into the note. */
  #keep(): void {
    if (!this.#session) return;
    const { spec, params, seed, origin } = this.#session;
    const { order: sweep } = this.#parts.sweep;
    const run = { experimentId: spec.id, params, seed };
    this.#host.post({ type: 'keepRequested', ...run, ...(sweep && { sweep }), ...(origin && { origin }) });
  }

  /** Sweeps what a note asks for, once the pictures are there and no prediction is asked for, which the result would spoil. */
  #sweepWhenShown(): void {
    const { runId, frame } = this.#loop.state;
    const sweep = this.#waitingSweep;
    if (!sweep || this.#begunRun !== runId || frame < 0 || this.#parts.predictions.isWaiting) return;
    this.#waitingSweep = undefined;
    this.#parts.sweep.open(sweep);
    void nextPaint().then(() => this.#parts.sweep.element.scrollIntoView());
  }

  #changeBackend(backend: 'auto' | 'cpu'): void {
    this.#backendChoice = backend;
    this.#start(this.#loop.state.destination, this.#loop.state.isPlaying);
  }

  /** Starts the run, up to a frame; where a prediction is asked for, it waits before its first step. */
  #start(frame: number, play: boolean): void {
    clearTimeout(this.#restartTimer);
    this.#restartTimer = undefined;
    if (!this.#session) return;
    const { spec, params, seed } = this.#session;
    this.#parts.notices.clear('run');
    this.#startedRun = { spec, params, seed };
    // A learner's own experiment has no WebGL: its worker has nothing but the language.
    const [backend, locale] = [this.#worker.own ? 'cpu' : this.#backendChoice, this.#locale] as const;
    const run = { experimentId: spec.id, params, seed, backend, locale };
    this.#loop.start(
      this.#parts.predictions.isWaiting ? { ...run, frame: 0, play: false } : { ...run, frame, play },
    );
    this.#parts.claims.judge(params, undefined);
    this.save();
  }

  #onRunChange(state: RunState): void {
    if (!this.#session) return;
    const { spec, params } = this.#session;
    this.#parts.transport.show(state, spec.stepsPerFrame);
    this.#parts.backend.show(this.#shownBackend(state), state.recovered);
    const trace = this.#loop.trace;
    if (trace && this.#begunRun !== state.runId) {
      this.#begunRun = state.runId;
      this.#shownRun = this.#startedRun;
      this.#parts.predictions.begin(trace.setup);
      this.#parts.stage.begin({ setup: trace.setup, frameCount: state.frameCount });
    }
    if (trace && state.frame >= 0) this.#showFrame(trace, state, params);
    this.#sweepWhenShown();
    if (trace && state.status === 'finished') this.#parts.predictions.showResult(trace);
    if (trace && state.complete && this.#judgedRun !== state.runId) {
      this.#judgedRun = state.runId;
      this.#parts.claims.judge(params, trace);
    }
    if (state.status === 'failed') this.#showRunFailure(state);
    this.#report(state, spec.id);
    this.#tickWhileNeeded();
    this.#saveSoon();
  }

  /** That a learner's own experiment is computed without WebGL is nobody's choice and no failure. */
  #shownBackend({ backend }: RunState): BackendInfo | undefined {
    return backend && this.#worker.own ? { name: backend.name, renderer: backend.renderer } : backend;
  }

  #showFrame(trace: Trace, { frame, isPlaying }: RunState, params: ParamValues): void {
    this.#parts.stage.show(trace, frame, isPlaying && prefersReducedMotion());
    this.#parts.formulas.show(trace, frame, params);
    this.#parts.divergence.show(trace, frame);
  }

  #saveSoon(): void {
    this.#saveTimer ??= setTimeout(() => this.save(), SAVE_INTERVAL_MILLISECONDS);
  }

  /** Runs the clock of the run loop on animation frames, so that nothing moves on a page that is not seen. */
  #tickWhileNeeded(): void {
    if (this.#isTicking || !this.#loop.needsTicks) return;
    this.#isTicking = true;
    const tick = (now: number) => {
      this.#loop.tick(now);
      this.#isTicking = this.#loop.needsTicks;
      if (this.#isTicking) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  #report(state: RunState, experimentId: string): void {
    const { backend, frame, frameCount, status } = state;
    const now = performance.now();
    const isDue = status === 'finished' || now - this.#lastReport >= REPORT_INTERVAL_MILLISECONDS;
    if (!backend || frame < 0 || !isDue) return;
    this.#lastReport = now;
    const { name, renderer } = backend;
    this.#host.post({ type: 'progressed', experimentId, frame, frameCount, backend: name, renderer });
  }

  #showRunFailure(state: RunState): void {
    const { failure: message = '', failedAt: place } = state;
    const action = { label: this.#strings.retry, run: () => this.#start(0, true) };
    const said = place && this.#own ? this.#strings.ownPlace(this.#own.path, place, message) : message;
    this.#parts.notices.show('run', {
      kind: 'error',
      lines: [this.#strings.runFailed(said)],
      action,
      ...this.#actionTo(this.#own, place),
    });
    this.#host.post({ type: 'failed', message });
  }

  #onWorkerProblem(problem: WorkerProblem): void {
    const { retry } = this.#strings;
    const line = workerProblemText(problem, this.#strings);
    this.#ownLoader.giveUp(line);
    const action = { label: retry, run: () => this.#restartWorker() };
    this.#loop.fail(line);
    this.#parts.notices.show('run', { kind: 'error', lines: [line], action });
  }

  #restartWorker(): void {
    void this.#worker.start();
    this.#start(this.#loop.state.destination, true);
  }

  #labState(): LabState | undefined {
    if (!this.#session) return undefined;
    const { spec, params, seed, origin } = this.#session;
    const frame = this.#restartTimer === undefined ? this.#loop.state.destination : 0;
    return { experimentId: spec.id, params, seed, frame, ...(origin && { origin }) };
  }
}
