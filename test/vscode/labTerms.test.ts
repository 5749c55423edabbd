import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { isHostMessage } from '../../src/protocol/checkPanelMessages';
import { type ExplainedTerm, PANEL_PROTOCOL_VERSION } from '../../src/protocol/panelMessages';
import { explainTexts } from '../../src/vscode/experimentPanel/explainTexts';
import { Vaults } from '../../src/vscode/vaults';
import { eventually, extension, folder, writeNote } from './kit';

const hostile = [
  '> [!definition] Perplexometer',
  '> <script>alert(1)</script> <img src=x onerror=alert(1)> [x](command:workbench.action.quit)',
  '> [y](javascript:alert(1)) ![z](https://example.org/z.png) [[Start hier]] <https://example.org>',
  '> <p style="position:fixed">misst</p>',
].join('\n');

describe('The terms in the lab', () => {
  let vaults: Vaults;

  /** The answer to a page whose experiment was opened from a note of a folder, or from none. */
  async function ask(passages: readonly string[], root?: vscode.Uri): Promise<readonly ExplainedTerm[]> {
    const uri = root && vscode.Uri.joinPath(root, 'Mitschrift.md').toString();
    const origin = uri && { uri, noteTitle: 'Mitschrift', anchorText: 'A', line: 0 };
    const request = { type: 'termsRequested', experimentId: 'weight-decay', passages } as const;
    // Without formulas: the program that draws them is a part of the extension's bundle only.
    const formulas = { renderer: async () => () => undefined };
    return explainTexts({ ...request, ...(origin && { origin }) }, 'de', { vaults, formulas });
  }

  before(async () => {
    await writeNote(folder('scratch'), 'Messgeräte.md', `# Messen\n\n${hostile}\n`);
    const log = vscode.window.createOutputChannel('Lecture Lab: terms in the lab', { log: true });
    vaults = new Vaults({ storageUri: undefined, extension: extension() }, log);
  });

  after(async () => {
    vaults.dispose();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder('scratch'), 'Messgeräte.md'));
  });

  it('are explained by the glossary of the vault, in inflected forms, once', async () => {
    const root = folder('sample-vault');
    const passages = ['Bei kleinen Lernraten \uFFFC dauert es.', 'Die Lernrate und das Perzeptron.'];
    const terms = await eventually(
      () => ask(passages, root),
      ([first]) => first?.origin !== undefined,
    );
    const [rate, ...others] = terms;
    assert.equal(passages[0]?.slice(rate?.start, rate?.end), 'Lernraten');
    assert.deepEqual([rate?.passage, rate?.name, rate?.from], [0, 'Lernrate', 'Glossar']);
    const uri = rate?.origin?.uri ?? '';
    const note = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    assert.equal(note.lineAt(rate?.origin?.line ?? 0).text, '## Lernrate');
    assert.ok(others.every(({ name }) => name !== 'Lernrate'));
    const answer = { type: 'terms', version: PANEL_PROTOCOL_VERSION, experimentId: 'weight-decay', terms };
    assert.ok(isHostMessage(answer));
  });

  it('come from the shipped glossary where no vault defines them', async () => {
    const terms = await ask(['Etwas Tichonow-Regularisierung.'], folder('scratch'));
    assert.match(terms[0]?.from ?? '', /^Glossar von Lecture Lab/);
    assert.equal(terms[0]?.origin, undefined);
  });

  it('are looked for in the first vault for a lab that was opened without a note', async () => {
    const terms = await ask(['Etwas Tichonow-Regularisierung.']);
    assert.equal(terms.length, 1);
  });

  it('bring nothing hostile with them', async () => {
    const terms = await eventually(
      () => ask(['Mit Perplexometern misst man.'], folder('scratch')),
      ({ length }) => length > 0,
    );
    const html = terms[0]?.html ?? '';
    assert.equal(terms[0]?.name, 'Perplexometer');
    assert.match(html, /misst/);
    assert.deepEqual(
      html.match(/<[^>]*>/g)?.filter((tag) => !/^<\/?(?:div|p|em|br)>$/.test(tag)),
      [],
    );
  });
});
