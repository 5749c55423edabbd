import type { ChoicePrediction, CurvePrediction } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import { createButton } from '../controls/toolkit';
import { element, setText } from '../dom';
import type { Strings } from '../strings';
import { setInlineMarkdown } from '../text';
import type { DrawnCurve } from './drawnCurve';
import type { Given } from './predictions';

/** The part of the card in which the learner answers. */
export interface QuestionForm {
  readonly element: HTMLElement;
  /** Shows what has become of a drawn curve. */
  refresh(): void;
}

/** What a form does besides answering. */
export interface QuestionFormActions {
  readonly onAnswer: (given: Given) => void;
  readonly onSkip: () => void;
  readonly onSwitchOff: () => void;
}

/** Buttons below a question: the one that answers, with the reason why it cannot yet, and those that do not. */
function createButtonRow(
  strings: Strings,
  answerLabel: string,
  missing: string,
  onAnswer: () => void,
  actions: QuestionFormActions,
) {
  const { skip, switchOff, switchOffHint } = strings.prediction;
  const answer = createButton('primary', answerLabel, undefined, onAnswer);
  const reason = element('p', { class: 'control-help prediction-reason', id: 'prediction-reason' }, missing);
  answer.element.setAttribute('aria-describedby', reason.id);
  const off = createButton('secondary', switchOff, undefined, actions.onSwitchOff);
  off.element.title = switchOffHint;
  const others = [createButton('secondary', skip, undefined, actions.onSkip).element, off.element];
  const setReady = (isReady: boolean) => {
    answer.disable(isReady ? undefined : missing);
    setText(reason, isReady ? '' : missing);
  };
  setReady(false);
  const row = element('div', { class: 'prediction-buttons' }, answer.element, ...others);
  return { elements: [row, reason], setReady };
}

/** The form of a question with options. */
export function createChoiceForm(
  prediction: ChoicePrediction,
  locale: Locale,
  strings: Strings,
  actions: QuestionFormActions,
): QuestionForm {
  let chosen: string | undefined;
  const answer = () => chosen !== undefined && actions.onAnswer({ kind: 'choice', option: chosen });
  const { predictAndStart, chooseFirst } = strings.prediction;
  const buttons = createButtonRow(strings, predictAndStart, chooseFirst, answer, actions);
  const options = prediction.options.map(({ id, text }) => {
    const radio = element('input', { type: 'radio', name: 'prediction', value: id });
    radio.addEventListener('change', () => {
      chosen = id;
      buttons.setReady(true);
    });
    const label = element('span');
    setInlineMarkdown(label, text[locale]);
    return element('label', { class: 'prediction-option' }, radio, label);
  });
  const legend = element('legend', { class: 'prediction-question' });
  setInlineMarkdown(legend, prediction.question[locale]);
  const group = element('fieldset', { class: 'prediction-options' }, legend, ...options);
  return { element: element('div', {}, group, ...buttons.elements), refresh: () => undefined };
}

/**
 * The form of a question that is answered in a chart. `curve` gives the curve that is drawn there, once there is a run; `viewTitle` is
 * plain text.
 */
export function createCurveForm(
  prediction: CurvePrediction,
  viewTitle: string,
  curve: () => DrawnCurve | undefined,
  locale: Locale,
  strings: Strings,
  actions: QuestionFormActions & { readonly onChange: () => void; readonly onGoToView: () => void },
): QuestionForm {
  const { drawIn, drawHint, done, notWhole, goToView, undoStroke } = strings.prediction;
  const answer = () => {
    const values = curve()?.whole;
    if (values) actions.onAnswer({ kind: 'curve', values });
  };
  const buttons = createButtonRow(strings, done, notWhole, answer, actions);
  const undo = createButton('secondary', undoStroke, undefined, () => {
    curve()?.undo();
    actions.onChange();
  });
  const go = createButton('secondary', goToView, undefined, actions.onGoToView);
  const question = element('p', { class: 'prediction-question' });
  setInlineMarkdown(question, prediction.question[locale]);
  const text = element('p', {}, drawIn(viewTitle));
  const hint = element('p', { class: 'control-help' }, drawHint);
  const tools = element('div', { class: 'prediction-buttons' }, go.element, undo.element);
  const refresh = () => {
    buttons.setReady(curve()?.whole !== undefined);
    undo.disable(curve()?.canUndo ? undefined : strings.prediction.nothingDrawn);
  };
  refresh();
  return { element: element('div', {}, question, text, hint, tools, ...buttons.elements), refresh };
}
