import type { MarkdownIt, Token } from 'markdown-it';
import { attributesHtml } from '../html';
import { noteName } from '../index/linkResolver';
import { languageOf } from '../terms/language';
import { demoButtons, noteDemosHtml } from './demoButtons';
import { demoPlaces } from './demoPlaces';
import { embeds } from './embeds';
import { headingIds } from './headingIds';
import { type NotePage, type Rendering, renderingOf, withRendering } from './notePage';
import { pageConstructs } from './pageConstructs';
import { pageFormulas } from './pageFormulas';
import { pageFoot, pageHead } from './pageFrame';
import { pageGrammar, sourceOfTokens } from './pageGrammar';
import { pageProperties } from './pageProperties';
import { drawTerms, markedText, termMarks, termsHtml } from './termMarks';

/** Who knows the notes. */
export interface PageHost {
  /**
   * The note that is being rendered.
   * @param env what the renderer was called with.
   * @param text the whole note. `undefined` where the text belongs to no note of a vault: then it is rendered without a page around it.
   */
  readonly pageOf: (env: unknown, text: string) => NotePage | undefined;
  /** Is told what went wrong. The text has been rendered without what failed. */
  readonly failed: (error: unknown) => void;
}

/**
 * Makes a markdown-it show Obsidian's notes as finished pages. For a markdown-it that others extend too: whatever fails here leaves them
 * a page that can be read, and their output stays as it is.
 */
export function notePages(md: MarkdownIt, host: PageHost): void {
  md.use(pageGrammar)
    .use(pageProperties)
    .use(pageConstructs)
    .use(embeds)
    .use(headingIds)
    .use(demoButtons)
    .use(markedText)
    .use(pageFormulas);
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env: unknown) => {
    // Texts within the page come here too.
    const text = renderingOf(env) ? undefined : sourceOfTokens(tokens);
    if (text === undefined) return render(tokens, options, env);
    try {
      const page = host.pageOf(env, text);
      if (page) return pageHtml(md, tokens, page, env, (inside) => render(tokens, options, inside));
    } catch (error) {
      host.failed(error);
    }
    return render(tokens, options, env);
  };
}

function pageHtml(
  md: MarkdownIt,
  tokens: readonly Token[],
  page: NotePage,
  env: unknown,
  render: (env: object) => string,
): string {
  const terms = termMarks(tokens, page);
  const rendering: Rendering = {
    ...newRendering(page),
    marks: terms.marks,
    ...demoPlaces(tokens, page.demos),
  };
  const inside = withRendering(env, rendering);
  const body = render(inside);
  return (
    pageLabelHtml(page) +
    pageHead(md, tokens, inside) +
    noteDemosHtml(rendering) +
    body +
    pageFoot(rendering) +
    termsHtml(md, terms.terms, inside)
  );
}

/** Of the page's own text, without anything marked in it. */
function newRendering(page: NotePage): Rendering {
  return {
    page,
    source: page.path,
    embedded: [page.path],
    budget: { embeds: 0, characters: 0 },
    marks: new Map(),
    demos: new Map(),
    figures: new Map(),
    idPrefix: '',
  };
}

/**
 * What takes long about a page that has not been rendered before: finds its terms and draws their definitions, one a step. The page is
 * rendered in a fraction of the time afterwards.
 * @param md one that shows notes (`notePages`).
 */
export function* preparePage(md: MarkdownIt, page: NotePage): Generator<void> {
  const tokens = md.parse(page.text, {});
  yield;
  yield* drawTerms(md, tokens, withRendering({}, newRendering(page)));
}

/** What the page's script says about the document, for screen readers: its language and title. */
function pageLabelHtml({ path, text, locale }: NotePage): string {
  const lang = languageOf(text) ?? locale;
  return `<div${attributesHtml({ class: 'll-page', hidden: '', lang, title: noteName(path) })}></div>\n`;
}
