import { testedSeeds } from '../src/experiments/kit/claims';
import type { Claim, ExperimentSpec, Trace } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import type { JudgedClaim, ParamValues } from '../src/protocol/panelMessages';
import { boundText, measuredText } from './claimNumbers';
import { differingSettings, judgeClaim, type Verdict } from './claimVerdict';
import { describeValue } from './controls/describeValue';
import { element, setText } from './dom';
import { fullSettings } from './fullSettings';
import type { Strings } from './strings';
import type { Refuter } from './survey/refuter';
import { RefuteView } from './survey/refuteView';
import { seedRanges } from './survey/seeds';
import { plainText, setInlineMarkdown } from './text';

const signs: Readonly<Record<Verdict['kind'], string>> = {
  open: '●',
  holds: '✓',
  deviates: '≈',
  fails: '✗',
  'other-settings': '○',
};

/** Says which seeds all claims have been checked on. */
function testedOn({ survey }: Strings): string {
  const ranges = seedRanges(testedSeeds).map(([first, last]) =>
    first === last ? `${first}` : `${first}–${last}`,
  );
  return survey.testedOn(ranges);
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
  readonly refute: RefuteView;
}

/** What the learner does with a claim. */
export interface ClaimActions {
  /** Gets every setting that the claim needs. */
  readonly onUseSettings: (params: ParamValues) => void;
  /** The learner wants to see a run: every setting and the seed. */
  readonly onShowRun: (params: ParamValues, seed: number) => void;
}

/** What the experiment claims, with what the run says about it. */
export class ClaimsList {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #refuter: Refuter;
  readonly #actions: ClaimActions;
  readonly #summary = element('p', { class: 'control-help', role: 'status' });
  readonly #list = element('ul', { class: 'claims-list' });
  readonly #tested: HTMLElement;
  #spec: ExperimentSpec | undefined;
  #rows: readonly ClaimRow[] = [];
  #verdicts: readonly Verdict[] = [];
  /** The claim that the learner tried to refute last. */
  #asked: Claim | undefined;

  constructor(locale: Locale, strings: Strings, refuter: Refuter, actions: ClaimActions) {
    this.#locale = locale;
    this.#strings = strings;
    this.#refuter = refuter;
    this.#actions = actions;
    refuter.onDidChange(() => this.#showRefutations());
    const heading = element('h2', { id: 'claims-heading' }, strings.claims);
    const label = { class: 'claims', 'aria-labelledby': 'claims-heading' };
    this.#tested = element('p', { class: 'control-help' }, testedOn(strings));
    this.element = element('section', label, heading, this.#summary, this.#tested, this.#list);
  }

  /** Shows the claims of another experiment, none of them judged. `isOwn`: the learner's own, whose claims nobody has checked before. */
  setSpec(spec: ExperimentSpec, isOwn: boolean): void {
    this.#tested.hidden = isOwn;
    this.#spec = spec;
    this.#refuter.setSpec(spec);
    this.element.hidden = spec.claims.length === 0;
    this.#verdicts = [];
    this.#rows = spec.claims.map((claim) => this.#createRow(spec, claim));
    this.#list.replaceChildren(...this.#rows.map((row) => row.element));
    this.#showRefutations();
  }

  /** Judges every claim by a run. `trace` is `undefined` until the run is complete. */
  judge(params: ParamValues, trace: Trace | undefined): void {
    const spec = this.#spec;
    if (!spec) return;
    const verdicts = this.#rows.map((row) => judgeClaim(spec, row.claim, params, trace));
    this.#verdicts = verdicts;
    this.#rows.forEach((row, index) => {
      this.#show(spec, row, params, verdicts[index] ?? { kind: 'open' });
    });
    const holding = verdicts.filter(({ kind }) => kind === 'holds').length;
    const judged = holding + verdicts.filter(({ kind }) => kind === 'fails').length;
    const { claimsHint, claimsJudged } = this.#strings;
    setText(this.#summary, judged > 0 ? claimsJudged(holding, judged) : claimsHint);
  }

  /** The claims that a run could be judged by, with what it says about them. */
  get judged(): readonly JudgedClaim[] {
    return this.#rows.flatMap(({ claim: { text, bound } }, index) => {
      const verdict = this.#verdicts[index];
      if (!verdict || !('measured' in verdict)) return [];
      return {
        text: text[this.#locale],
        measured: measuredText(verdict.measured, bound, this.#locale),
        bound: boundText(bound, this.#locale, this.#strings),
        verdict: verdict.kind,
      };
    });
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
    use.addEventListener('click', () => this.#actions.onUseSettings(fullSettings(spec, claim)));
    const elsewhere = element('p', { class: 'claim-elsewhere' }, differences, ' ', use);
    const body = element('div', { class: 'claim-body' }, text);
    body.append(element('p', { class: 'claim-result' }, verdict, numbers), elsewhere);
    if (claim.over === 'mean') body.append(element('p', { class: 'control-help' }, strings.meanClaim));
    body.append(element('p', { class: 'control-help' }, `${strings.source} ${claim.source}`));
    const refute = this.#createRefuteView(spec, claim);
    body.append(refute.element);
    return {
      claim,
      sign,
      verdict,
      numbers,
      elsewhere,
      differences,
      refute,
      element: element('li', {}, sign, body),
    };
  }

  #createRefuteView(spec: ExperimentSpec, claim: Claim): RefuteView {
    return new RefuteView(claim, this.#locale, this.#strings, {
      onTry: () => this.#try(claim),
      onCancel: () => this.#refuter.cancel(),
      onShowRun: (seed) => this.#actions.onShowRun(fullSettings(spec, claim), seed),
    });
  }

  #try(claim: Claim): void {
    this.#asked = claim;
    this.#refuter.tryFurther(claim);
  }

  /** The same runs judge other claims: what opens and grows further up must not push away the claim that was asked about, while it is seen. */
  #showRefutations(): void {
    const asked = this.#rows.find(({ claim }) => claim === this.#asked)?.element;
    const before = asked?.getBoundingClientRect();
    for (const { claim, refute } of this.#rows) refute.show(this.#refuter.stateOf(claim));
    if (!asked || !before || before.bottom < 0 || before.top > window.innerHeight) return;
    const moved = asked.getBoundingClientRect().top - before.top;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
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
    const required = this.#strings.required(boundText(claim.bound, this.#locale, this.#strings));
    if (!('measured' in verdict)) return required;
    const measured = measuredText(verdict.measured, claim.bound, this.#locale);
    return `${this.#strings.measured(measured)} · ${required}`;
  }
}
