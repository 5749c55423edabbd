import { type ButtonWidget, createButton, createDropdown } from './controls/toolkit';
import { element, setText } from './dom';
import { createIcon } from './icons';
import { formatCount } from './numbers';
import { ProgressNews } from './progressNews';
import type { RunState } from './runLoop';
import type { Strings } from './strings';

/** Frames a second at 1×. */
const BASE_FRAMES_PER_SECOND = 10;

/** The speeds to choose from, as factors; the last one is as fast as the worker can. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, Number.POSITIVE_INFINITY];

/** Index of the speed that a run has before the learner chooses another. */
export const DEFAULT_SPEED = 2;

/** Frames a second at a speed of the list. */
export function framesPerSecondAt(speed: number): number {
  return (SPEEDS[speed] ?? 1) * BASE_FRAMES_PER_SECOND;
}

/** What the transport's controls do. */
export interface TransportActions {
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly onStep: (count: 1 | -1) => void;
  readonly onReset: () => void;
  readonly onFinish: () => void;
  readonly onSeek: (frame: number) => void;
  /** `speed` is an index in `SPEEDS`. */
  readonly onSpeed: (speed: number) => void;
}

/** Starts, stops and moves the run, and says where it is. */
export class Transport {
  readonly element: HTMLElement;
  readonly #strings: Strings;
  readonly #play: ButtonWidget;
  readonly #stepForward: ButtonWidget;
  readonly #stepBack: ButtonWidget;
  readonly #toStart: ButtonWidget;
  readonly #toEnd: ButtonWidget;
  readonly #course: HTMLInputElement;
  readonly #progress = element('span', { class: 'progress' });
  readonly #status = element('p', { class: 'status', role: 'status' });
  /** For screen readers, from time to time. */
  readonly #spoken = element('p', { class: 'visually-hidden', role: 'status' });
  readonly #news = new ProgressNews();
  readonly #pace = element('span', { class: 'pace' });
  readonly #setSpeed: (value: string) => void;
  #isPlaying = false;

  constructor(strings: Strings, actions: TransportActions) {
    this.#strings = strings;
    const toggle = () => (this.#isPlaying ? actions.onPause() : actions.onPlay());
    this.#toStart = createButton('icon', strings.toStart, createIcon('toStart'), actions.onReset);
    this.#stepBack = createButton('icon', strings.stepBack, createIcon('stepBack'), () => actions.onStep(-1));
    this.#play = createButton('primary', strings.play, createIcon('play'), toggle);
    this.#play.element.classList.add('play-button');
    this.#stepForward = createButton('icon', strings.stepForward, createIcon('stepForward'), () =>
      actions.onStep(1),
    );
    this.#toEnd = createButton('icon', strings.toEnd, createIcon('toEnd'), actions.onFinish);
    const entries = SPEEDS.map((factor, index) => ({
      value: String(index),
      label: strings.speedName(factor),
    }));
    const speed = createDropdown(strings.speed, entries, String(DEFAULT_SPEED), (value) =>
      actions.onSpeed(Number(value)),
    );
    speed.element.classList.add('speed');
    this.#setSpeed = speed.setValue;
    this.#course = element('input', { type: 'range', class: 'course', min: '0', max: '1', value: '0' });
    this.#course.setAttribute('aria-label', strings.course);
    this.#course.addEventListener('input', () => actions.onSeek(this.#course.valueAsNumber));
    this.element = this.#layOut(speed.element);
  }

  /** Shows the chosen speed, an index in `SPEEDS`. */
  setSpeed(speed: number): void {
    this.#setSpeed(String(speed));
  }

  /** Shows a run. `stepsPerFrame` turns its frames into training steps. */
  show(state: RunState, stepsPerFrame: number): void {
    const step = Math.max(0, state.frame) * stepsPerFrame;
    this.#showPlayButton(state.status === 'playing');
    this.#showCourse(state, step, (state.frameCount - 1) * stepsPerFrame);
    setText(this.#status, this.#describe(state, step, state.destination * stepsPerFrame));
    this.#disable(state);
    this.#tell(state);
    const pace = state.millisecondsPerFrame;
    setText(this.#pace, pace === undefined ? '' : this.#strings.perFrame(formatCount(Math.ceil(pace))));
  }

  /** How far a run is that goes on; that it starts and ends is in its status. */
  #tell({ isPlaying }: RunState): void {
    const news = this.#news.next(isPlaying, this.#progress.textContent, performance.now());
    if (news !== undefined || !isPlaying) setText(this.#spoken, news ?? '');
  }

  /** Takes the buttons that can do nothing now out of use, and says why. */
  #disable(state: RunState): void {
    const { failed, starting } = this.#strings.status;
    const { isFirstFrame, isLastFrame } = this.#strings;
    const isFailed = state.status === 'failed';
    const notYet = state.recorded === 0 ? starting : undefined;
    const isLast = state.complete && state.frame === state.recorded - 1;
    const atEnd = isFailed ? failed : isLast ? isLastFrame : undefined;
    this.#play.disable(isFailed ? failed : undefined);
    this.#toStart.disable(isFailed ? undefined : notYet);
    this.#stepBack.disable(notYet ?? (state.frame > 0 ? undefined : isFirstFrame));
    this.#stepForward.disable(atEnd ?? notYet);
    this.#toEnd.disable(atEnd);
  }

  #layOut(speed: HTMLElement): HTMLElement {
    const buttons = element(
      'div',
      { class: 'transport-buttons' },
      this.#toStart.element,
      this.#stepBack.element,
      this.#play.element,
      this.#stepForward.element,
      this.#toEnd.element,
      speed,
    );
    const numbers = element('div', { class: 'transport-numbers' }, this.#progress, this.#pace);
    const course = element('div', { class: 'transport-course' }, this.#course, numbers);
    const label = { class: 'transport', 'aria-label': this.#strings.run };
    return element('section', label, buttons, course, this.#status, this.#spoken);
  }

  #showPlayButton(isPlaying: boolean): void {
    if (this.#isPlaying === isPlaying) return;
    this.#isPlaying = isPlaying;
    if (isPlaying) this.#play.show(this.#strings.pause, createIcon('pause'));
    else this.#play.show(this.#strings.play, createIcon('play'));
  }

  #showCourse(state: RunState, step: number, total: number): void {
    const isKnown = state.frameCount > 0 && state.frame >= 0;
    const text = isKnown ? this.#strings.progress(step, total) : this.#strings.progressUnknown;
    setText(this.#progress, text);
    this.#course.disabled = !isKnown;
    this.#course.setAttribute('aria-valuetext', text);
    if (!isKnown) return;
    const last = Math.max(1, state.frameCount - 1);
    this.#course.max = String(last);
    this.#course.value = String(state.frame);
    this.#course.style.setProperty('--filled', `${(100 * state.frame) / last}%`);
    this.#course.style.setProperty('--recorded', `${(100 * (state.recorded - 1)) / last}%`);
  }

  /** Changes with the status, not with every step: it is read out. */
  #describe(state: RunState, step: number, destination: number): string {
    const { status } = this.#strings;
    if (state.status === 'replaying') return status.replaying(destination);
    if (state.status === 'paused') return status.paused(step);
    if (state.status === 'finished') return status.finished(step);
    return status[state.status];
  }
}
