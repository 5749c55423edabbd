import type { ExperimentSpec, Prediction, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import { createButton } from '../controls/toolkit';
import { element } from '../dom';
import type { Settings } from '../settingsHistory';
import type { Strings } from '../strings';
import { plainText, setInlineMarkdown } from '../text';
import { arrayField } from '../views/fields';
import { DrawnCurve } from './drawnCurve';
import { curveSentences, drawingAxis, drawnView, judgePrediction, type Outcome } from './outcome';
import type { PredictedCurve, PredictionSource } from './predictionSource';
import {
  askedIn,
  type Given,
  nextQuestion,
  type Predictions,
  type QuestionState,
  questionState,
  settingsKey,
  withQuestion,
  withSwitch,
} from './predictions';
import { createChoiceForm, createCurveForm, type QuestionForm } from './questionForm';

/** What follows from what the learner does in the card. */
export interface PredictionActions {
  /** A question was opened: the run goes back to its first frame and waits there. */
  readonly onAsk: () => void;
  /** The question is answered or skipped: the run goes on. */
  readonly onStart: () => void;
  /** What is to be saved, what pictures ask for, or whether the run waits may have changed. */
  readonly onDidChange: () => void;
  /** The learner wants to go to the picture of that id. */
  readonly onGoToView: (viewId: string) => void;
}

/** The experiment on the page, and what the card knows of its run. */
interface Session {
  readonly spec: ExperimentSpec;
  /** As `settingsKey` writes them. */
  readonly settings: string;
  readonly setup?: Setup;
  /** The finished run with what it says about the current question. */
  readonly finished?: { readonly trace: Trace; readonly outcome: Outcome | undefined };
}

/** Asks the learner what a run will show before it starts, and says afterwards what it showed. */
export class PredictionCard implements PredictionSource {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #actions: PredictionActions;
  readonly #heading = element('h2', { id: 'prediction-heading', tabindex: '-1' });
  /** Read out when what the run showed is put in. */
  readonly #body = element('div', { class: 'prediction-body', 'aria-live': 'polite' });
  #state: Predictions;
  #session: Session | undefined;
  #curve: DrawnCurve | undefined;
  /** Kept while its question is open, with what the learner has entered. */
  #form: (QuestionForm & { readonly prediction: Prediction }) | undefined;

  /** `saved`: what is known of earlier predictions in this panel. */
  constructor(locale: Locale, strings: Strings, saved: Predictions, actions: PredictionActions) {
    this.#locale = locale;
    this.#strings = strings;
    this.#state = saved;
    this.#actions = actions;
    const label = { class: 'prediction', 'aria-labelledby': 'prediction-heading' };
    this.element = element('section', label, this.#heading, this.#body);
    this.element.hidden = true;
  }

  /** What is to be saved. */
  get state(): Predictions {
    return this.#state;
  }

  get isWaiting(): boolean {
    return this.#state.isOn && this.#question()?.state.status === 'open';
  }

  /**
   * Goes to another experiment. Where nothing was asked in it yet and its run begins at the start, its first question is opened; then
   * `isWaiting`, and the run must be held at its first frame. Calls `onDidChange` only.
   */
  setSpec(spec: ExperimentSpec, { params, seed }: Settings, isAtStart: boolean): void {
    this.#session = { spec, settings: settingsKey(params, seed) };
    this.#curve = undefined;
    const first = spec.predictions?.[0];
    if (first && isAtStart && this.#state.isOn && !this.#question()) this.#set(first.id, { status: 'open' });
    this.#prepareCurve();
    this.#update();
  }

  /** Takes other settings of the same experiment. What was predicted for others is not compared with their run. */
  setSettings({ params, seed }: Settings): void {
    const settings = settingsKey(params, seed);
    if (!this.#session || settings === this.#session.settings) return;
    this.#session = { spec: this.#session.spec, settings };
    this.#curve = undefined;
    this.#update();
  }

  /** A run begins; to be called before the pictures are told. */
  begin(setup: Setup): void {
    if (!this.#session) return;
    const { spec, settings } = this.#session;
    this.#session = { spec, settings, setup };
    this.#prepareCurve();
    this.#update();
  }

  /** Says what a run showed. To be called when its last frame is shown; does nothing where that was said already. */
  showResult(trace: Trace): void {
    const question = this.#question();
    if (!this.#session || this.#session.finished || question?.state.status !== 'answered') return;
    if (question.state.settings !== this.#session.settings) return;
    const { spec } = this.#session;
    const outcome = judgePrediction(spec, question.prediction, question.state.given, trace);
    this.#session = { ...this.#session, finished: { trace, outcome } };
    this.#update();
  }

  /** The learner moved the run by hand: a question that is open counts as skipped. Does not call `onStart`. */
  skip(): void {
    const question = this.#question();
    if (!this.isWaiting || !question) return;
    this.#set(question.prediction.id, { status: 'skipped' });
    this.#update();
  }

  /** Switches questions on or off. On: a question of this experiment that was left out is asked now. */
  switchOn(isOn: boolean): void {
    const wasWaiting = this.isWaiting;
    this.#state = withSwitch(this.#state, isOn);
    const missed = this.#question() ?? this.#firstQuestion();
    if (isOn && missed && missed.state?.status !== 'answered') this.#ask(missed.prediction.id);
    else this.#update();
    if (wasWaiting && !isOn) this.#actions.onStart();
  }

  predictedCurve(viewId: string): PredictedCurve | undefined {
    const question = this.#question();
    if (question?.prediction.kind !== 'curve' || question.prediction.view !== viewId) return undefined;
    const isShown = this.isWaiting || question.state.status === 'answered';
    if (!this.#curve || !isShown) return undefined;
    return { series: question.prediction.series, curve: this.#curve, isOpen: this.isWaiting };
  }

  curveChanged(): void {
    this.#form?.refresh();
    this.#actions.onDidChange();
  }

  #firstQuestion() {
    const prediction = this.#session?.spec.predictions?.[0];
    return prediction && { prediction, state: undefined };
  }

  /** The question that was asked last in this experiment; `undefined`: none. */
  #question(): { readonly prediction: Prediction; readonly state: QuestionState } | undefined {
    if (!this.#session) return undefined;
    const { id, predictions = [] } = this.#session.spec;
    const current = askedIn(this.#state, id)?.current;
    const prediction = predictions.find((candidate) => candidate.id === current);
    const state = prediction && questionState(this.#state, id, prediction.id);
    return prediction && state && { prediction, state };
  }

  #set(question: string, next: QuestionState): void {
    if (this.#session) this.#state = withQuestion(this.#state, this.#session.spec.id, question, next);
  }

  #ask(question: string): void {
    if (!this.#session) return;
    const { spec, settings, setup } = this.#session;
    this.#session = { spec, settings, ...(setup && { setup }) };
    this.#set(question, { status: 'open' });
    this.#curve = undefined;
    this.#prepareCurve();
    this.#update();
    this.#actions.onAsk();
  }

  #answer(given: Given): void {
    const question = this.#question();
    if (!this.#session || !question) return;
    const { settings } = this.#session;
    this.#set(question.prediction.id, { status: 'answered', given, settings });
    this.#prepareCurve();
    this.#update();
    this.#actions.onStart();
  }

  /** The curve of the current question for the points of the run: as it was answered, or still to be drawn. */
  #prepareCurve(): void {
    const drawn = this.#curve;
    this.#curve = undefined;
    const question = this.#question();
    const { spec, setup, settings } = this.#session ?? {};
    if (!spec || !setup || question?.prediction.kind !== 'curve') return;
    const { prediction, state } = question;
    const view = drawnView(spec, prediction);
    if (!view) return;
    const axis = drawingAxis(spec, prediction);
    const points = arrayField(setup, view.x.field).length;
    const isKept = state.status === 'open' && drawn?.line.length === points;
    if (state.status === 'open') this.#curve = isKept ? drawn : DrawnCurve.empty(axis, points);
    if (state.status !== 'answered' || state.given.kind !== 'curve' || state.settings !== settings) return;
    if (state.given.values.length === points) this.#curve = new DrawnCurve(axis, state.given.values);
  }

  #update(): void {
    const hadFocus = this.element.contains(document.activeElement);
    this.#render();
    // Where what had the focus is gone, the keyboard should not begin at the top of the page again.
    const hasFocus = this.element.contains(document.activeElement);
    if (hadFocus && !hasFocus) this.#heading.focus({ preventScroll: true });
    this.#actions.onDidChange();
  }

  #render(): void {
    const question = this.#question();
    const isShown = question && (this.isWaiting || question.state.status === 'answered');
    // What is said after the run takes the place of the question, so that the pictures below stay where they are.
    this.element.style.minHeight = this.isWaiting ? '' : `${this.element.offsetHeight}px`;
    this.element.hidden = !isShown;
    if (this.isWaiting && this.#form && this.#form.prediction === question?.prediction) {
      this.#form.refresh();
      return;
    }
    this.#form = undefined;
    if (!isShown) return;
    const { heading, comparison } = this.#strings.prediction;
    const count = this.#countOf(question.prediction);
    this.#heading.replaceChildren(this.isWaiting ? heading : comparison, ...count);
    this.#body.replaceChildren(...this.#content(question.prediction, question.state));
  }

  #countOf({ id }: Prediction): readonly Node[] {
    const predictions = this.#session?.spec.predictions ?? [];
    if (predictions.length < 2) return [];
    const number = predictions.findIndex((prediction) => prediction.id === id) + 1;
    const text = this.#strings.prediction.questionOf(number, predictions.length);
    return [element('span', { class: 'prediction-count' }, ` ${text}`)];
  }

  #content(prediction: Prediction, state: QuestionState): readonly Node[] {
    if (state.status === 'answered') return this.#answered(prediction, state.given, state.settings);
    this.#form = { ...this.#createForm(prediction), prediction };
    return [this.#form.element];
  }

  #createForm(prediction: Prediction): QuestionForm {
    const actions = {
      onAnswer: (given: Given) => this.#answer(given),
      onSkip: () => {
        this.skip();
        this.#actions.onStart();
      },
      onSwitchOff: () => this.switchOn(false),
    };
    const [locale, strings] = [this.#locale, this.#strings];
    if (prediction.kind === 'choice') return createChoiceForm(prediction, locale, strings, actions);
    const { spec } = this.#session ?? {};
    const title = plainText((spec && drawnView(spec, prediction)?.title[locale]) ?? '');
    return createCurveForm(prediction, title, () => this.#curve, locale, strings, {
      ...actions,
      onChange: () => this.curveChanged(),
      onGoToView: () => this.#actions.onGoToView(prediction.view),
    });
  }

  #answered(prediction: Prediction, given: Given, settings: string): readonly Node[] {
    const isCompared = settings === this.#session?.settings;
    const { pending, otherSettings } = this.#strings.prediction;
    const question = element('p', { class: 'prediction-question' });
    setInlineMarkdown(question, prediction.question[this.#locale]);
    const buttons = element('div', { class: 'prediction-buttons' }, ...this.#nextButtons(isCompared));
    const { finished } = this.#session ?? {};
    if (!isCompared) return [question, element('p', { class: 'control-help' }, otherSettings), buttons];
    const facts = this.#factsOf(prediction, given);
    if (!finished) return [question, facts, element('p', { class: 'control-help' }, pending)];
    return [question, facts, ...this.#result(prediction, facts, finished.trace, finished.outcome), buttons];
  }

  /** What was predicted; what came out is added when it is known. */
  #factsOf(prediction: Prediction, given: Given): HTMLElement {
    const { yours, yourCurveIsDrawn } = this.#strings.prediction;
    const text = given.kind === 'choice' ? this.#option(prediction, given.option) : yourCurveIsDrawn;
    const facts = element('dl', { class: 'prediction-facts' });
    facts.append(element('dt', {}, yours), element('dd', {}, text));
    return facts;
  }

  #option(prediction: Prediction, id: string): HTMLElement {
    const option = prediction.kind === 'choice' && prediction.options.find((each) => each.id === id);
    const text = element('span');
    setInlineMarkdown(text, option ? option.text[this.#locale] : '–');
    return text;
  }

  /** What follows the facts; what came out is added to them. */
  #result(
    prediction: Prediction,
    facts: HTMLElement,
    trace: Trace,
    outcome: Outcome | undefined,
  ): readonly Node[] {
    const { right, otherwise, outcome: heading } = this.#strings.prediction;
    const because = element('p', { class: 'prediction-because' });
    setInlineMarkdown(because, prediction.because[this.#locale]);
    if (outcome?.kind === 'choice') {
      facts.append(element('dt', {}, heading), element('dd', {}, this.#option(prediction, outcome.answer)));
      const verdict = outcome.isRight ? `✓ ${right}` : `→ ${otherwise}`;
      const attributes = { class: 'prediction-verdict', 'data-right': String(outcome.isRight) };
      return [element('p', attributes, verdict), because];
    }
    if (outcome?.kind !== 'curve' || prediction.kind !== 'curve' || !this.#session) return [because];
    const { spec } = this.#session;
    const strings = this.#strings;
    const sentences = curveSentences(spec, prediction, outcome.score, trace, this.#locale, strings);
    return [...sentences.map((sentence) => element('p', {}, sentence)), because];
  }

  #nextButtons(isCompared: boolean): readonly Node[] {
    const { spec } = this.#session ?? {};
    const question = this.#question();
    if (!spec || !question || !this.#state.isOn) return [];
    const { next, again } = this.#strings.prediction;
    const ids = spec.predictions?.map(({ id }) => id) ?? [];
    const following = nextQuestion(this.#state, spec.id, ids);
    const create = (label: string, id: string) =>
      createButton('secondary', label, undefined, () => this.#ask(id)).element;
    return [
      ...(following === undefined ? [] : [create(next, following)]),
      ...(isCompared ? [] : [create(again, question.prediction.id)]),
    ];
  }
}
