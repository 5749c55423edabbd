/** Several wishes within a moment are one, in milliseconds. */
const gathering = 50;

/** How long a page takes to load, in milliseconds: VS Code loses what it is given before that. */
const untilLoaded = 1500;

/** How long a page in work is waited for before previews are shown anew all the same: so many looks. */
const mostLooks = 60;

/** How long VS Code has to render what it is told to, in milliseconds. */
const longestRendering = 1000;

/** How often it is told; a preview that never answers is none of its. */
const mostTries = 6;

/** What is shown anew. */
export interface Previews {
  /** Has VS Code render and load all previews again. */
  readonly refresh: () => void;
  /** Whether a page is being prepared that will be shown anew afterwards anyhow. */
  readonly isInWork: () => boolean;
  /** Whether a preview can be seen. */
  readonly isAnyVisible: () => boolean;
}

/**
 * Shows all previews anew, since VS Code tells them not apart. It ignores a wish while it waits 0.3 s for another reason to render, such as
 * a document that was opened, and renders nothing then if the text is the same. So nothing but a rendered page is taken for an answer.
 */
export class PreviewRefresh {
  readonly #previews: Previews;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When a page was rendered last, on the clock of `performance.now()`. */
  #lastRendered = Number.NEGATIVE_INFINITY;

  constructor(previews: Previews) {
    this.#previews = previews;
  }

  /** A page has been rendered, for whatever reason. */
  rendered(): void {
    this.#lastRendered = performance.now();
  }

  /** Has the previews shown anew in a moment: not while a page loads, and preferably not while one is in work. */
  soon(): void {
    this.#schedule(mostLooks);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #schedule(looks: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const isLoading = performance.now() - this.#lastRendered < untilLoaded;
      if (isLoading || (this.#previews.isInWork() && looks > 0)) this.#schedule(looks - 1);
      else this.#refresh(1);
    }, gathering);
  }

  #refresh(attempt: number): void {
    const asked = performance.now();
    this.#previews.refresh();
    if (attempt === mostTries) return;
    this.#timer = setTimeout(() => {
      if (this.#lastRendered < asked && this.#previews.isAnyVisible()) this.#refresh(attempt + 1);
    }, longestRendering);
  }
}
