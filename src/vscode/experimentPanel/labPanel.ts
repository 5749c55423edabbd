import * as vscode from 'vscode';
import type { Locale } from '../../experiments/kit/localized';
import { isViewMessage } from '../../protocol/checkPanelMessages';
import {
  type ExplainedTerm,
  type HostMessage,
  type Origin,
  PANEL_PROTOCOL_VERSION,
  type ViewMessage,
} from '../../protocol/panelMessages';
import type { DemoOrder } from '../demoOrder';
import { experiments } from '../experimentCatalog';
import { settings } from '../settings';
import { vaultPlace } from '../vaultPlace';
import type { TermsRequest } from './explainTexts';
import { pageHtml, pageRoot } from './html';
import type { RenderedOwnTexts, TextsRequest } from './ownTexts';
import { saveExport } from './saveExport';

const viewType = 'lectureLab.lab';

/** How long a lab that the window restores may take to come, in milliseconds. Nobody waits for it. */
const longestRestoring = 10_000;

/** What the page asks about its texts. */
export interface LabTexts {
  /** Says what their terms mean, in the language of the page. */
  explain(request: TermsRequest, locale: Locale): Promise<readonly ExplainedTerm[]>;
  /** Those of an experiment of the learner's own as HTML. */
  render(request: TextsRequest): Promise<RenderedOwnTexts>;
}

/** Writes what the learner wants to have in the note. Never rejects. */
export type WriteBack = (
  order: Extract<ViewMessage, { type: 'keepRequested' | 'insertRequested' }>,
) => Promise<void>;

/** What the page last said about its run. */
export type LabProgress = Omit<Extract<ViewMessage, { type: 'progressed' }>, 'type'>;

/**
 * The lab beside the note. There is one for the whole window: its page keeps one worker and one WebGL context for all experiments,
 * which browsers hand out sparingly and which take a second to warm up.
 */
export class LabPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #progress = new vscode.EventEmitter<LabProgress>();
  readonly #texts: LabTexts;
  readonly #writeBack: WriteBack;
  readonly #disposables: readonly vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  /** What the page is to open as soon as it is ready; `undefined` leaves it to what the page remembers. */
  #waiting: HostMessage | undefined;
  #isReady = false;
  /** URI of the note that the experiment on the page was opened from; `undefined`: from none, or not known yet after a reload. */
  #note: string | undefined;
  /** What was last asked for. */
  #order: DemoOrder | undefined;
  /** What the page last asked about its texts. */
  #termsRequest: TermsRequest | undefined;
  /** Language that the page was made in. */
  #locale: Locale = 'en';
  #lostTimer: ReturnType<typeof setTimeout> | undefined;
  #hasToldOfLost = false;

  /** Fires when a run has advanced, at most about twice a second. */
  readonly onDidProgress = this.#progress.event;

  constructor(extensionUri: vscode.Uri, log: vscode.LogOutputChannel, texts: LabTexts, writeBack: WriteBack) {
    this.#writeBack = writeBack;
    this.#extensionUri = extensionUri;
    this.#log = log;
    this.#texts = texts;
    this.#disposables = [
      this.#progress,
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel) => this.#adopt(panel, settings.locale()),
      }),
      experiments.onDidChange((id) => this.#tellChange(id)),
      // Formulas of definitions are pictures in the colour of the theme.
      vscode.window.onDidChangeActiveColorTheme(() => this.#explain(this.#termsRequest)),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#lookForLost()),
    ];
    this.#lookForLost();
  }

  /** Shows an experiment beside the note it was started from; a lab that is open already changes to it. */
  async open(order: DemoOrder): Promise<void> {
    this.#order = order;
    const { experimentId, params, seed, sweep, origin } = order;
    const own = await experiments.own(experimentId);
    // Something else may have been asked for while the file was read.
    if (this.#order !== order) return;
    const note = origin && vscode.Uri.parse(origin.uri);
    this.#note = origin?.uri;
    const locale = settings.locale(note);
    const message: HostMessage = {
      type: 'open',
      version: PANEL_PROTOCOL_VERSION,
      locale,
      experimentId,
      ...(params && { params }),
      ...(seed !== undefined && { seed }),
      ...(sweep && { sweep }),
      ...(origin && { origin }),
      ...(own && { own }),
    };
    const panel = this.#panel ?? this.#createPanel();
    if (panel !== this.#panel) this.#adopt(panel, locale);
    else if (locale !== this.#locale) this.#load(panel, locale);
    panel.reveal(undefined, true);
    panel.title = experiments.find(experimentId)?.title[locale] ?? panel.title;
    if (this.#isReady) void panel.webview.postMessage(message);
    else this.#waiting = message;
  }

  dispose(): void {
    clearTimeout(this.#lostTimer);
    this.#panel?.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #createPanel(): vscode.WebviewPanel {
    const lost = labTabs();
    const viewColumn = lost[0]?.group.viewColumn ?? vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(viewType, 'Lecture Lab', {
      viewColumn,
      preserveFocus: true,
    });
    // There is one lab for the window, and those hear nobody.
    if (lost.length > 0) void vscode.window.tabGroups.close(lost, true);
    return panel;
  }

  /**
   * Where VS Code restarts its extensions, after a crash or an update, the lab stays without anybody who hears it: it runs, but saves
   * nothing and writes into no note. It cannot be taken over; a new window restores it. The learner is told once.
   */
  #lookForLost(): void {
    const isLost = () => !this.#panel && labTabs().some(({ isActive }) => isActive);
    if (this.#hasToldOfLost || this.#lostTimer !== undefined || !isLost()) return;
    this.#lostTimer = setTimeout(() => {
      this.#lostTimer = undefined;
      if (!isLost()) return;
      this.#hasToldOfLost = true;
      void tellOfLost();
    }, longestRestoring);
  }

  /** Takes a panel as the lab, new or restored after a reload. */
  #adopt(panel: vscode.WebviewPanel, locale: Locale): void {
    this.#panel?.dispose();
    this.#panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.#extensionUri, 'media', 'lab.svg');
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    // A hidden page is gone, and with it all that was ready; it says so itself when it is shown again.
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#isReady = false;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(this.#extensionUri)] };
    this.#load(panel, locale);
  }

  /** Loads the page, or loads it anew in another language; it remembers its experiments. */
  #load(panel: vscode.WebviewPanel, locale: Locale): void {
    this.#isReady = false;
    this.#termsRequest = undefined;
    this.#locale = locale;
    panel.webview.html = pageHtml(panel.webview, this.#extensionUri, locale, {
      predictFirst: settings.predictFirst(),
      resultFormat: settings.resultFormat(),
    });
  }

  #receive(received: unknown): void {
    if (!isViewMessage(received) || !namesVaultPlace(received)) {
      this.#log.warn(
        `The lab sent a message that is not allowed: ${JSON.stringify(received)?.slice(0, 200)}`,
      );
      return;
    }
    // The learner may have gone on to another experiment on the page itself.
    if (received.type === 'termsRequested') this.#note = received.origin?.uri;
    switch (received.type) {
      case 'ready':
        this.#isReady = true;
        if (this.#waiting) void this.#panel?.webview.postMessage(this.#waiting);
        this.#waiting = undefined;
        break;
      case 'progressed':
        this.#progress.fire(received);
        break;
      case 'originRequested':
        void this.#showOrigin(received.origin);
        break;
      case 'exportRequested':
        void saveExport(received, this.#note);
        break;
      case 'keepRequested':
      case 'insertRequested':
        void this.#writeBack(received);
        break;
      case 'ownRequested':
        void this.#sendOwn(received.experimentId, received.origin);
        break;
      case 'textsRequested':
        void this.#sendTexts(received);
        break;
      case 'termsRequested':
        void this.#explain(received);
        break;
      case 'predictFirstChanged':
        void settings.setPredictFirst(received.isOn);
        break;
      case 'failed':
        this.#log.error(received.message);
        break;
    }
  }

  /** Answers with the vault's experiment as its file is now; without one where there is none of that id. */
  async #sendOwn(experimentId: string, origin?: Origin): Promise<void> {
    const own = await experiments.own(experimentId);
    const message: HostMessage = {
      type: 'open',
      version: PANEL_PROTOCOL_VERSION,
      locale: this.#locale,
      experimentId,
      ...(origin && { origin }),
      ...(own && { own }),
    };
    void this.#panel?.webview.postMessage(message);
  }

  async #sendTexts(request: TextsRequest): Promise<void> {
    const { experimentId } = request;
    const texts = await this.#texts.render(request);
    const message: HostMessage = { type: 'texts', version: PANEL_PROTOCOL_VERSION, experimentId, ...texts };
    void this.#panel?.webview.postMessage(message);
  }

  /** Tells the page of a vault's experiment whose file was saved; whether it shows that one, the page knows. */
  async #tellChange(experimentId: string | undefined): Promise<void> {
    const own = this.#isReady && experimentId !== undefined && (await experiments.own(experimentId));
    if (!own || experimentId === undefined) return;
    const message: HostMessage = { type: 'ownChanged', version: PANEL_PROTOCOL_VERSION, experimentId, own };
    void this.#panel?.webview.postMessage(message);
  }

  /** Answers what the page asked about its texts, unless it asks something else meanwhile. */
  async #explain(request: TermsRequest | undefined): Promise<void> {
    this.#termsRequest = request;
    if (!request) return;
    const { experimentId } = request;
    try {
      const terms = await this.#texts.explain(request, this.#locale);
      if (request !== this.#termsRequest) return;
      const answer: HostMessage = { type: 'terms', version: PANEL_PROTOCOL_VERSION, experimentId, terms };
      void this.#panel?.webview.postMessage(answer);
    } catch (error) {
      this.#log.error(`The terms of ${experimentId} cannot be explained: ${String(error)}`);
    }
  }

  /** Shows the place in the note, in the column where the note is open already. */
  async #showOrigin({ uri, line }: Origin): Promise<void> {
    const target = vscode.Uri.parse(uri, true);
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
    const position = new vscode.Position(line, 0);
    try {
      const editor = await vscode.window.showTextDocument(target, {
        viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
      });
      editor.selection = new vscode.Selection(position, position);
      editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.AtTop);
    } catch (error) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The note {0} cannot be opened: {1}', target.path, String(error)),
      );
    }
  }
}

/** All labs in tabs of this window. */
function labTabs(): readonly vscode.Tab[] {
  // VS Code puts something of its own before the type.
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
}

async function tellOfLost(): Promise<void> {
  const reload = vscode.l10n.t('Reload the window');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'VS Code has restarted its extensions. The lab goes on, but can no longer save anything or write into a note. Reload the window: then it comes back with its settings. Or open a demo anew.',
    ),
    reload,
  );
  if (answer === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow');
}

/** The page keeps the place that it was opened from, and sends it back. */
function namesVaultPlace(message: ViewMessage): boolean {
  const origin = 'origin' in message ? message.origin : undefined;
  return origin === undefined || vaultPlace(origin.uri) !== undefined;
}
