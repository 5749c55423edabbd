import * as vscode from 'vscode';
import { errorText } from '../../core/errorText';
import { demoAnchors } from '../../core/features/demoAnchors';
import { readDemoBlock } from '../../core/features/demoBlock';
import type { ConceptTable } from '../../core/index/conceptTable';
import { basename } from '../../core/index/linkResolver';
import { TextLines } from '../../core/text';
import { commandIds } from '../commands';
import { anchorOrder, blockOrder, type DemoOrder } from '../demoOrder';
import { experiments } from '../experimentCatalog';
import { vaultPlace } from '../vaultPlace';
import type { Vaults } from '../vaults';
import { type DemoLink, readDemoFileName } from './demoLinks';

const viewType = 'lectureLab.demoLink';

/** What a right click on a demo of the preview passes on, see `demoContext`. */
interface DemoContext {
  readonly lectureLabNote: string;
  readonly lectureLabLine: number;
}

/** The value of `data-vscode-context` for the demos at a 0-based line of a note. */
export function demoContext(note: vscode.Uri, line: number): string {
  const demo: DemoContext = { lectureLabNote: note.toString(), lectureLabLine: line };
  return JSON.stringify({ webviewSection: 'lectureLabDemo', ...demo, preventDefaultContextMenuItems: true });
}

/** Follows the links to demos of the Markdown preview: by click, as the editor of files that do not exist, and by its right-click menu. */
export function registerDemoLinks(vaults: Vaults, concepts: ConceptTable): vscode.Disposable {
  const follow = async (note: vscode.Uri, link: Pick<DemoLink, 'experimentId' | 'line'>): Promise<void> => {
    try {
      await runDemoAt(await ordersAt(note, link.line, vaults, concepts), link.experimentId);
    } catch (error) {
      void vscode.window.showErrorMessage(vscode.l10n.t('The demo cannot be started: {0}', errorText(error)));
    }
  };
  return vscode.Disposable.from(
    vscode.window.registerCustomEditorProvider(viewType, {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      resolveCustomEditor: ({ uri }, panel) => {
        const link = readDemoFileName(basename(uri.path));
        panel.webview.html = '';
        // There is nothing to be seen here: the lab is a panel of its own.
        setTimeout(() => panel.dispose());
        if (link) void follow(vscode.Uri.joinPath(uri, '..', link.note), link);
      },
    }),
    vscode.commands.registerCommand(commandIds.chooseDemoInPreview, (context?: Partial<DemoContext>) => {
      const { lectureLabNote: note, lectureLabLine: line } = context ?? {};
      // The note's own HTML may have such a menu, too.
      const uri = typeof note === 'string' ? vaultPlace(note) : undefined;
      return uri && Number.isInteger(line)
        ? follow(uri, { experimentId: undefined, line: Number(line) })
        : undefined;
    }),
  );
}

async function runDemoAt(orders: readonly DemoOrder[], experimentId: string | undefined): Promise<void> {
  const order = orders.find((other) => other.experimentId === experimentId);
  if (experimentId === undefined) await vscode.commands.executeCommand(commandIds.chooseDemo, orders);
  else await vscode.commands.executeCommand(commandIds.runDemo, order ?? { experimentId });
}

/** What the note offers at a line now. Rejects with what is wrong with a `demo` block. */
async function ordersAt(
  uri: vscode.Uri,
  line: number,
  vaults: Vaults,
  concepts: ConceptTable,
): Promise<readonly DemoOrder[]> {
  await experiments.ready();
  const document = await vscode.workspace.openTextDocument(uri);
  const note = vaults.noteOf(document);
  const block = note.demoBlocks.find(({ range }) => range.start.line === line);
  if (block) {
    const { order } = readDemoBlock(block, await experiments.settable());
    if (!order) throw new Error(vscode.l10n.t('line {0} of the note has wrong settings.', line + 1));
    return [blockOrder(uri, note, block, order)];
  }
  const anchors = demoAnchors(note, concepts, new TextLines(document.getText()));
  const anchor = anchors.find(({ range }) => range.start.line === line);
  return Promise.all((anchor?.experiments ?? []).map((id) => anchorOrder(uri, note, anchor!, id)));
}
