import * as vscode from 'vscode';
import { experimentsNamedIn } from '../../core/features/demoAnchors';
import { withoutQuoteMarks } from '../../core/features/excerptHtml';
import { formulaAt } from '../../core/features/positionLookups';
import { type TermAt, termAt } from '../../core/features/termAt';
import type { ConceptTable } from '../../core/index/conceptTable';
import { bestFirst, type Definition } from '../../core/index/glossary';
import { TextLines } from '../../core/text';
import type { Locale, Localized } from '../../experiments/kit/localized';
import { findSpec } from '../../experiments/specs.gen';
import { commandIds, commandUri } from '../commands';
import { toPosition, toVscodeRange } from '../convert';
import { originOf } from '../demoOrder';
import type { Formulas } from '../formulas';
import { escapeMarkdown, hoverMarkdown, locationUri, vaultExcerpt } from '../hoverMarkdown';
import { settings } from '../settings';
import type { Vault } from '../vault';
import { noteSelector, type Vaults } from '../vaults';
import { isOnShownText, linkHover } from './linkHover';

/** How long the first hover of a window waits for the vault to be read, in milliseconds. */
const longestWait = 3000;

/** A hover speaks the language of the experiments it offers, not that of the editor's menus. */
const texts = {
  otherForm: { de: 'andere Form dieses Begriffs', en: 'other form of this term' },
  from: { de: 'Aus', en: 'From' },
  alsoIn: { de: 'auch in', en: 'also in' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What hovers are made from. */
export interface HoverContext {
  readonly vaults: Vaults;
  readonly concepts: ConceptTable;
  readonly formulas: Formulas;
}

/**
 * What stands at a position, explained: a formula drawn, a link's target, a term with the vault's own definition, where it is from, and the
 * demos that show it.
 */
export function registerHovers(context: HoverContext): vscode.Disposable {
  return vscode.languages.registerHoverProvider(noteSelector, {
    provideHover: async (document, position) => {
      // The text that a link shows instead of its target is prose: a term in it comes first.
      const isProse = isOnShownText(document, position, context);
      const [likelier, other] = isProse ? [termHover, linkHover] : [linkHover, termHover];
      return (
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
  { vaults, formulas }: HoverContext,
): Promise<vscode.Hover | undefined> {
  const lines = new TextLines(document.getText());
  const formula = formulaAt(vaults.noteOf(document), lines, toPosition(position));
  if (!formula) return undefined;
  const markdown = formula.isDisplay ? `$$${formula.tex}$$` : `$${formula.tex}$`;
  const vault = vaults.vaultOf(document.uri);
  const html = await vaultExcerpt(vault, markdown, vault.pathOf(document.uri), formulas);
  return new vscode.Hover(hoverMarkdown([html]), toVscodeRange(formula.range));
}

async function termHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  { vaults, concepts, formulas }: HoverContext,
): Promise<vscode.Hover | undefined> {
  const vault = vaults.vaultOf(document.uri);
  await vault.read(longestWait);
  const note = vault.noteOf(document);
  const lines = new TextLines(document.getText());
  const term = termAt(vault.index.terms, note, lines, toPosition(position));
  const concept = termAt(concepts, note, lines, toPosition(position));
  const [best, ...others] = bestFirst(term?.match.values ?? []);
  const found = term ?? concept;
  if (!found) return undefined;
  const locale = settings.locale(document.uri);
  const named = [...(concept?.match.values ?? []), ...(best ? experimentsNamedIn(best.term, concepts) : [])];
  const demos = demoLinks(document.uri, found, [...new Set(named)], locale);
  const parts =
    term && best
      ? [
          titleText(term, best, locale),
          await definitionHtml(vault, best, formulas),
          demos,
          sourceText(vault, best, others, locale),
        ]
      : [demos];
  return new vscode.Hover(hoverMarkdown(parts), toVscodeRange(found.range));
}

/** The term; where it is written in another form here, that it is one. */
function titleText({ match }: TermAt<Definition>, { term }: Definition, locale: Locale): string {
  const form = match.kind === 'stem' ? ` — ${texts.otherForm[locale]}` : '';
  return `**${escapeMarkdown(term)}**${form}`;
}

/** The definition as HTML; `''` when its note is gone meanwhile. */
async function definitionHtml(vault: Vault, { path, body }: Definition, formulas: Formulas): Promise<string> {
  const text = await vault.textOf(path);
  if (text === undefined) return '';
  return vaultExcerpt(vault, withoutQuoteMarks(new TextLines(text).slice(body)), path, formulas);
}

/** A line with a button for each experiment; `''` for none. */
function demoLinks(
  document: vscode.Uri,
  { text, range }: Pick<TermAt<unknown>, 'text' | 'range'>,
  experiments: readonly string[],
  locale: Locale,
): string {
  const links = experiments.flatMap((experimentId) => {
    const spec = findSpec(experimentId);
    const order = { experimentId, origin: originOf(document, { text, range }) };
    return spec
      ? [`[▶ Demo: ${escapeMarkdown(spec.title[locale])}](${commandUri(commandIds.runDemo, order)})`]
      : [];
  });
  return links.join(' · ');
}

/** Where the definition is from, and where the term is explained besides. */
function sourceText(vault: Vault, best: Definition, others: readonly Definition[], locale: Locale): string {
  const link = ({ path, noteTitle, term, range }: Definition): string =>
    `[${escapeMarkdown(`${noteTitle} › ${term}`)}](${locationUri(vault, path, range.start.line)})`;
  const further =
    others.length > 0 ? ` · ${texts.alsoIn[locale]} ${others.slice(0, 5).map(link).join(', ')}` : '';
  return `${texts.from[locale]} ${link(best)}${further}`;
}
