import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, folder, writeNote } from './kit';

const place = () => vscode.Uri.joinPath(folder('scratch'), 'Rückschreiben');
const write = (name: string, text: string) => writeNote(place(), name, text);

const block = (...lines: readonly string[]) =>
  `\`\`\`demo\nexperiment: weight-decay\n${lines.join('\n')}\n\`\`\`\n`;

/** What the lab says of the place that it was opened from. */
function originIn({ uri }: vscode.TextDocument, line: number, anchorText: string, demoLine?: number) {
  const origin = { uri: uri.toString(), noteTitle: 'Notiz', anchorText, line };
  return { ...origin, ...(demoLine !== undefined && { demoLine }) };
}

const keep = (origin: unknown, params: object, seed = 1, more: object = {}) =>
  vscode.commands.executeCommand('lectureLab.keepInNote', {
    experimentId: 'weight-decay',
    params,
    seed,
    origin,
    ...more,
  });

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>';

/** Inserts a picture that is called after the test, so that no other test has it. */
const insert = (origin: unknown, view: string, params: object, seed: number, content = picture) =>
  vscode.commands.executeCommand('lectureLab.insertResult', {
    experimentId: 'weight-decay',
    title: 'Weight Decay',
    figureTitle: 'Verlust',
    claims: [{ text: 'Der Verlust $L$ fällt.', measured: '0,31', bound: '≥ 0,2', verdict: 'holds' }],
    params,
    seed,
    step: 300,
    fileName: `weight-decay-${view}-seed${seed}.svg`,
    format: 'svg',
    content,
    origin,
  });

const callout = (fileName: string, settings: string) =>
  [
    '> [!example] Ergebnis: Weight Decay',
    `> ![[${fileName}]]`,
    '> ✓ Der Verlust $L$ fällt. (gemessen 0,31; verlangt ≥ 0,2)',
    `> ${settings}`,
    '',
  ].join('\n');

async function bytesOf(uri: vscode.Uri): Promise<string> {
  // A byte order mark and line breaks are compared, too.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
}

/** What a note's file says once it is saved. */
async function saved(document: vscode.TextDocument): Promise<string> {
  // Whether anything was saved just now is not asked: what the file says is.
  await document.save();
  assert.equal(document.isDirty, false);
  return bytesOf(document.uri);
}

/** Takes back one step in the note that is shown, and gives what its file says then. */
async function undone(document: vscode.TextDocument): Promise<string> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  return saved(document);
}

const attachment = (name: string) => vscode.Uri.joinPath(folder('scratch'), name);

describe('Writing back into notes', () => {
  // VS Code in a browser saves by itself after a second.
  const setAutoSave = (mode: string | undefined) =>
    vscode.workspace.getConfiguration('files').update('autoSave', mode, vscode.ConfigurationTarget.Global);
  const setLanguage = (language: string | undefined) =>
    vscode.workspace
      .getConfiguration('lectureLab')
      .update('language', language, vscode.ConfigurationTarget.Global);
  before(async () => {
    await setLanguage('de');
    await setAutoSave('off');
  });
  after(async () => {
    await setLanguage(undefined);
    await setAutoSave(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('brings the block up to date that the lab was opened from, as one edit that is not saved', async () => {
    const before =
      '# Weight Decay\r\n\r\n> ```demo\r\n> experiment: weight-decay\r\n> # so\r\n> noise: 0,4 # viel\r\n> ```\r\n> Text\r\n';
    const document = await write('Block.md', before);
    await keep(originIn(document, 2, 'Weight Decay', 2), { noise: 0.3, trainingPoints: 30 }, 7);
    assert.equal(document.isDirty, true);
    assert.equal(await bytesOf(document.uri), before);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(
      await saved(document),
      before.replace('0,4', '0.3').replace('viel\r\n', 'viel\r\n> trainingPoints: 30\r\n> seed: 7\r\n'),
    );
    assert.equal(await undone(document), before);
  });

  it('puts a new block below the heading that the lab was opened from', async () => {
    const before = '# Weight Decay\nText\n\n## Mehr';
    const document = await write('Neu.md', before);
    const sweep = { param: 'hiddenUnits', values: [4, 16] };
    await keep(originIn(document, 0, 'Weight Decay'), { noise: 0.3 }, 1, { sweep });
    assert.equal(
      await saved(document),
      `# Weight Decay\n\n${block('noise: 0.3', 'sweep: hiddenUnits 4, 16')}\nText\n\n## Mehr`,
    );
    assert.equal(await undone(document), before);
  });

  it('changes nothing where the block has the settings already', async () => {
    const before = block('noise: "0,3"', 'seed: 7');
    const document = await write('Gleich.md', before);
    await keep(originIn(document, 0, 'Gleich', 0), { noise: 0.3 }, 7);
    assert.equal(document.isDirty, false);
    assert.equal(document.getText(), before);
  });

  it('changes nothing for settings that the experiment does not have', async () => {
    const before = block('noise: 0.3');
    const document = await write('Falsch.md', before);
    await keep(originIn(document, 0, 'Falsch', 0), { noise: 99 });
    await keep(originIn(document, 0, 'Falsch', 0), { nix: 1 });
    assert.equal(document.getText(), before);
  });

  it('takes nothing but what the lab posts', async () => {
    for (const command of ['lectureLab.keepInNote', 'lectureLab.insertResult']) {
      for (const wrong of [undefined, 'x', {}, { experimentId: 'weight-decay', params: [], seed: 1 }]) {
        await assert.rejects(async () => vscode.commands.executeCommand(command, wrong));
      }
    }
  });

  it('inserts a result below its block, with its picture in the folder for attachments, as one edit', async () => {
    const before = `# Weight Decay\n\n${block('noise: 0.3', 'seed: 7')}\nText\n`;
    const document = await write('Ergebnis.md', before);
    await insert(originIn(document, 2, 'Weight Decay', 2), 'einfuegen', { noise: 0.3 }, 7);
    const name = 'weight-decay-einfuegen-seed7.svg';
    assert.equal(await bytesOf(attachment(name)), picture);
    assert.equal(await bytesOf(document.uri), before);
    assert.equal(
      await saved(document),
      `# Weight Decay\n\n${block('noise: 0.3', 'seed: 7')}\n${callout(
        name,
        'Startwert 7, Schritt 300 · `experiment: weight-decay` `noise: 0.3`',
      )}\nText\n`,
    );
    assert.equal(await undone(document), before);
  });

  it('replaces a result of the same picture; other settings get a picture of their own', async () => {
    const text = block('noise: 0.3', 'seed: 7');
    const document = await write('Wieder.md', text);
    const origin = originIn(document, 0, 'Wieder', 0);
    const settings = '`experiment: weight-decay` `noise: 0.3`';
    const first = 'weight-decay-wieder-seed7.svg';
    await insert(origin, 'wieder', { noise: 0.3 }, 7);
    const once = await saved(document);
    assert.equal(once, `${text}\n${callout(first, `Startwert 7, Schritt 300 · ${settings}`)}`);

    const other = picture.replace('4', '5');
    await insert(origin, 'wieder', { noise: 0.3 }, 7, other);
    assert.equal(await saved(document), once);
    assert.equal(await bytesOf(attachment(first)), other);

    await insert(origin, 'wieder', { noise: 0.2 }, 7);
    const second = 'weight-decay-wieder-seed7-2.svg';
    const changed = '`experiment: weight-decay` `noise: 0.2`';
    assert.equal(
      await saved(document),
      `${text}\n${callout(second, `Startwert 7, Schritt 300 · ${changed}`)}`,
    );
    assert.deepEqual(await Promise.all([first, second].map((name) => bytesOf(attachment(name)))), [
      other,
      picture,
    ]);
    assert.equal(await undone(document), once);
  });

  it('marks a result whose settings are no longer those of the block, with a way out', async () => {
    const result = callout('x.svg', 'Startwert 7, Schritt 300 · `experiment: weight-decay` `noise: 0.3`');
    const document = await write('Veraltet.md', `${block('noise: 0.2', 'seed: 7')}\n${result}\nText\n`);
    const stale = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code === 'stale-result');
    const [diagnostic] = await eventually(
      async () => stale(),
      (found) => found.length > 0,
    );
    assert.ok(diagnostic);
    assert.equal(document.getText(diagnostic.range), 'Ergebnis: Weight Decay');
    assert.match(diagnostic.message, /noise$/);
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const run = actions.find(({ command }) => command?.command === 'lectureLab.runDemo')?.command;
    const [{ params, seed }] = run?.arguments ?? [{}];
    assert.deepEqual([params, seed], [{ noise: 0.2 }, 7]);
    const edit = actions.find((action) => action.edit)?.edit;
    assert.ok(edit);
    await vscode.window.showTextDocument(document);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), `${block('noise: 0.2', 'seed: 7')}\nText\n`);
    await eventually(
      async () => stale(),
      (found) => found.length === 0,
    );
    assert.deepEqual(stale(), []);
  });
});
