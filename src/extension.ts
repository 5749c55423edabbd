import * as vscode from 'vscode';
import { conceptTable } from './core/index/conceptTable';
import { specs } from './experiments/specs.gen';
import { registerCommands } from './vscode/commands';
import { LabPanel, type LabProgress } from './vscode/experimentPanel/labPanel';
import { Formulas } from './vscode/formulas';
import { registerCodeLenses } from './vscode/languageFeatures/registerCodeLenses';
import { registerHovers } from './vscode/languageFeatures/registerHovers';
import { registerLinks } from './vscode/languageFeatures/registerLinks';
import { Vaults } from './vscode/vaults';

/** What other extensions may use. */
export interface LectureLabApi {
  /** Fires when a run in the lab has advanced, at most about twice a second. */
  readonly onDidProgress: vscode.Event<LabProgress>;
}

/** The only wiring: builds what has state, hands it to the features, and leaves all disposing to VS Code. */
export function activate(context: vscode.ExtensionContext): LectureLabApi {
  const log = vscode.window.createOutputChannel('Lecture Lab', { log: true });
  const concepts = conceptTable(specs);
  const vaults = new Vaults(log);
  const lab = new LabPanel(context.extensionUri, log);
  context.subscriptions.push(
    log,
    vaults,
    lab,
    registerCommands({ vaults, concepts, lab }),
    registerCodeLenses(vaults, concepts),
    registerHovers({ vaults, concepts, formulas: new Formulas() }),
    registerLinks(vaults),
  );
  return { onDidProgress: lab.onDidProgress };
}
