/** How long a piece of background work may keep the extension host from everything else, in milliseconds. */
const sliceMilliseconds = 5;

/** Background work in slices: asks between two steps whether it is time to let others run. */
export class Slices {
  #end = performance.now() + sliceMilliseconds;

  /** Whether the present slice is used up. */
  get isOver(): boolean {
    return performance.now() >= this.#end;
  }

  /** Lets everything else run if the present slice is used up; goes on in a new one. */
  async pause(): Promise<void> {
    if (!this.isOver) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#end = performance.now() + sliceMilliseconds;
  }

  /** Runs work in steps: each returns whether there is more to do. */
  async run(work: { step(): boolean }): Promise<void> {
    while (work.step()) if (this.isOver) await this.pause();
  }
}
