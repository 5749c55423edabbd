import * as vscode from 'vscode';
import { formulaAt } from '../../core/features/positionLookups';
import { TextLines } from '../../core/text';
import { toPosition, toVscodeRange } from '../convert';
import { hoverMarkdown, vaultExcerpt } from '../hoverMarkdown';
import { noteSelector } from '../vaults';
import { demoHover } from './demoHover';
import { isOnShownText, linkHover } from './linkHover';
import { type TermHoverContext, termHover } from './termHover';

/**
 * What stands at a position, explained: a name in a `demo` block, a formula drawn, a link's target, a term with the vault's own definition, where it is from, and the
 * demos that show it.
 */
export function registerHovers(context: TermHoverContext): vscode.Disposable {
  return vscode.languages.registerHoverProvider(noteSelector, {
    provideHover: async (document, position) => {
      // The text that a link shows instead of its target is prose: a term in it comes first.
      const isProse = isOnShownText(document, position, context);
      const [likelier, other] = isProse ? [termHover, linkHover] : [linkHover, termHover];
      return (
        (await demoHover(document, position, context)) ??
        (await formulaHover(document, position, context)) ??
        (await likelier(document, position, context)) ??
        other(document, position, context)
      );
    },
  });
}

async function formulaHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  { vaults, formulas }: TermHoverContext,
): Promise<vscode.Hover | undefined> {
  const lines = new TextLines(document.getText());
  const formula = formulaAt(vaults.noteOf(document), lines, toPosition(position));
  if (!formula) return undefined;
  const markdown = formula.isDisplay ? `$$${formula.tex}$$` : `$${formula.tex}$`;
  const vault = vaults.vaultOf(document.uri);
  const html = await vaultExcerpt(vault, markdown, vault.pathOf(document.uri), formulas);
  return new vscode.Hover(hoverMarkdown([html]), toVscodeRange(formula.range));
}
