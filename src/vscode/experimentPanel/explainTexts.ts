import * as vscode from 'vscode';
import { plainExcerptHtml } from '../../core/features/excerptHtml';
import { explainPassages, type PassageTerm } from '../../core/features/explainPassages';
import type { Definition } from '../../core/index/glossary';
import type { Locale } from '../../experiments/kit/localized';
import type { GlossaryTerm } from '../../glossary/glossaryTerm';
import type { ExplainedTerm, Origin, ViewMessage } from '../../protocol/panelMessages';
import { inLanguageFirst, markdownOf } from '../definitionTexts';
import type { Formulas } from '../formulas';
import { type ShippedTerms, shippedGlossaryTitle, shippedTerms } from '../shippedTerms';
import { Slices } from '../slices';
import type { Vault } from '../vault';
import type { Vaults } from '../vaults';

/** The page asks what the terms in its texts mean. */
export type TermsRequest = Extract<ViewMessage, { type: 'termsRequested' }>;

/** More underlined words would be a distraction. */
const mostTerms = 40;

/** How long a vault that is being read is waited for, in milliseconds. Nobody waits for the answer: the texts can be read without it. */
const longestWait = 10_000;

/** What terms are explained from. */
export interface TextExplainer {
  readonly vaults: Pick<Vaults, 'vaultOf' | 'all'>;
  readonly formulas: Pick<Formulas, 'renderer'>;
}

/** What the terms of one page are explained from. */
interface Asked {
  readonly vault: Vault | undefined;
  readonly shipped: ShippedTerms;
  readonly locale: Locale;
  readonly formulas: TextExplainer['formulas'];
}

type Explanation = Pick<ExplainedTerm, 'name' | 'html' | 'from' | 'origin'>;

/**
 * The terms in texts of the lab with what they mean: the definition of the vault that the experiment was opened from, or of the workspace's
 * first, else that of the shipped glossary. Formulas have the colour of the present theme.
 */
export async function explainTexts(
  { passages, origin }: TermsRequest,
  locale: Locale,
  { vaults, formulas }: TextExplainer,
): Promise<readonly ExplainedTerm[]> {
  const note = origin && vscode.Uri.parse(origin.uri);
  const vault = note ? vaults.vaultOf(note) : vaults.all()[0];
  const [shipped] = await Promise.all([shippedTerms(), vault?.read(longestWait)]);
  const sources = { vault: vault?.index.terms(note && vault.pathOf(note)), shipped: shipped.table };
  const slices = new Slices();
  const terms: ExplainedTerm[] = [];
  for (const place of explainPassages(sources, passages, mostTerms)) {
    const explanation = await explanationOf({ vault, shipped, locale, formulas }, place);
    const { passage, match } = place;
    if (explanation) terms.push({ passage, start: match.start, end: match.end, ...explanation });
    await slices.pause();
  }
  return terms;
}

/** `undefined` when the only definition is gone meanwhile. */
async function explanationOf(
  asked: Asked,
  { definitions, entries }: PassageTerm<GlossaryTerm>,
): Promise<Explanation | undefined> {
  const { vault, locale } = asked;
  const [best] = vault ? await inLanguageFirst(vault, locale, definitions) : [];
  const own = vault && best && (await vaultExplanation(asked, vault, best));
  if (own) return own;
  const [entry] = entries;
  return entry && shippedExplanation(asked, entry);
}

async function vaultExplanation(
  asked: Asked,
  vault: Vault,
  definition: Definition,
): Promise<Explanation | undefined> {
  const markdown = await markdownOf(vault, definition);
  if (markdown.trim() === '') return undefined;
  const { term, noteTitle } = definition;
  const html = await htmlOf(asked, markdown);
  return { name: term, html, from: noteTitle, origin: originOf(vault, definition) };
}

async function shippedExplanation(asked: Asked, entry: GlossaryTerm): Promise<Explanation> {
  const { shipped, locale } = asked;
  return {
    name: entry.names[locale][0],
    html: await htmlOf(asked, shipped.definitionMarkdown(entry, locale)),
    from: `${shippedGlossaryTitle[locale]} · ${entry.source}`,
  };
}

/** Each definition has as much time for its formulas as a hover. */
async function htmlOf({ vault, formulas }: Asked, markdown: string): Promise<string> {
  return plainExcerptHtml(markdown, await formulas.renderer(vault));
}

function originOf(vault: Vault, { path, noteTitle, term, range }: Definition): Origin {
  return {
    uri: vault.uriOf(path).toString(),
    noteTitle,
    anchorText: term,
    line: range.start.line,
  };
}
