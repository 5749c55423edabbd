import katex from 'katex';

/** KaTeX sets no ⟦ within text; a sign that it sets stands in for it. As in the build, which sets the formulas of what ships. */
const live = { macro: String.raw`\text{@#1@}`, set: /@(\w+)@/g };

/**
 * HTML of a live formula of a learner's own experiment; the place of each `\live{name}` holds the text `⟦name⟧`. `undefined` where it
 * cannot be set. A module of its own, loaded for the first such formula: KaTeX is large.
 * @param tex without dollar signs
 */
export function liveFormulaHtml(tex: string): string | undefined {
  try {
    const html = katex.renderToString(String.raw`\displaystyle ${tex}`, {
      strict: 'ignore',
      // What a formula can reach is itself: no links, no pictures, no classes.
      trust: false,
      maxExpand: 200,
      maxSize: 20,
      macros: { '\\live': live.macro },
    });
    return html.replace(/<annotation.*?<\/annotation>/s, '').replace(live.set, '⟦$1⟧');
  } catch {
    return undefined;
  }
}
