import type { Frame, Setup, Trace } from '../src/experiments/kit/experiment';
import type { SourcePlace } from '../src/protocol/ownExperiments';
import type { ParamValues } from '../src/protocol/panelMessages';
import type { BackendInfo, PostedValues, RunReport, RunRequest } from '../src/protocol/workerMessages';

/** Time that the worker may spend on one answer while the learner watches, so that the page hears from it about thirty times a second. */
const WATCHING_BUDGET_MILLISECONDS = 33;

/**
 * The same while the run hurries to its end or to a saved frame. Each answer makes the page paint, and in software WebGL painting and
 * training share a processor: fewer pictures, many more frames.
 */
const HURRYING_BUDGET_MILLISECONDS = 150;

/** Most frames asked for at once; the budget ends an answer earlier where frames are slow. */
const MOST_FRAMES_A_REQUEST = 64;

/** A longer gap between two ticks is a page that was hidden, not a slow one: playing goes on from where it was. */
const LONGEST_TICK_MILLISECONDS = 250;

/** A run to be started. */
export interface RunOrder {
  readonly experimentId: string;
  readonly params: ParamValues;
  readonly seed: number;
  readonly backend: 'auto' | 'cpu';
  /** Language of messages about the run. */
  readonly locale: 'de' | 'en';
  /** Frame to show first; the run is computed up to it without showing the frames before. 0 shows the state before the first step. */
  readonly frame: number;
  /** Whether to go on from that frame. */
  readonly play: boolean;
}

/**
 * What the learner sees of a run. `starting`: no frame yet. `replaying`: on the way to a frame that was asked for.
 * `finished`: the last frame is shown. `failed`: no further frame will come; recorded ones can still be looked at.
 */
export type RunStatus = 'idle' | 'starting' | 'replaying' | 'playing' | 'paused' | 'finished' | 'failed';

/** A run at a moment. */
export interface RunState {
  readonly status: RunStatus;
  /** Counts the runs of this page; a new one begins with the first `started` of its number. */
  readonly runId: number;
  /** 0-based index of the frame to show; −1 while there is none. */
  readonly frame: number;
  /** The frame that it is on the way to, where that is not the shown one; what a saved state should name. */
  readonly destination: number;
  /** Whether it goes on by itself, now or once the destination is reached. */
  readonly isPlaying: boolean;
  /** How many frames are recorded. */
  readonly recorded: number;
  /** How many frames the run has at most, exactly once `complete`. 0 while unknown. */
  readonly frameCount: number;
  /** Every frame is recorded. */
  readonly complete: boolean;
  readonly backend?: BackendInfo;
  /** The backend was lost and rebuilt during this run. */
  readonly recovered: boolean;
  readonly failure?: string;
  /** Where in the learner's own file it failed. */
  readonly failedAt?: SourcePlace;
  /** Mean time that one of the newest frames took; `undefined` before the first. */
  readonly millisecondsPerFrame?: number;
}

type Goal =
  | { readonly kind: 'hold' }
  | { readonly kind: 'play' }
  | { readonly kind: 'end' }
  | { readonly kind: 'seek'; readonly frame: number; readonly thenPlay: boolean };

const hold: Goal = { kind: 'hold' };

/**
 * Pulls frames from the worker, one request at a time, records them all and decides which one is shown. It has no clock of its own:
 * the page calls `tick` on every animation frame while `needsTicks`, and `receive` with every report.
 */
export class RunLoop {
  readonly #post: (request: RunRequest) => void;
  readonly #onDidChange: (state: RunState) => void;
  #runId = 0;
  #goal: Goal = hold;
  #order: RunOrder | undefined;
  #setup: Setup | undefined;
  #frames: Frame[] = [];
  #frameCount = 0;
  #complete = false;
  #failure: string | undefined;
  #failedAt: SourcePlace | undefined;
  #backend: BackendInfo | undefined;
  #recovered = false;
  #millisecondsPerFrame: number | undefined;
  #isWaiting = false;
  /** Where playing has come to, in frames; its whole part is the frame to show. */
  #playhead = 0;
  #framesPerSecond = 10;
  #lastTick: number | undefined;

  /** `post` sends to the worker; `onDidChange` is told after every change of the state, possibly often. */
  constructor(post: (request: RunRequest) => void, onDidChange: (state: RunState) => void) {
    this.#post = post;
    this.#onDidChange = onDidChange;
  }

  /** What is recorded; `undefined` before the run has started. The list of frames grows in place. */
  get trace(): Trace | undefined {
    return this.#setup && { setup: this.#setup, frames: this.#frames };
  }

  get state(): RunState {
    return {
      status: this.#status(),
      runId: this.#runId,
      frame: this.#frames.length === 0 ? -1 : this.#shownFrame(),
      destination: this.#destination(),
      isPlaying: this.#goal.kind === 'seek' ? this.#goal.thenPlay : this.#goal.kind !== 'hold',
      recorded: this.#frames.length,
      frameCount: this.#complete ? this.#frames.length : this.#frameCount,
      complete: this.#complete,
      recovered: this.#recovered,
      ...(this.#backend && { backend: this.#backend }),
      ...(this.#failure !== undefined && { failure: this.#failure }),
      ...(this.#failedAt && { failedAt: this.#failedAt }),
      ...(this.#millisecondsPerFrame !== undefined && { millisecondsPerFrame: this.#millisecondsPerFrame }),
    };
  }

  /** Whether time matters now, so that `tick` should be called on every animation frame. */
  get needsTicks(): boolean {
    return this.#goal.kind === 'play' && Number.isFinite(this.#framesPerSecond) && this.#frames.length > 0;
  }

  /** Ends the current run, if any, and starts another; reports of the old one that are still under way are ignored. */
  start(order: RunOrder): void {
    this.#runId += 1;
    this.#order = order;
    this.#setup = undefined;
    this.#frames = [];
    this.#frameCount = 0;
    this.#complete = false;
    this.#failure = undefined;
    this.#failedAt = undefined;
    this.#recovered = false;
    this.#isWaiting = false;
    this.#playhead = 0;
    this.#goal = { kind: 'seek', frame: order.frame, thenPlay: order.play };
    const { experimentId, params, seed, backend, locale } = order;
    this.#post({ type: 'start', runId: this.#runId, experimentId, params, seed, backend, locale });
    this.#onDidChange(this.state);
  }

  /** Goes on from the shown frame at the set speed; from the first one if the last is shown. */
  play(): void {
    if (this.#failure !== undefined) return;
    if (this.#goal.kind === 'seek') this.#goal = { ...this.#goal, thenPlay: true };
    else this.#pursue({ kind: 'play' }, this.#isAtEnd() ? 0 : this.#shownFrame());
  }

  /** Holds at the shown frame, or at the one that it is on the way to. */
  pause(): void {
    if (this.#goal.kind === 'seek') this.#goal = { ...this.#goal, thenPlay: false };
    else this.#pursue(hold);
  }

  /** Shows the next frame, `count` frames on, or `-count` back, and holds there. */
  step(count = 1): void {
    this.seek(Math.max(0, this.#destination() + count));
  }

  /** Shows a frame, computing up to it where needed, and holds there. Beyond the end it is the last one. */
  seek(frame: number): void {
    this.#pursue({ kind: 'seek', frame, thenPlay: false });
  }

  /** Runs to the last frame as fast as the worker can. */
  finish(): void {
    this.#pursue({ kind: 'end' });
  }

  /** Back to the state before the first step, held. A failed run is started again. */
  reset(): void {
    if (this.#failure !== undefined && this.#order) {
      this.start({ ...this.#order, frame: 0, play: false });
    } else {
      this.seek(0);
    }
  }

  /** Frames a second while playing, > 0; `Infinity` for as fast as the worker can. */
  setSpeed(framesPerSecond: number): void {
    this.#framesPerSecond = framesPerSecond;
    this.#lastTick = undefined;
    this.#update();
  }

  /** Ends the run for good, e.g. because the worker died. What is recorded stays. */
  fail(message: string, place?: SourcePlace): void {
    this.#failure = message;
    this.#failedAt = place;
    this.#goal = hold;
    this.#onDidChange(this.state);
  }

  /** Moves playing on. `now` in milliseconds, from any origin, never backwards. */
  tick(now: number): void {
    const elapsed = Math.min(now - (this.#lastTick ?? now), LONGEST_TICK_MILLISECONDS);
    this.#lastTick = now;
    if (!this.needsTicks) return;
    const before = this.#shownFrame();
    // A worker slower than the set speed is asked for what fits into one answer, not for a growing debt.
    const furthest = this.#frames.length - 1 + Math.max(1, this.#framesPerSecond / 10);
    this.#playhead = Math.min(this.#playhead + (elapsed / 1000) * this.#framesPerSecond, furthest);
    this.#settle();
    this.#pull();
    if (this.#shownFrame() !== before) this.#onDidChange(this.state);
  }

  /** Takes a report of the worker; those of earlier runs are ignored. */
  receive(report: RunReport): void {
    if (report.runId !== this.#runId) return;
    if (report.type === 'started') this.#begin(report);
    else if (report.type === 'frames') this.#record(report);
    else if (report.type === 'recovered') this.#recover(report.backend);
    else this.fail(report.message, report.place);
  }

  #begin(report: Extract<RunReport, { type: 'started' }>): void {
    this.#setup = report.setup;
    this.#frameCount = report.frameCount;
    this.#backend = report.backend;
    this.#update();
  }

  #record(report: Extract<RunReport, { type: 'frames' }>): void {
    if (report.index !== this.#frames.length) {
      this.fail(`Frame ${report.index} arrived where frame ${this.#frames.length} was expected.`);
      return;
    }
    this.#isWaiting = false;
    this.#frames.push(...(report.frames as readonly PostedValues[]));
    this.#complete = report.done;
    this.#millisecondsPerFrame = report.millisecondsPerFrame;
    this.#update();
  }

  #recover(backend: BackendInfo): void {
    this.#backend = backend;
    this.#recovered = true;
    this.#onDidChange(this.state);
  }

  /** Goes on from the shown frame, also when playing was between two frames. */
  #pursue(goal: Goal, from = this.#shownFrame()): void {
    this.#playhead = from;
    this.#goal = goal;
    this.#lastTick = undefined;
    this.#update();
  }

  #update(): void {
    this.#settle();
    this.#pull();
    this.#onDidChange(this.state);
  }

  /** Moves the playhead to where the goal has it, given what is recorded, and ends goals that are reached. */
  #settle(): void {
    const last = this.#frames.length - 1;
    if (last < 0) return;
    if (this.#goal.kind === 'seek' && (last >= this.#goal.frame || this.#complete)) {
      this.#playhead = Math.min(this.#goal.frame, last);
      this.#goal = this.#goal.thenPlay ? { kind: 'play' } : hold;
    }
    if (this.#runsAtFullSpeed()) this.#playhead = last;
    if (this.#goal.kind !== 'seek' && this.#isAtEnd()) this.#goal = hold;
  }

  /** Asks for frames if the goal needs more than are recorded and no request is under way. */
  #pull(): void {
    if (!this.#setup || this.#isWaiting || this.#complete || this.#failure !== undefined) return;
    const missing = this.#neededFrame() - (this.#frames.length - 1);
    if (missing < 1) return;
    this.#isWaiting = true;
    this.#post({
      type: 'advance',
      runId: this.#runId,
      count: Math.min(missing, MOST_FRAMES_A_REQUEST),
      budgetMilliseconds: this.#isHurrying() ? HURRYING_BUDGET_MILLISECONDS : WATCHING_BUDGET_MILLISECONDS,
    });
  }

  /** The furthest frame that the goal needs now; the first one is always needed. */
  #neededFrame(): number {
    const goal = this.#goal;
    if (this.#runsAtFullSpeed()) return Number.POSITIVE_INFINITY;
    if (goal.kind === 'seek') return goal.frame;
    return goal.kind === 'play' ? Math.floor(this.#playhead) : 0;
  }

  #isHurrying(): boolean {
    return this.#runsAtFullSpeed() || this.#goal.kind === 'seek';
  }

  #runsAtFullSpeed(): boolean {
    return this.#goal.kind === 'end' || (this.#goal.kind === 'play' && this.#framesPerSecond === Infinity);
  }

  #shownFrame(): number {
    return Math.max(0, Math.min(Math.floor(this.#playhead), this.#frames.length - 1));
  }

  #destination(): number {
    return this.#goal.kind === 'seek' ? this.#goal.frame : this.#shownFrame();
  }

  #isAtEnd(): boolean {
    return this.#complete && this.#shownFrame() === this.#frames.length - 1;
  }

  #status(): RunStatus {
    if (!this.#order) return 'idle';
    if (this.#failure !== undefined) return 'failed';
    if (this.#frames.length === 0) return 'starting';
    if (this.#goal.kind === 'seek') return 'replaying';
    if (this.#goal.kind !== 'hold') return 'playing';
    return this.#isAtEnd() ? 'finished' : 'paused';
  }
}
