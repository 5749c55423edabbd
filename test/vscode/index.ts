import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { say } from './kit';

/** Runs the suite inside VS Code's extension host; both the embedded and the desktop one call this. Rejects when a test failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 60_000, slow: 2000, color: false });
  // For who works on one of them: the tests whose full name contains this text.
  if (process.env.LECTURE_LAB_TEST_GREP) mocha.grep(process.env.LECTURE_LAB_TEST_GREP);
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => say(format(...parts));
  // Bundled files cannot be loaded by name: `describe` and `it` are made here, then the files are imported in order.
  mocha.suite.emit('pre-require', globalThis, 'index', mocha);
  await import('./activation.test');
  await import('./codeLenses.test');
  await import('./hovers.test');
  await import('./links.test');
  await import('./rename.test');
  await import('./notes.test');
  await import('./completion.test');
  await import('./diagnostics.test');
  await import('./badNotes.test');
  await import('./glossary.test');
  await import('./lab.test');
  await import('./labTerms.test');
  await import('./demoBlock.test');
  await import('./writeBack.test');
  await import('./ownExperiments.test');
  await import('./realNote.test');

  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  const report = process.env.LECTURE_LAB_TEST_REPORT;
  if (report) writeFileSync(report, JSON.stringify({ passed: stats.passes, failed: stats.failures }));
  if (stats.failures > 0) throw new Error(`${stats.failures} of the tests in VS Code failed.`);
}
