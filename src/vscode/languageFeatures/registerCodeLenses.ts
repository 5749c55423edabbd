import * as vscode from 'vscode';
import { buttonAnchors } from '../../core/features/demoAnchors';
import type { ConceptTable } from '../../core/index/conceptTable';
import { findInCatalog } from '../../experiments/catalog.gen';
import { commandIds } from '../commands';
import { toVscodeRange } from '../convert';
import { type DemoOrder, originOf } from '../demoOrder';
import { settings } from '../settings';
import { noteSelector, type Vaults } from '../vaults';

/** "▶ Demo" above each heading, callout title and bold lead-in that names a concept; one lens an experiment. */
export function registerCodeLenses(vaults: Vaults, concepts: ConceptTable): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(noteSelector, {
    // Lenses come with their command at once: a lens that is resolved later makes the text jump.
    provideCodeLenses: (document) => demoLenses(document, vaults, concepts),
  });
}

function demoLenses(
  document: vscode.TextDocument,
  vaults: Vaults,
  concepts: ConceptTable,
): vscode.CodeLens[] {
  const locale = settings.locale(document.uri);
  return buttonAnchors(vaults.noteOf(document), concepts).flatMap((anchor) =>
    anchor.experiments.flatMap((experimentId) => {
      const experiment = findInCatalog(experimentId);
      if (!experiment) return [];
      const order: DemoOrder = { experimentId, origin: originOf(document.uri, anchor) };
      const command: vscode.Command = {
        title: `▶ Demo: ${experiment.title[locale]}`,
        tooltip: experiment.summary[locale],
        command: commandIds.runDemo,
        arguments: [order],
      };
      return [new vscode.CodeLens(toVscodeRange(anchor.range), command)];
    }),
  );
}
