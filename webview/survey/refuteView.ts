import { isWithin } from '../../src/experiments/kit/claims';
import type { Claim } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import { boundText, measuredText } from '../claimNumbers';
import { createButton } from '../controls/toolkit';
import { element, setText } from '../dom';
import type { Strings } from '../strings';
import { createTable } from '../table';
import { plainText } from '../text';
import { workerProblemText } from '../workerLink';
import { type Finding, judgeSeeds, type SeedResult } from './refutation';
import { type RefutationState, SEEDS_AN_ATTEMPT } from './refuter';
import { SeedStrip } from './seedStrip';

/** What the learner does about a claim. */
export interface RefuteActions {
  readonly onTry: () => void;
  readonly onCancel: () => void;
  readonly onShowRun: (seed: number) => void;
}

/** Below a claim: the button that tries to refute it, and what came of that. */
export class RefuteView {
  readonly element = element('div', { class: 'refute' });
  readonly #claim: Claim;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #actions: RefuteActions;
  readonly #button;
  readonly #hint = element('span', { class: 'control-help' });
  readonly #result = element('div', { class: 'refute-result' });
  readonly #progress = element('p', { class: 'refute-progress' });
  readonly #verdict = element('p', { class: 'refute-verdict' });
  readonly #strip: SeedStrip;
  readonly #worst = element('p');
  readonly #show: HTMLButtonElement;
  readonly #failures = element('ul', { class: 'refute-failures' });
  readonly #rows = element('tbody');
  readonly #table: HTMLDetailsElement;
  #state: RefutationState | undefined;
  #worstSeed = 0;

  constructor(claim: Claim, locale: Locale, strings: Strings, actions: RefuteActions) {
    this.#claim = claim;
    this.#locale = locale;
    this.#strings = strings;
    this.#actions = actions;
    const { tryToRefute, showRun } = strings.survey;
    this.#strip = new SeedStrip(claim, locale, strings);
    this.#button = createButton('secondary', tryToRefute, undefined, () => this.#press());
    this.#show = element('button', { class: 'link-button', type: 'button' }, showRun);
    this.#show.addEventListener('click', () => actions.onShowRun(this.#worstSeed));
    this.#table = this.#createTable();
    this.#result.hidden = true;
    const worst = element('div', { class: 'refute-worst' }, this.#worst, this.#show);
    this.#result.append(
      this.#progress,
      this.#strip.element,
      this.#verdict,
      worst,
      this.#failures,
      this.#table,
    );
    const row = element('div', { class: 'refute-actions' }, this.#button.element, this.#hint);
    this.element.append(row, this.#result);
  }

  /** Shows how far the attempt has come; calls no one. */
  show(state: RefutationState): void {
    this.#state = state;
    this.#showButton(state);
    const { results, planned, problem } = state;
    this.#result.hidden = planned === 0 && !problem;
    if (this.#result.hidden) return;
    const finding = judgeSeeds(this.#claim, results);
    this.element.dataset.refuted = results.length === 0 ? 'open' : String(finding.isRefuted);
    setText(this.#progress, this.#progressText(finding, state));
    this.#strip.show(results);
    setText(this.#verdict, this.#verdictText(finding, state));
    this.#showWorst(finding);
    this.#showFailures(state);
    this.#fillTable();
  }

  #press(): void {
    if (this.#state?.isRunning) {
      this.#actions.onCancel();
      return;
    }
    // Of all claims that the runs judge, only the one that was asked about is read out, and only its verdict.
    this.#verdict.setAttribute('role', 'status');
    this.#actions.onTry();
  }

  #showButton({ isRunning, isBlocked, results }: RefutationState): void {
    const { cancel, tryToRefute, further, blocked } = this.#strings.survey;
    const begin = results.length > 0 ? further(SEEDS_AN_ATTEMPT) : tryToRefute;
    this.#button.show(isRunning ? cancel : begin);
    this.#button.disable(isBlocked ? blocked : undefined);
    setText(this.#hint, isBlocked ? blocked : '');
  }

  #bound(): string {
    return boundText(this.#claim.bound, this.#locale, this.#strings);
  }

  #number(measured: number): string {
    if (Number.isNaN(measured)) return this.#strings.survey.noNumber;
    return measuredText(measured, this.#claim.bound, this.#locale);
  }

  #progressText({ tried, holding, mean }: Finding, { planned }: RefutationState): string {
    const { survey } = this.#strings;
    const counted = survey.tried(tried, planned, holding);
    if (mean === undefined) return counted;
    return `${counted} ${survey.meanIs(tried, this.#number(mean), this.#bound())}`;
  }

  #verdictText({ tried, mean, isRefuted }: Finding, { isRunning }: RefutationState): string {
    // A mean may yet come right; one seed is enough against all others.
    if (tried === 0 || (isRunning && mean !== undefined)) return '';
    const { verdicts, finding } = this.#strings.survey;
    if (!isRefuted) return isRunning ? verdicts.standingSoFar : verdicts.standing;
    return `✗ ${verdicts.refuted} ${mean === undefined ? finding.everySeed : finding.mean}`;
  }

  #showWorst({ worst, mean }: Finding): void {
    this.#show.hidden = !worst;
    if (!worst) {
      setText(this.#worst, '');
      return;
    }
    this.#worstSeed = worst.seed;
    const { weakest, refutedBy, closest } = this.#strings.survey;
    const number = this.#number(worst.measured);
    const say = isWithin(worst.measured, this.#claim.bound) ? closest : refutedBy;
    setText(
      this.#worst,
      mean === undefined ? say(worst.seed, number, this.#bound()) : weakest(worst.seed, number),
    );
  }

  #showFailures({ results, problem }: RefutationState): void {
    const { survey } = this.#strings;
    const failed = results.flatMap(({ seed, failure }) =>
      failure === undefined ? [] : [survey.failedRun(seed, failure)],
    );
    if (problem) failed.push(workerProblemText(problem, this.#strings));
    this.#failures.replaceChildren(...failed.map((text) => element('li', {}, text)));
  }

  #createTable(): HTMLDetailsElement {
    const { survey, tableOf } = this.#strings;
    const heads = [survey.seed, survey.measured, survey.result].map((text) =>
      element('th', { scope: 'col' }, text),
    );
    const head = element('thead', {}, element('tr', {}, ...heads));
    const scroller = createTable(
      `${tableOf}: ${plainText(this.#claim.text[this.#locale])}`,
      head,
      this.#rows,
    );
    const table = element('details', { class: 'value-table' }, element('summary', {}, tableOf), scroller);
    table.addEventListener('toggle', () => this.#fillTable());
    return table;
  }

  #fillTable(): void {
    if (this.#table.open)
      this.#rows.replaceChildren(...(this.#state?.results ?? []).map((result) => this.#row(result)));
  }

  #row({ seed, measured }: SeedResult): HTMLElement {
    const holds = isWithin(measured, this.#claim.bound);
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(seed)),
      element('td', {}, this.#number(measured)),
      element('td', {}, this.#strings.survey.holds(holds)),
    );
  }
}
