import { strict as assert } from 'node:assert';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/**
 * How long this machine takes at this moment to load a program of five times the size, the formula renderer: what loading is compared
 * with, since a busy machine is no failure.
 */
function yardstick(): number {
  const source = readFileSync(join(extension().extensionPath, 'dist/formulaRenderer.js'), 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-yardstick-'));
  // Another text, so that nothing that was compiled before is found again.
  const copy = join(folder, 'copy.js');
  writeFileSync(copy, `// ${folder}\n${source}`);
  const begun = performance.now();
  require(copy);
  const milliseconds = performance.now() - begun;
  rmSync(folder, { recursive: true });
  return milliseconds;
}

describe('Activation', () => {
  it('is quick, loading included', async () => {
    await windowAtRest();
    await extension().activate();
    const { load, activate } = await activationTimes();
    const other = Math.min(yardstick(), yardstick());
    say(`      loading ${load} ms, activating ${activate} ms (goal at rest: together below ${goal} ms)`);
    say(`      loading the formula renderer: ${other.toFixed(0)} ms`);
    // The yardstick is read at rest, the extension was loaded while the window opened: several times as long is the crowd, not the code.
    assert.ok(load + activate < 12 * other, `It took ${load} + ${activate} ms, the yardstick ${other} ms.`);
  });

  it('loads no TensorFlow and nothing that could reach another machine', () => {
    const bundle = readFileSync(join(extension().extensionPath, 'dist/extension.js'), 'utf8');
    assert.equal(
      /tensorflow|WebGLProgram|(?<![.\w$])fetch\((?!\))|XMLHttpRequest|WebSocket/i.exec(bundle)?.[0],
      undefined,
    );
    const modules = [...bundle.matchAll(/\b(?:require|import)\("([^"]+)"\)/g)].map(([, name]) => name ?? '');
    assert.ok(modules.includes('vscode'), 'The bundle is not written as this test expects.');
    assert.deepEqual(
      modules.filter((name) => networkModules.test(name)),
      [],
    );
  });

  it('offers its command, and every file that the manifest names is there', async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('lectureLab.runDemo'));
    const { main, browser } = extension().packageJSON as Readonly<Record<string, string>>;
    for (const file of [main, browser]) {
      assert.ok(file && existsSync(join(extension().extensionPath, file)), `${file} is missing.`);
    }
  });
});
