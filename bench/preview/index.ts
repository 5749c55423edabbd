// How long VS Code's Markdown preview takes to render a note, with the pages of notes and without: runs inside VS Code.
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { longNote } from '../lectureNotes';
import { median } from '../measure';

/** A note that is rendered again and again, one letter longer each time. */
interface Subject {
  readonly name: string;
  readonly document: vscode.TextDocument;
  /** 0-based line that is typed into. */
  readonly line: number;
}

/** Milliseconds. */
interface Times {
  /** The first rendering since the preview's plugins were made. */
  readonly first: number;
  /** After a keystroke, the median. */
  readonly keystroke: number;
}

const keystrokes = 12;
const setting = 'lectureLab.preview.enabled';

/** Shows what goes wrong: the mark tells it from what VS Code says. */
export function run(): Promise<void> {
  return measureAll().catch((error: unknown) => {
    console.log(`│ ${error instanceof Error ? error.stack : String(error)}`);
    throw error;
  });
}

/** Measures what the environment variable `LECTURE_LAB_BENCH_ROUNDS` asks for and writes it to `LECTURE_LAB_TEST_REPORT`. */
async function measureAll(): Promise<void> {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  const report = process.env.LECTURE_LAB_TEST_REPORT;
  if (!root || !report) throw new Error('A workspace and a file for the figures are needed.');
  await vscode.extensions.getExtension('lecture-lab.lecture-lab')?.activate();
  const subjects = await subjectsIn(root.uri);
  const rounds: object[] = [];
  for (let number = 0; number < Number(process.env.LECTURE_LAB_BENCH_ROUNDS); number++) {
    const isOursFirst = number % 2 === 0;
    const measured: Record<string, Record<string, Times>> = {};
    for (const isOurs of [isOursFirst, !isOursFirst]) {
      await switchPages(isOurs);
      const times: Record<string, Times> = {};
      for (const subject of subjects) times[subject.name] = await measure(subject, isOurs);
      measured[isOurs ? 'ours' : 'theirs'] = times;
    }
    rounds.push(measured);
  }
  writeFileSync(report, JSON.stringify(rounds));
}

async function subjectsIn(root: vscode.Uri): Promise<readonly Subject[]> {
  const lecture = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, 'DLVC - VL 5.md'));
  const long = vscode.Uri.joinPath(root, 'Lang.md');
  await vscode.workspace.fs.writeFile(long, new TextEncoder().encode(longNote(4000, 200, 2)));
  return [
    { name: 'lecture', document: lecture, line: 4 },
    { name: 'long', document: await vscode.workspace.openTextDocument(long), line: 2000 },
  ];
}

/** Has the preview make its plugins anew: nothing is at hand that was rendered before. */
async function switchPages(isOn: boolean): Promise<void> {
  await vscode.workspace.getConfiguration().update(setting, isOn, vscode.ConfigurationTarget.Global);
  await vscode.commands.executeCommand('markdown.api.reloadPlugins');
  // Compiled code and the engine itself are there for both.
  await vscode.commands.executeCommand('markdown.api.render', '# Warm');
}

async function measure({ name, document, line }: Subject, isOurs: boolean): Promise<Times> {
  const first = await rendering(document, name, isOurs);
  const times: number[] = [];
  for (let turn = 0; turn < keystrokes; turn++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(line, 0), 'x');
    await vscode.workspace.applyEdit(edit);
    times.push(await rendering(document, name, isOurs));
  }
  return { first, keystroke: median(times) };
}

async function rendering(document: vscode.TextDocument, name: string, isOurs: boolean): Promise<number> {
  const begun = performance.now();
  const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
  const spent = performance.now() - begun;
  if (html.includes('class="ll-') !== isOurs)
    throw new Error(`${name} was rendered ${isOurs ? 'without' : 'with'} its page.`);
  return spent;
}
