import * as vscode from 'vscode';

/** The walkthrough, by the id that VS Code gives it. */
const walkthrough = 'lecture-lab.lecture-lab#firstSteps';

/**
 * What somebody has done for the first time. Each is a context key `lectureLab.did.…`, which ticks off a step of the walkthrough; VS Code keeps
 * the ticks.
 */
export type FirstStep = 'openSampleVault' | 'explainTerm' | 'runDemo' | 'readOwnVault' | 'writeExperiment';

const done = new Set<FirstStep>();

/** Ticks off a step. Costs nothing from the second time on. */
export function did(step: FirstStep): void {
  if (done.has(step)) return;
  done.add(step);
  void vscode.commands.executeCommand('setContext', `lectureLab.did.${step}`, true);
}

/** Shows the walkthrough. @param isBeside in the next group of editors, so that the active editor stays in view. */
export async function openWalkthrough(isBeside: boolean): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, isBeside);
}
