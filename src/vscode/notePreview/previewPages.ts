import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { normalizeText } from '../../core/grammar/normalize';
import { type ConceptTable, conceptTable } from '../../core/index/conceptTable';
import { basename } from '../../core/index/linkResolver';
import { getOrAdd, keepRecent } from '../../core/maps';
import type { Note } from '../../core/notes/note';
import { parseNote } from '../../core/notes/parseNote';
import { showsLineBreaks } from '../../core/page/lineBreaks';
import type { NotePage, PageDemo } from '../../core/page/notePage';
import { notePages, type PageHost, preparePage } from '../../core/page/notePages';
import { pageDemos } from '../../core/page/pageDemos';
import { pageHrefs } from '../../core/page/pageLinks';
import { pageTerms } from '../../core/page/pageTerms';
import { TextLines } from '../../core/text';
import type { Locale } from '../../experiments/kit/localized';
import { figureCatalog, figureHtml } from '../../figures/figures';
import { experiments } from '../experimentCatalog';
import type { MathMacros } from '../mathMacros';
import { type PreviewSettings, settings } from '../settings';
import { type ShippedTerms, shippedGlossaryTitle, shippedTerms } from '../shippedTerms';
import { Slices } from '../slices';
import type { Vault } from '../vault';
import { noteSelector, type Vaults } from '../vaults';
import { demoContext } from './demoLinkEditor';
import { demoFileName } from './demoLinks';
import { NoteTexts } from './noteTexts';
import { PreviewRefresh } from './previewRefresh';
import { ShownPage } from './shownPage';

/** What VS Code's preview passes to renderer rules, as far as it is used here. */
interface PreviewEnv {
  /** `undefined` where a text is rendered that is no document. */
  readonly currentDocument?: vscode.Uri;
  readonly resourceProvider?: { readonly asWebviewUri: (uri: vscode.Uri) => vscode.Uri };
}

/** Pages that are followed: nobody says when a preview is closed, and few are open at once. */
const mostShown = 8;

const nothing = conceptTable([]);

/** What is known about a vault for its pages without waiting. */
interface VaultSide {
  readonly texts: NoteTexts;
  preamble: string;
}

/** How long a vault that is being read is waited for, in milliseconds. Nobody waits for the result. */
const longestWait = 60_000;

/** A page that is not prepared by then is drawn whole, in milliseconds. */
const longestPreparation = 10_000;

/** How long an editor is open before its page is prepared, in milliseconds: who passes by wants none. */
const restBeforePreparing = 700;

/** The notes that VS Code's preview shows, and when they must be shown anew. */
export class PreviewPages implements PageHost, vscode.Disposable {
  readonly #vaults: Vaults;
  readonly #macros: MathMacros;
  readonly #figures: ConceptTable;
  readonly #sides = new WeakMap<Vault, VaultSide>();
  /** By URI; the one shown last stands last. */
  readonly #shown = new Map<string, ShownPage>();
  readonly #log: vscode.LogOutputChannel;
  readonly #refresh = new PreviewRefresh({
    // Where no page has been shown, the command would only load VS Code's own extension.
    refresh: () => {
      if (this.#shown.size > 0) void vscode.commands.executeCommand('markdown.preview.refresh');
    },
    isInWork: () => [...this.#shown.keys()].some((key) => this.#inWork.has(key)),
    isAnyVisible: isPreviewVisible,
  });
  readonly #disposables: readonly vscode.Disposable[];
  /** URIs of pages whose terms have been drawn once, and are drawn within a keystroke from then on. */
  readonly #prepared = new Set<string>();
  /** URIs of pages that are being prepared. */
  readonly #inWork = new Set<string>();
  /** VS Code's own, since it has made it. */
  #md: MarkdownIt | undefined;
  #shipped: ShippedTerms | undefined;
  #prepareTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(vaults: Vaults, macros: MathMacros, log: vscode.LogOutputChannel) {
    this.#vaults = vaults;
    this.#macros = macros;
    this.#log = log;
    this.#figures = conceptTable(figureCatalog);
    let experimentIds = idsNow();
    this.#disposables = [
      vaults.onDidChange((vault) => void this.#look(vault)),
      experiments.onDidChange(() => {
        const before = experimentIds;
        experimentIds = idsNow();
        if (experimentIds !== before) this.#refresh.soon();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#prepareSoon(editor)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('lectureLab.preview.enabled'))
          void vscode.commands.executeCommand('markdown.api.reloadPlugins');
        else if (change.affectsConfiguration('lectureLab')) this.#refresh.soon();
      }),
    ];
  }

  /** Has VS Code's own markdown-it show notes as pages, also one that it makes anew. */
  extend(md: MarkdownIt): MarkdownIt {
    this.#md = md.use(notePages, this);
    this.#prepared.clear();
    this.#prepareSoon(vscode.window.activeTextEditor);
    return md;
  }

  pageOf(env: unknown, text: string): NotePage | undefined {
    const { currentDocument, resourceProvider } = (env ?? {}) as PreviewEnv;
    if (!currentDocument) return undefined;
    // A page that was opened by a link has the link's place in its address.
    const uri = currentDocument.with({ fragment: '', query: '' });
    const key = uri.toString();
    const page = this.#pageOf(uri, text, resourceProvider);
    const vault = this.#vaults.vaultOf(uri);
    const shown = new ShownPage(vault, page.path);
    keepRecent(this.#shown, key, shown, mostShown);
    this.#refresh.rendered();
    if (!this.#prepared.has(key)) void this.#prepare(uri);
    const termsIn = this.#prepared.has(key) ? page.termsIn : undefined;
    return { ...page, index: shown.index, termsIn };
  }

  failed(error: unknown): void {
    this.#log.error(`The preview shows a note without what failed: ${String(error)}`);
  }

  dispose(): void {
    clearTimeout(this.#prepareTimer);
    this.#refresh.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #pageOf(uri: vscode.Uri, text: string, resourceProvider?: PreviewEnv['resourceProvider']): NotePage {
    const vault = this.#vaults.vaultOf(uri);
    const { index, isRead } = vault;
    const path = vault.pathOf(uri);
    const note = this.#noteOf(uri, text, vault);
    const side = this.#sideOf(vault);
    const locale = settings.locale(uri);
    const chosen = settings.preview(uri);
    const fragments = settings.opensLinksInEditor(uri) ? 'lines' : 'elements';
    const hrefOf = pageHrefs(index, path, fragments, note);
    const textOf = (file: string): string | undefined => (file === path ? text : side.texts.get(file));
    const shippedTitle = shippedGlossaryTitle[locale];
    const termSources = { index, shipped: this.#shipped, shippedTitle, path, note, locale, textOf };
    return {
      ...{ path, text, note, index, isRead, locale, hrefOf, textOf },
      options: { ...chosen, lineBreaks: showsLineBreaks(chosen.lineBreaks, vault.obsidian, note) },
      imageOf: (file) =>
        // The preview decodes relative addresses, and these characters would end the path then.
        resourceProvider && /[#?%]/.test(file)
          ? resourceProvider.asWebviewUri(vault.uriOf(file)).toString()
          : hrefOf({ path: file, subpath: undefined, line: undefined }),
      demos: this.#demosOf(uri, note, text, locale, chosen),
      figureHtml: (id) => figureHtml(id, locale),
      termsIn: chosen.terms ? pageTerms(termSources) : undefined,
      preamble: side.preamble,
    };
  }

  /** What an editor has is read already; a file that is only previewed, or changed a moment ago, is read from its text. */
  #noteOf(uri: vscode.Uri, text: string, vault: Vault): Note {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === key);
    const isSame = document && normalizeText(document.getText()) === text;
    return isSame ? vault.noteOf(document) : parseNote(text);
  }

  #demosOf(
    uri: vscode.Uri,
    note: Note,
    text: string,
    locale: Locale,
    wanted: Pick<PreviewSettings, 'demos' | 'figures'>,
  ): readonly PageDemo[] {
    const name = basename(uri.path);
    void experiments.ready();
    const hrefOf = (experimentId: string | undefined, line: number): string =>
      encodeURIComponent(demoFileName({ experimentId, line, note: name }));
    return pageDemos(note, new TextLines(text), {
      concepts: wanted.demos ? experiments.concepts : nothing,
      figures: wanted.figures ? this.#figures : nothing,
      linkOf: (id, line) => {
        const experiment = experiments.find(id);
        if (!experiment) return undefined;
        return {
          href: hrefOf(id, line),
          title: experiment.title[locale],
          summary: experiment.summary[locale],
        };
      },
      chooseHrefOf: (line) => hrefOf(undefined, line),
      contextOf: (line) => demoContext(uri, line),
    });
  }

  #sideOf(vault: Vault): VaultSide {
    return getOrAdd(this.#sides, vault, () => ({
      texts: new NoteTexts(vault, () => this.#refresh.soon()),
      preamble: '',
    }));
  }

  /** A note that is read in an editor is likely to be read as a page next. */
  #prepareSoon(editor: vscode.TextEditor | undefined): void {
    clearTimeout(this.#prepareTimer);
    if (!editor || vscode.languages.match(noteSelector, editor.document) === 0) return;
    const { uri } = editor.document;
    this.#prepareTimer = setTimeout(() => void this.#prepare(uri), restBeforePreparing);
  }

  /**
   * Does in slices what takes long about a page at first: reads the texts that it takes in, finds its terms and draws their definitions. A
   * page that is shown meanwhile does without, and is shown anew afterwards.
   */
  async #prepare(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const md = this.#md;
    if (!md || this.#prepared.has(key) || this.#inWork.has(key)) return;
    this.#inWork.add(key);
    try {
      await Promise.race([this.#prepareAll(uri, md), after(longestPreparation)]);
    } catch (error) {
      // What it needs is drawn when it is rendered then.
      this.#log.error(`The page of ${uri.path} cannot be prepared: ${String(error)}`);
    }
    this.#inWork.delete(key);
    this.#prepared.add(key);
    if (this.#shown.has(key)) this.#refresh.soon();
  }

  async #prepareAll(uri: vscode.Uri, md: MarkdownIt): Promise<void> {
    const vault = this.#vaults.vaultOf(uri);
    const side = this.#sideOf(vault);
    const [shipped, { preamble }] = await Promise.all([
      shippedTerms(),
      this.#macros.of(vault),
      vault.read(longestWait),
    ]);
    this.#shipped = shipped;
    side.preamble = preamble;
    const document = await vscode.workspace.openTextDocument(uri);
    // Definitions may take in further notes.
    for (let round = 0; round < 3; round++) {
      const page = this.#pageOf(uri, normalizeText(document.getText()));
      side.texts.askForEmbedsOf(page.path, page.note);
      const work = preparePage(md, page);
      await new Slices().run({ step: () => work.next().done !== true });
      if (!(await side.texts.settled())) return;
    }
  }

  /** Notes or files of a vault have changed: pages that say something else now are shown anew. */
  async #look(vault: Vault): Promise<void> {
    const pages = [...this.#shown.values()].filter((page) => page.vault === vault);
    if (pages.length === 0) return;
    const side = this.#sideOf(vault);
    const { preamble } = await this.#macros.of(vault);
    const hasOtherMacros = preamble !== side.preamble;
    side.preamble = preamble;
    if (hasOtherMacros || pages.some((page) => page.isOutdated())) this.#refresh.soon();
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function isPreviewVisible(): boolean {
  return vscode.window.tabGroups.all.some(({ activeTab }) => {
    const input = activeTab?.input;
    return (
      (input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview')) ||
      (input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor')
    );
  });
}

function idsNow(): string {
  return experiments
    .entries()
    .map(({ id }) => id)
    .join();
}
