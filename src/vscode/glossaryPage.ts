import * as vscode from 'vscode';
import { findInCatalog } from '../experiments/catalog.gen';
import type { Locale, Localized } from '../experiments/kit/localized';
import type { GlossaryTerm } from '../glossary/glossaryTerm';
import { commandIds } from './commands';
import { escapeMarkdown } from './hoverMarkdown';
import { settings } from './settings';

/** The scheme of the pages of shipped terms, `/<locale>/<id>/<Name>.md`. */
export const glossaryScheme = 'lecture-lab-glossary';

/** A page speaks one language, whatever the editor's menus do. */
const texts = {
  also: { de: 'Auch', en: 'Also' },
  seeAlso: { de: 'Siehe auch', en: 'See also' },
  source: { de: 'Quelle', en: 'Source' },
  experiments: { de: 'Experimente', en: 'Experiments' },
  missing: { de: 'Diesen Begriff gibt es im Glossar nicht.', en: 'The glossary has no such term.' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Shipped terms as read-only Markdown documents, and the command that shows one. */
export function registerGlossaryPages(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(glossaryScheme, {
      provideTextDocumentContent: pageAt,
    }),
    vscode.commands.registerCommand(commandIds.openShippedTerm, (id: unknown, language: unknown) => {
      const locale = language === 'de' || language === 'en' ? language : settings.locale();
      return typeof id === 'string' ? openShippedTerm(id, locale) : undefined;
    }),
  );
}

/** Shows the page of a shipped term in VS Code's Markdown preview; an id that is not known does nothing. */
export async function openShippedTerm(id: string, locale: Locale): Promise<void> {
  const { shippedTerm } = await import('../glossary/shippedGlossary');
  const term = shippedTerm(id);
  if (!term) return;
  const uri = vscode.Uri.from({ scheme: glossaryScheme, path: `/${locale}/${id}/${fileName(term, locale)}` });
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // VS Code's own Markdown support can be switched off.
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}

// The path alone says which page it is: links of the preview are paths.
async function pageAt({ path }: vscode.Uri): Promise<string> {
  const [, language, id = ''] = path.split('/');
  const locale: Locale = language === 'de' ? 'de' : 'en';
  const { shippedTerm } = await import('../glossary/shippedGlossary');
  const term = shippedTerm(id);
  return term ? page(term, locale) : `${texts.missing[locale]}\n`;
}

async function page(term: GlossaryTerm, locale: Locale): Promise<string> {
  const { definitionMarkdown, namesOf, shippedTerm } = await import('../glossary/shippedGlossary');
  const [name, ...others] = namesOf(term, locale).map(escapeMarkdown);
  const related = (term.seeAlso ?? []).flatMap((id) => shippedTerm(id) ?? []);
  const titles = (term.experiments ?? []).flatMap((id) => findInCatalog(id)?.title[locale] ?? []);
  const line = (title: Localized, items: readonly string[], separator = ', '): readonly string[] =>
    items.length > 0 ? [`**${title[locale]}:** ${items.join(separator)}`] : [];
  const parts = [
    `# ${name}`,
    ...(others.length > 0 ? [`*${texts.also[locale]}: ${others.join(', ')}*`] : []),
    definitionMarkdown(term, locale),
    ...line(
      texts.seeAlso,
      related.map((other) => linkToPage(other, locale)),
    ),
    ...line(texts.experiments, titles.map(escapeMarkdown)),
    ...line(texts.source, [escapeMarkdown(term.source)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** From one page to another. */
function linkToPage(term: GlossaryTerm, locale: Locale): string {
  return `[${escapeMarkdown(term.names[locale][0])}](<../${term.id}/${fileName(term, locale)}>)`;
}

/** What tabs show: the name, without what paths and links cannot hold. */
function fileName({ names }: GlossaryTerm, locale: Locale): string {
  return `${names[locale][0].replace(/[\\/:*?"<>|#%]/g, '-')}.md`;
}
