import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { commandsOf, eventually, folder, hoverOver, openNote, writeNote } from './kit';

function write(name: string, text: string): Promise<vscode.TextDocument> {
  return writeNote(vscode.Uri.joinPath(folder('scratch'), 'Demoblöcke'), name, text);
}

const fenced = (...lines: readonly string[]) => `\`\`\`demo\n${lines.join('\n')}\n\`\`\`\n`;

/** What is offered at the end of the first line that ends with `ending`, by label. */
async function offered(
  document: vscode.TextDocument,
  ending: string,
): Promise<ReadonlyMap<string, vscode.CompletionItem>> {
  const line = document
    .getText()
    .split('\n')
    .findIndex((text) => text.endsWith(ending));
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.lineAt(line).range.end,
  );
  // VS Code's own Markdown support has plain texts for labels.
  return new Map(
    list.items.flatMap((item) => (typeof item.label === 'string' ? [] : [[item.label.label, item] as const])),
  );
}

function textOf(item: vscode.CompletionItem | undefined): string | undefined {
  const text = item?.insertText;
  return typeof text === 'string' ? text : text?.value;
}

function ours(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Lecture Lab');
}

/** What is wrong in a note, by code and underlined text; asks until there are `count` findings. */
async function found(document: vscode.TextDocument, count: number): Promise<readonly string[]> {
  const diagnostics = await eventually(
    async () => ours(document),
    (all) => all.length === count,
  );
  return diagnostics.map(({ code, range }) => `${String(code)} ${document.getText(range)}`);
}

/** Applies the first quick fix at the one finding of a note. */
async function applyFix(document: vscode.TextDocument): Promise<void> {
  const [diagnostic] = ours(document);
  assert.ok(diagnostic);
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const edit = actions.find((action) => action.edit)?.edit;
  assert.ok(edit, `There is no fix among: ${actions.map(({ title }) => title).join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** All lenses of a note with a command of ours: the 0-based line, and what a click runs. */
async function lensesAt(
  document: vscode.TextDocument,
): Promise<readonly { readonly line: number; readonly command: vscode.Command }[]> {
  const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    1000,
  );
  return lenses.flatMap(({ range, command }) =>
    command?.command.startsWith('lectureLab.') ? [{ line: range.start.line, command }] : [],
  );
}

describe('Completion in demo blocks', () => {
  it('offers experiments with their titles', async () => {
    const items = await offered(await write('Experiment 1.md', fenced('experiment: ')), 'experiment: ');
    const item = items.get('weight-decay');
    assert.equal(textOf(item), 'weight-decay');
    assert.ok(typeof item?.label === 'object' && /Weight decay/i.test(item.label.description ?? ''));
  });

  it('offers the parameters that are missing, with their defaults', async () => {
    const text = fenced('experiment: weight-decay', 'noise: 0.3', 'hid');
    const items = await offered(await write('Parameter 1.md', text), 'hid');
    assert.equal(textOf(items.get('hiddenUnits')), 'hiddenUnits: 16');
    assert.equal(items.has('noise'), false);
  });

  it('offers the values of a choice, and ranges to sweep', async () => {
    const choice = await write('Wahl 1.md', fenced('experiment: weight-decay', 'optimizer: '));
    assert.equal(textOf((await offered(choice, 'optimizer: ')).get('adam')), 'adam');
    const sweep = await write('Durchlauf 1.md', fenced('experiment: weight-decay', 'sweep: '));
    const items = await offered(sweep, 'sweep: ');
    assert.match(textOf(items.get('hiddenUnits 4..64')) ?? '', /^hiddenUnits \$\{1:4\}\.\.\$\{2:64\}$/);
  });

  it('offers the whole block behind the marks of a fence', async () => {
    const items = await offered(await write('Zaun 1.md', 'Text\n\n```\n'), '```');
    assert.match(
      textOf(items.get('demo')) ?? '',
      /^demo\nexperiment: \$\{1\|.*weight-decay.*\|\}\n\$0\n```$/,
    );
  });

  it('offers experiments in the property demos', async () => {
    const items = await offered(await write('Property 1.md', '---\ndemos: [\n---\n'), 'demos: [');
    assert.equal(textOf(items.get('weight-decay')), 'weight-decay');
  });
});

describe('Hovers in demo blocks', () => {
  const document = () => write('Hover 1.md', fenced('experiment: weight-decay', 'trainingPoints: 30'));

  it('explain a parameter with its range and default', async () => {
    const hover = await hoverOver(await document(), 'trainingPoints');
    assert.match(hover, /20 … 200/);
    assert.match(hover, /(?:Default|Voreinstellung): 60/);
  });

  it('explain the experiment and run it with the settings of the block', async () => {
    const hover = await hoverOver(await document(), 'weight-decay');
    assert.match(hover, /Weight decay/i);
    const order = /\(command:lectureLab\.runDemo\?([^)]*)\)/.exec(hover)?.[1] ?? '';
    assert.deepEqual(JSON.parse(decodeURIComponent(order))[0].params, { trainingPoints: 30 });
  });
});

describe('Diagnostics of demo blocks', () => {
  it('mark what is wrong, in the property demos too', async () => {
    const block = fenced('experiment: weight-decay', 'nois: 0.3', 'hiddenUnits: 100', 'Text', 'seed: x');
    const document = await write('Falsch 1.md', `---\ndemos: wieght-decay\n---\n${block}`);
    assert.deepEqual([...(await found(document, 5))].sort(), [
      'broken-demo 100',
      'broken-demo Text',
      'broken-demo nois',
      'broken-demo wieght-decay',
      'broken-demo x',
    ]);
  });

  it('come with a fix for a slip of the pen', async () => {
    const document = await write('Vertippt 1.md', fenced('experiment: wieght-decay', 'noise: 0.3'));
    await found(document, 1);
    await applyFix(document);
    assert.equal(document.getText(), fenced('experiment: weight-decay', 'noise: 0.3'));
    assert.deepEqual(await found(document, 0), []);
  });

  it('come with a fix that brings a number into its range', async () => {
    const document = await write('Zu groß 1.md', fenced('experiment: weight-decay', 'hiddenUnits: "100"'));
    await found(document, 1);
    await applyFix(document);
    assert.equal(document.getText(), fenced('experiment: weight-decay', 'hiddenUnits: "64"'));
  });

  it('find nothing wrong with the sample vault', async () => {
    const document = await openNote(folder('sample-vault'), 'Demos einstellen.md');
    const wrong = await write('Danach 1.md', fenced('experiment: nix'));
    // What was opened later has been looked at: so has what was opened before.
    await found(wrong, 1);
    assert.deepEqual(await found(document, 0), []);
  });
});

describe('CodeLenses of demo blocks', () => {
  it('run the block with its settings, seed and sweep', async () => {
    const block = fenced('experiment: weight-decay', 'noise: 0,3', 'sweep: hiddenUnits 4, 16', 'seed: 7');
    const document = await write('Start 1.md', `# Titel\n\n${block}`);
    const [lens, ...others] = await lensesAt(document);
    assert.deepEqual(others, []);
    assert.equal(lens?.line, 2);
    assert.match(lens.command.title, /^▶ (?:Run with these settings|Mit diesen Einstellungen starten)$/);
    const [{ origin, ...order }] = lens.command.arguments ?? [];
    assert.deepEqual(order, {
      experimentId: 'weight-decay',
      params: { noise: 0.3 },
      seed: 7,
      sweep: { param: 'hiddenUnits', values: [4, 16] },
    });
    assert.deepEqual([origin.line, origin.demoLine, origin.anchorText], [2, 2, 'Titel']);
  });

  it('order nothing that the experiment does not have', async () => {
    const order = (sweep: unknown) =>
      vscode.commands.executeCommand('lectureLab.runDemo', { experimentId: 'weight-decay', sweep });
    await assert.rejects(async () => order({ param: 'hiddenUnits', values: [4, 1000] }), /1000/);
    await assert.rejects(async () => order({ param: 'nix', values: [1, 2] }), /nix/);
    await assert.rejects(async () => order({ param: 'hiddenUnits', values: [4] }), /2 (?:to|bis) 12/);
  });

  it('say how much is wrong, and lead to the first of it', async () => {
    const document = await write('Kaputt 1.md', fenced('experiment: weight-decay', 'nois: 1', 'seed: x'));
    const [lens] = await lensesAt(document);
    assert.match(lens?.command.title ?? '', /^✗ 2 /);
    assert.ok(lens);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), document.uri.toString());
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character], [2, 0]);
  });

  it('give the heading above the settings of the block', async () => {
    const block = fenced('experiment: weight-decay', 'noise: 0.3');
    const document = await write('Abschnitt 1.md', `# Weight Decay\n\n${block}\n# Early Stopping\n`);
    const orders = (await commandsOf(document)).map(({ line, command }) => ({
      line,
      ...(command.arguments?.[0] as { experimentId: string; params?: unknown }),
    }));
    const at = (line: string, id: string) =>
      orders.find((order) => order.line === line && order.experimentId === id);
    assert.deepEqual(at('# Weight Decay', 'weight-decay')?.params, { noise: 0.3 });
    assert.ok(at('# Early Stopping', 'early-stopping'));
    assert.equal(at('# Early Stopping', 'early-stopping')?.params, undefined);
  });

  it('are those that the property demos names', async () => {
    const text =
      '---\ndemos:\n- weight-decay\n- Übungen: early-stopping\n---\n# Übungen\n\n# Gradient Clipping\n';
    const document = await write('Eigene 1.md', text);
    const lenses = (await commandsOf(document)).map(({ line, command }) => {
      const [order] = command.arguments as readonly { readonly experimentId: string }[];
      return [line, order?.experimentId];
    });
    assert.deepEqual(lenses, [
      ['demos:', 'weight-decay'],
      ['# Übungen', 'early-stopping'],
    ]);
  });

  it('are gone where the property demos says so', async () => {
    const document = await write('Keine 1.md', '---\ndemos: false\n---\n# Weight Decay\n');
    assert.deepEqual(await commandsOf(document), []);
  });
});
