/**
 * Watches a validation loss and decides when it is enough. Goodfellow, Bengio, Courville: Deep Learning (2016), algorithm 7.1.
 * Once it is over, nothing that is observed changes it.
 */
export class EarlyStopping {
  readonly #patience: number;
  #bestStep = 0;
  #bestLoss = Number.POSITIVE_INFINITY;
  #isOver = false;

  /** @param patience training steps without a new minimum after which it is over */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** The step with the smallest loss so far; 0 before anything was observed. */
  get bestStep(): number {
    return this.#bestStep;
  }

  /** Whether the patience has run out. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Takes the loss after `step` steps; steps ascend. A loss that is not a number is no minimum. */
  observe(step: number, loss: number): void {
    if (this.#isOver) return;
    if (loss < this.#bestLoss) [this.#bestStep, this.#bestLoss] = [step, loss];
    this.#isOver = step - this.#bestStep >= this.#patience;
  }
}
