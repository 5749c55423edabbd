import type { Claim, ExperimentSpec, Trace } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import type { ParamValues } from '../src/protocol/panelMessages';
import { differingSettings, judgeClaim, type Verdict } from './claimVerdict';
import { describeValue } from './controls/controls';
import { element, setText } from './dom';
import { fullSettings } from './fullSettings';
import { formatMeasured, formatTick } from './numbers';
import type { Strings } from './strings';
import { plainText, setInlineMarkdown } from './text';

const signs: Readonly<Record<Verdict['kind'], string>> = {
  open: '●',
  holds: '✓',
  fails: '✗',
  'other-settings': '○',
};

const MEASURED_DIGITS = 3;
const BOUND_DIGITS = 6;

/** As many significant digits as it takes to see on which side of its bounds a number is. */
function digitsToCompare({ atLeast, atMost }: Claim['bound']): number {
  const digits = [atLeast, atMost].map((bound) => String(bound ?? '').replace(/^0\.0*|\D/g, '').length);
  return Math.min(BOUND_DIGITS, Math.max(MEASURED_DIGITS, ...digits));
}

/** What one claim shows that changes. */
interface ClaimRow {
  readonly claim: Claim;
  readonly element: HTMLElement;
  readonly sign: HTMLElement;
  readonly verdict: HTMLElement;
  readonly numbers: HTMLElement;
  readonly elsewhere: HTMLElement;
  readonly differences: HTMLElement;
}

/** What the experiment claims, with what the run says about it. */
export class ClaimsList {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #onUseSettings: (params: ParamValues) => void;
  readonly #summary = element('p', { class: 'control-help', role: 'status' });
  readonly #list = element('ul', { class: 'claims-list' });
  #spec: ExperimentSpec | undefined;
  #rows: readonly ClaimRow[] = [];

  /** `onUseSettings` gets every setting that a claim needs. */
  constructor(locale: Locale, strings: Strings, onUseSettings: (params: ParamValues) => void) {
    this.#locale = locale;
    this.#strings = strings;
    this.#onUseSettings = onUseSettings;
    const heading = element('h2', { id: 'claims-heading' }, strings.claims);
    const label = { class: 'claims', 'aria-labelledby': 'claims-heading' };
    this.element = element('section', label, heading, this.#summary, this.#list);
  }

  /** Shows the claims of another experiment, none of them judged. */
  setSpec(spec: ExperimentSpec): void {
    this.#spec = spec;
    this.element.hidden = spec.claims.length === 0;
    this.#rows = spec.claims.map((claim) => this.#createRow(spec, claim));
    this.#list.replaceChildren(...this.#rows.map((row) => row.element));
  }

  /** Judges every claim by a run. `trace` is `undefined` until the run is complete. */
  judge(params: ParamValues, trace: Trace | undefined): void {
    const spec = this.#spec;
    if (!spec) return;
    const verdicts = this.#rows.map((row) => judgeClaim(spec, row.claim, params, trace));
    this.#rows.forEach((row, index) => {
      this.#show(spec, row, params, verdicts[index] ?? { kind: 'open' });
    });
    const holding = verdicts.filter(({ kind }) => kind === 'holds').length;
    const judged = holding + verdicts.filter(({ kind }) => kind === 'fails').length;
    const { claimsHint, claimsJudged } = this.#strings;
    setText(this.#summary, judged > 0 ? claimsJudged(holding, judged) : claimsHint);
  }

  #createRow(spec: ExperimentSpec, claim: Claim): ClaimRow {
    const strings = this.#strings;
    const text = element('p', { class: 'claim-text' });
    setInlineMarkdown(text, claim.text[this.#locale]);
    const sign = element('span', { class: 'claim-sign', 'aria-hidden': 'true' });
    const verdict = element('span', { class: 'claim-verdict' });
    const numbers = element('span', { class: 'claim-numbers' });
    const differences = element('span');
    const use = element('button', { class: 'link-button', type: 'button' }, strings.useSettings);
    use.addEventListener('click', () => this.#onUseSettings(fullSettings(spec, claim)));
    const elsewhere = element('p', { class: 'claim-elsewhere' }, differences, ' ', use);
    const body = element('div', { class: 'claim-body' }, text);
    body.append(element('p', { class: 'claim-result' }, verdict, numbers), elsewhere);
    if (claim.over === 'mean') body.append(element('p', { class: 'control-help' }, strings.meanClaim));
    body.append(element('p', { class: 'control-help' }, `${strings.source} ${claim.source}`));
    return {
      claim,
      sign,
      verdict,
      numbers,
      elsewhere,
      differences,
      element: element('li', {}, sign, body),
    };
  }

  #show(spec: ExperimentSpec, row: ClaimRow, params: ParamValues, verdict: Verdict): void {
    const { verdicts } = this.#strings;
    row.element.dataset.verdict = verdict.kind;
    setText(row.sign, signs[verdict.kind]);
    setText(row.verdict, verdict.kind === 'other-settings' ? verdicts.otherSettings : verdicts[verdict.kind]);
    setText(row.numbers, this.#numbers(row.claim, verdict));
    row.elsewhere.hidden = verdict.kind !== 'other-settings';
    const differing = differingSettings(spec, row.claim, params).map(([name, needed]) => {
      const param = spec.params[name];
      const label = param ? plainText(param.label[this.#locale]) : name;
      return `${label} = ${describeValue(param, needed, this.#locale, this.#strings)}`;
    });
    setText(row.differences, this.#strings.judgedUnder(differing.join(', ')));
  }

  #numbers(claim: Claim, verdict: Verdict): string {
    const required = this.#strings.required(this.#bound(claim));
    if (verdict.kind !== 'holds' && verdict.kind !== 'fails') return required;
    const measured = formatMeasured(verdict.measured, this.#locale, digitsToCompare(claim.bound));
    return `${this.#strings.measured(measured)} · ${required}`;
  }

  #bound({ bound: { atLeast, atMost } }: Claim): string {
    const write = (value: number) => formatTick(value, this.#locale, BOUND_DIGITS);
    if (atLeast !== undefined && atMost !== undefined) {
      return this.#strings.fromTo(write(atLeast), write(atMost));
    }
    return atLeast !== undefined ? `≥ ${write(atLeast)}` : `≤ ${write(atMost ?? Number.POSITIVE_INFINITY)}`;
  }
}
