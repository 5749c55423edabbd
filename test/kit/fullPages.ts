import type { MarkdownIt, Token } from 'markdown-it';
import { conceptTable } from '../../src/core/index/conceptTable';
import { glossaryTable } from '../../src/core/index/glossaryTable';
import type { VaultIndex } from '../../src/core/index/vaultIndex';
import { parseNote } from '../../src/core/notes/parseNote';
import type { NotePage, PageDemo } from '../../src/core/page/notePage';
import { notePages } from '../../src/core/page/notePages';
import { pageDemos } from '../../src/core/page/pageDemos';
import { pageHrefs } from '../../src/core/page/pageLinks';
import { pageTerms } from '../../src/core/page/pageTerms';
import { TextLines } from '../../src/core/text';
import { catalog } from '../../src/experiments/catalog.gen';
import { figureCatalog, figureHtml } from '../../src/figures/figures';
import { definitionMarkdown, shippedGlossary } from '../../src/glossary/shippedGlossary';
import { vscodeMarkdownIt, vscodeRules } from './page';
import { vaultOf } from './vault';

const locale = 'de';
const concepts = conceptTable(catalog);
const figures = conceptTable(figureCatalog);
const shipped = { table: glossaryTable(shippedGlossary), definitionMarkdown };

/** What may be known before: reading thousands of notes takes long. */
interface Known {
  readonly index?: VaultIndex;
  /** `false` leaves out what notes say in HTML, so that what remains is the page's own. */
  readonly rawHtml?: boolean;
}

/** The notes of a vault in memory as pages with everything on, all drawn by one markdown-it, as in VS Code. Throws what rules throw. */
export class FullPages {
  readonly md: MarkdownIt = vscodeMarkdownIt();
  readonly index: VaultIndex;
  readonly #files: Readonly<Record<string, string>>;
  #path = '';

  constructor(files: Readonly<Record<string, string>>, { index, rawHtml = true }: Known = {}) {
    this.#files = files;
    this.index = index ?? vaultOf(files, ['Glossar.md']);
    this.md.use(notePages, {
      pageOf: (_env: unknown, text: string) => this.#pageOf(this.#path, text),
      failed: (error: unknown) => {
        throw error;
      },
    });
    vscodeRules(this.md);
    if (!rawHtml) Object.assign(this.md.renderer.rules, { html_block: () => '', html_inline: () => '' });
  }

  /** The tokens of a note, as VS Code keeps them. */
  tokensOf(path: string): Token[] {
    return this.md.parse(this.#files[path] ?? '', {});
  }

  /** The HTML of a note's page. @param tokens of that note, where they are at hand. */
  render(path: string, tokens: Token[] = this.tokensOf(path)): string {
    this.#path = path;
    return this.md.renderer.render(tokens, this.md.options, {});
  }

  #pageOf(path: string, text: string): NotePage {
    const note = parseNote(text);
    const { index } = this;
    const hrefOf = pageHrefs(index, path, 'elements', note);
    const textOf = (other: string): string | undefined => (other === path ? text : this.#files[other]);
    return {
      ...{ path, text, note, index, isRead: true, locale, hrefOf, textOf, preamble: '' },
      options: { properties: true, contents: true, surroundings: true, lineBreaks: true },
      imageOf: (file) => hrefOf({ path: file, subpath: undefined, line: undefined }),
      demos: demosOf(note, text),
      figureHtml: (id) => figureHtml(id, locale),
      termsIn: pageTerms({ index, shipped, shippedTitle: 'Glossar', path, note, locale, textOf }),
    };
  }
}

function demosOf(note: NotePage['note'], text: string): readonly PageDemo[] {
  return pageDemos(note, new TextLines(text), {
    concepts,
    figures,
    linkOf: (id, line) => {
      const experiment = catalog.find((entry) => entry.id === id);
      if (!experiment) return undefined;
      const { title, summary } = experiment;
      return { href: `${id}.${line}.demo`, title: title[locale], summary: summary[locale] };
    },
    chooseHrefOf: (line) => `+.${line}.demo`,
    contextOf: (line) => JSON.stringify({ line }),
  });
}
