import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, extension, say } from './kit';

/** Nothing that a program could reach another machine with. */
const networkModules = /^(node:)?(https?|http2|net|tls|dgram|dns|child_process|worker_threads)$/;

/** How long VS Code says that loading and activating the extension took, from its page "Startup Performance". */
async function activationTimes(): Promise<{ readonly load: number; readonly activate: number }> {
  await vscode.commands.executeCommand('perfview.show');
  const row = await eventually(
    async () => {
      const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
      return page?.getText().match(/^\| lecture-lab\.lecture-lab .*$/m)?.[0] ?? '';
    },
    (found) => found !== '',
  );
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  // | extension | eager | load code | call activate | finish activate | …
  const [load, call, finish] = row.split('|').slice(3, 6).map(Number);
  return { load: load ?? Number.NaN, activate: (call ?? Number.NaN) + (finish ?? Number.NaN) };
}

/** Waits until the window has come to rest after its start, so that the extension is measured and not the start. */
async function windowAtRest(): Promise<void> {
  let calm = 0;
  await eventually(
    async () => {
      const asked = performance.now();
      // A round trip to the window's main thread and back.
      await vscode.commands.executeCommand('getContextKeyInfo');
      calm = performance.now() - asked < 20 ? calm + 1 : 0;
      return calm;
    },
    (times) => times >= 20,
  );
}

/** Milliseconds that loading and activating may take together on a machine at rest. */
const goal = 50;

/** The text of one of the extension's own files. */
async function ownFile(path: string): Promise<string> {
  const uri = vscode.Uri.joinPath(extension().extensionUri, path);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/**
 * How long this machine takes at this moment to compile and run the formula renderer, a program of five times the size: what loading is
 * compared with, since a busy machine is no failure.
 */
function yardstick(source: string): number {
  const begun = performance.now();
  // Another text each time, so that nothing that was compiled before is found again.
  new Function('module', 'exports', 'require', `// ${begun}\n${source}`)({ exports: {} }, {}, () => ({}));
  return performance.now() - begun;
}

describe('Activation', () => {
  it('is quick, loading included', async () => {
    await windowAtRest();
    await extension().activate();
    const { load, activate } = await activationTimes();
    const renderer = await ownFile('dist/formulaRenderer.js');
    const other = Math.min(yardstick(renderer), yardstick(renderer));
    say(`      loading ${load} ms, activating ${activate} ms (goal at rest: together below ${goal} ms)`);
    say(`      loading the formula renderer: ${other.toFixed(0)} ms`);
    // The yardstick is read at rest, the extension was loaded while the window opened: several times as long is the crowd, not the code.
    assert.ok(load + activate < 12 * other, `It took ${load} + ${activate} ms, the yardstick ${other} ms.`);
  });

  for (const [host, bundle] of [
    ['Node', 'dist/extension.js'],
    ['a browser', 'dist/web/extension.js'],
  ] as const) {
    it(`loads no TensorFlow and nothing that could reach another machine, for ${host}`, async () => {
      const program = await ownFile(bundle);
      assert.equal(
        /tensorflow|WebGLProgram|(?<![.\w$])fetch\((?!\))|XMLHttpRequest|WebSocket/i.exec(program)?.[0],
        undefined,
      );
      const calls = program.matchAll(/\b(?:require|import)\("([^"]+)"\)/g);
      const modules = [...calls].map(([, name]) => name ?? '');
      assert.ok(modules.includes('vscode'), 'The bundle is not written as this test expects.');
      assert.deepEqual(
        modules.filter((name) => networkModules.test(name)),
        [],
      );
    });
  }

  it('offers its command, and every file that the manifest names is there', async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('lectureLab.runDemo'));
    const { main, browser } = extension().packageJSON as Readonly<Record<'main' | 'browser', string>>;
    for (const file of [main, browser]) assert.notEqual(await ownFile(file), '', `${file} is empty.`);
  });
});
