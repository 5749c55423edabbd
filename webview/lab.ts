import type { ExperimentSpec } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import { findSpec, specs } from '../src/experiments/specs.gen';
import type { HostMessage, LabState, Origin, ParamValue } from '../src/protocol/panelMessages';
import { BackendBadge } from './backendBadge';
import { ClaimsList } from './claimsList';
import { cssColor } from './color';
import { element } from './dom';
import { Explanation } from './explanation';
import { Header } from './header';
import type { Host } from './host';
import { Notices } from './notices';
import { type OpenRequest, resolveOpenRequest } from './openRequest';
import { RunLoop, type RunState } from './runLoop';
import type { SavedState } from './savedState';
import { type Settings, SettingsHistory } from './settingsHistory';
import { SettingsPanel } from './settingsPanel';
import { Stage } from './stage';
import { type Strings, stringsFor } from './strings';
import { plainText } from './text';
import type { ThemeSource } from './theme';
import { DEFAULT_SPEED, framesPerSecondAt, SPEEDS, Transport } from './transport';
import { WorkerLink, type WorkerProblem } from './workerLink';

/** Settings that change faster than this, as under a dragged slider, start one run together. */
const RESTART_DELAY_MILLISECONDS = 150;
const SAVE_INTERVAL_MILLISECONDS = 1000;
const REPORT_INTERVAL_MILLISECONDS = 500;

/** The experiment on the page with its settings. */
interface Session extends Settings {
  readonly spec: ExperimentSpec;
  readonly origin?: Origin;
}

function prefersReducedMotion(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

/** Resolves when the page has been painted. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/** The lab: joins the parts of the page to the run loop, the worker and the host. */
export class Lab {
  readonly #host: Host;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #worker: WorkerLink;
  readonly #loop: RunLoop;
  readonly #notices: Notices;
  readonly #backend: BackendBadge;
  readonly #header: Header;
  readonly #transport: Transport;
  readonly #settings: SettingsPanel;
  readonly #stage: Stage;
  readonly #explanation: Explanation;
  readonly #claims: ClaimsList;
  readonly #history = new SettingsHistory();
  #session: Session | undefined;
  #remembered: Readonly<Record<string, LabState>>;
  #speed: number;
  #backendChoice: 'auto' | 'cpu';
  #isTicking = false;
  #restartTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #lastReport = 0;
  /** Run whose setup the pictures have, and whose completeness the claims know. */
  #begunRun = 0;
  #judgedRun = 0;

  constructor(root: HTMLElement, host: Host, theme: ThemeSource, workerUri: string, locale: Locale) {
    this.#host = host;
    this.#locale = locale;
    this.#strings = stringsFor(locale);
    const saved = host.savedState;
    this.#remembered = saved?.remembered ?? {};
    this.#speed = saved && saved.speed in SPEEDS ? saved.speed : DEFAULT_SPEED;
    this.#backendChoice = saved?.backend ?? 'auto';
    this.#worker = new WorkerLink(
      workerUri,
      (report) => this.#loop.receive(report),
      (problem) => this.#onWorkerProblem(problem),
    );
    // The graphics process paints the page too: where the worker keeps it busy first, the learner waits before an empty page.
    const painted = nextPaint();
    this.#loop = new RunLoop(
      (request) => void painted.then(() => this.#worker.post(request)),
      (state) => this.#onRunChange(state),
    );
    this.#loop.setSpeed(framesPerSecondAt(this.#speed));
    this.#notices = new Notices(this.#strings);
    this.#backend = new BackendBadge(this.#strings);
    this.#header = new Header(specs, this.#backend.badge, locale, this.#strings, {
      onChoose: (id) => this.#choose(id),
      onOrigin: (origin) => host.post({ type: 'originRequested', origin }),
    });
    this.#transport = this.#createTransport();
    this.#settings = new SettingsPanel(locale, this.#strings, {
      onParam: (name, value) => this.#changeParams({ [name]: value }),
      onPreset: (params) => this.#changeParams(params),
      onUndo: () => this.#undo(),
      onSeed: (seed) => this.#changeSession({ seed }),
      onBackend: (backend) => this.#changeBackend(backend),
    });
    this.#stage = new Stage(locale, this.#strings, theme);
    this.#explanation = new Explanation(locale, this.#strings);
    this.#claims = new ClaimsList(locale, this.#strings, (params) => this.#changeParams(params));
    this.#layOut(root);
    const adoptTheme = () => {
      root.style.setProperty('--success', cssColor(theme.current.success));
      root.style.setProperty('--failure', cssColor(theme.current.failure));
    };
    theme.onDidChange(adoptTheme);
    adoptTheme();
    void this.#worker.start();
  }

  /** Opens what the host asks for. Settings that were asked for and cannot be run are named, the rest is run. */
  open(message: HostMessage): void {
    const spec = findSpec(message.experimentId);
    if (spec) this.#openExperiment(spec, message);
    else this.#notices.show('open', this.#unknownExperiment(message.experimentId));
  }

  /** Says that the page and the host do not understand each other. */
  showVersionMismatch(): void {
    this.#notices.show('host', { kind: 'error', lines: [this.#strings.versionMismatch] });
  }

  /** Tells the learner and the host of a failure of the page itself. */
  showFailure(message: string): void {
    this.#notices.show('page', { kind: 'error', lines: [this.#strings.runFailed(message)] });
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
    };
    this.#host.save(saved);
  }

  #layOut(root: HTMLElement): void {
    const body = element('div', { class: 'lab-body' });
    const text = element('div', { class: 'lab-text' }, this.#explanation.element, this.#claims.element);
    const main = element('div', { class: 'lab-main' }, this.#stage.element, text);
    body.append(this.#settings.element, main);
    root.lang = this.#locale;
    document.documentElement.lang = this.#locale;
    root.replaceChildren(
      this.#header.element,
      this.#backend.note,
      this.#notices.element,
      this.#transport.element,
      body,
    );
    this.#transport.setSpeed(this.#speed);
  }

  #createTransport(): Transport {
    return new Transport(this.#strings, {
      onPlay: () => this.#loop.play(),
      onPause: () => this.#loop.pause(),
      onStep: (count) => this.#loop.step(count),
      onReset: () => this.#loop.reset(),
      onFinish: () => this.#loop.finish(),
      onSeek: (frame) => this.#loop.seek(frame),
      onSpeed: (speed) => {
        this.#speed = speed;
        this.#loop.setSpeed(framesPerSecondAt(speed));
        this.save();
      },
    });
  }

  #choose(id: string): void {
    const spec = findSpec(id);
    if (spec && spec !== this.#session?.spec) this.#openExperiment(spec, {});
  }

  #openExperiment(spec: ExperimentSpec, request: OpenRequest): void {
    this.save();
    const remembered = this.#remembered[spec.id];
    const { problems, frame, ...settings } = resolveOpenRequest(spec, request, remembered);
    const isNew = spec !== this.#session?.spec;
    const isRunning = !isNew && frame === remembered?.frame && this.#begunRun > 0;
    if (isNew) this.#history.clear();
    else this.#record(settings);
    this.#session = { spec, ...settings };
    this.#notices.clearAll();
    if (problems.length > 0) {
      const lines = problems.map((problem) => `${plainText(problem[this.#locale])}.`);
      const { refused, refusedAdvice } = this.#strings;
      this.#notices.show('open', { kind: 'warning', lines: [refused, ...lines, refusedAdvice] });
    }
    this.#header.show(spec, settings.origin);
    if (isNew) this.#showSpec(spec);
    this.#showSettings(settings);
    if (isRunning) return;
    const wasPlaying = this.#host.savedState?.isPlaying !== false || frame === 0;
    this.#start(frame, wasPlaying && !prefersReducedMotion());
  }

  #showSpec(spec: ExperimentSpec): void {
    this.#settings.setSpec(spec);
    this.#stage.setSpec(spec);
    this.#claims.setSpec(spec);
    this.#explanation.setSpec(spec);
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
    this.#settings.show(settings, this.#history.count, this.#backendChoice);
  }

  #apply(settings: Settings): void {
    if (!this.#session) return;
    this.#session = { ...this.#session, ...settings };
    this.#showSettings(settings);
    clearTimeout(this.#restartTimer);
    this.#restartTimer = setTimeout(() => {
      this.#notices.clear('open');
      this.#start(0, !prefersReducedMotion());
    }, RESTART_DELAY_MILLISECONDS);
  }

  #changeBackend(backend: 'auto' | 'cpu'): void {
    this.#backendChoice = backend;
    this.#start(this.#loop.state.destination, this.#loop.state.isPlaying);
  }

  #start(frame: number, play: boolean): void {
    clearTimeout(this.#restartTimer);
    this.#restartTimer = undefined;
    if (!this.#session) return;
    const { spec, params, seed } = this.#session;
    this.#notices.clear('run');
    const [backend, locale] = [this.#backendChoice, this.#locale];
    this.#loop.start({ experimentId: spec.id, params, seed, backend, locale, frame, play });
    this.#claims.judge(params, undefined);
    this.save();
  }

  #onRunChange(state: RunState): void {
    if (!this.#session) return;
    const { spec, params } = this.#session;
    this.#transport.show(state, spec.stepsPerFrame);
    this.#backend.show(state.backend, state.recovered);
    const trace = this.#loop.trace;
    if (trace && this.#begunRun !== state.runId) {
      this.#begunRun = state.runId;
      this.#stage.begin({ setup: trace.setup, frameCount: state.frameCount });
    }
    if (trace && state.frame >= 0) this.#stage.show(trace, state.frame);
    if (trace && state.complete && this.#judgedRun !== state.runId) {
      this.#judgedRun = state.runId;
      this.#claims.judge(params, trace);
    }
    if (state.status === 'failed') this.#showRunFailure(state);
    this.#report(state, spec.id);
    this.#tickWhileNeeded();
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
    const message = state.failure ?? '';
    const action = { label: this.#strings.retry, run: () => this.#start(0, true) };
    this.#notices.show('run', { kind: 'error', lines: [this.#strings.runFailed(message)], action });
    this.#host.post({ type: 'failed', message });
  }

  #onWorkerProblem(problem: WorkerProblem): void {
    const { workerSlow, workerFailed, retry } = this.#strings;
    const line = problem.kind === 'silent' ? workerSlow : workerFailed(problem.reason);
    const action = { label: retry, run: () => this.#restartWorker() };
    this.#loop.fail(line);
    this.#notices.show('run', { kind: 'error', lines: [line], action });
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
