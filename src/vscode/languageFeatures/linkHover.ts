import * as vscode from 'vscode';
import { imageSize, isImagePath, pageOf, previewMarkdown } from '../../core/features/linkPreview';
import { footnoteAt, footnoteDefinition, linkAt } from '../../core/features/positionLookups';
import { basename, isNotePath, noteName } from '../../core/index/linkResolver';
import type { FoundTarget } from '../../core/index/vaultIndex';
import type { Link } from '../../core/notes/note';
import { TextLines } from '../../core/text';
import type { Locale, Localized } from '../../experiments/kit/localized';
import { toPosition, toVscodeRange } from '../convert';
import type { Formulas } from '../formulas';
import { escapeMarkdown, hoverMarkdown, locationUri, vaultExcerpt } from '../hoverMarkdown';
import { settings } from '../settings';
import type { Vault } from '../vault';
import type { Vaults } from '../vaults';

/** How long the first hover of a window waits for the vault to be read, in milliseconds. */
const longestWait = 3000;

/** A picture without a size of its own is shown this wide at most, in CSS pixels. */
const imageWidth = 420;

/** A hover speaks the language of the experiments it offers, not that of the editor's menus. */
const texts = {
  open: { de: 'Öffnen', en: 'Open' },
  page: { de: 'Seite', en: 'page' },
  reading: { de: 'Der Vault wird noch gelesen …', en: 'The vault is still being read …' },
  noFile: { de: 'Diese Datei gibt es nicht.', en: 'There is no such file.' },
  noHeading: { de: 'Diese Überschrift gibt es dort nicht.', en: 'There is no such heading in it.' },
  noBlock: { de: 'Diese Block-ID gibt es dort nicht.', en: 'There is no such block id in it.' },
  noFootnote: { de: 'Diese Fußnote ist nirgends erklärt.', en: 'This footnote is explained nowhere.' },
  ambiguous: { de: 'Mehrdeutig, auch', en: 'Ambiguous, also' },
  drawing: { de: 'Excalidraw-Zeichnung', en: 'Excalidraw drawing' },
  empty: { de: 'Diese Notiz ist leer.', en: 'This note is empty.' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What a link or footnote at a position leads to: the section, rendered, a picture as a picture. `undefined` where no link stands. */
export async function linkHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  { vaults, formulas }: { readonly vaults: Vaults; readonly formulas: Formulas },
): Promise<vscode.Hover | undefined> {
  const vault = vaults.vaultOf(document.uri);
  const note = vault.noteOf(document);
  const locale = settings.locale(document.uri);
  const footnote = footnoteAt(note, toPosition(position));
  if (footnote) {
    const explanation = footnoteDefinition(note, footnote.label);
    const parts = explanation
      ? [
          await vaultExcerpt(
            vault,
            linesText(document.getText(), explanation.lines),
            vault.pathOf(document.uri),
            formulas,
          ),
        ]
      : [texts.noFootnote[locale]];
    return new vscode.Hover(hoverMarkdown(parts), toVscodeRange(footnote.range));
  }
  const link = linkAt(note, toPosition(position));
  if (!link) return undefined;
  await vault.read(longestWait);
  const parts = await targetParts(vault, link, vault.pathOf(document.uri), formulas, locale);
  return new vscode.Hover(hoverMarkdown(parts), toVscodeRange(link.range));
}

function linesText(text: string, { first, end }: { readonly first: number; readonly end: number }): string {
  return new TextLines(text).slice({ start: { line: first, column: 0 }, end: { line: end, column: 0 } });
}

/** Whether a position is on the text that a link shows instead of its target. */
export function isOnShownText(
  document: vscode.TextDocument,
  position: vscode.Position,
  { vaults }: { readonly vaults: Vaults },
): boolean {
  const link = linkAt(vaults.noteOf(document), toPosition(position));
  if (!link?.alias || imageSize(link.alias)) return false;
  const before = document.getText(new vscode.Range(toVscodeRange(link.range).start, position));
  return link.kind === 'markdown' ? before !== '' && !before.includes('](') : before.includes('|');
}

async function targetParts(
  vault: Vault,
  link: Link,
  source: string,
  formulas: Formulas,
  locale: Locale,
): Promise<readonly string[]> {
  const target = vault.index.resolve(link, source);
  if (target.status !== 'found') return [texts[vault.isRead ? 'noFile' : 'reading'][locale]];
  const missing = target.missing && texts[target.missing === 'heading' ? 'noHeading' : 'noBlock'][locale];
  const candidates = target.candidates.filter((path) => path !== target.path);
  const others =
    candidates.length > 0
      ? `${texts.ambiguous[locale]}: ${candidates.map((path) => `[${escapeMarkdown(path)}](${locationUri(vault, path, 0)})`).join(', ')}`
      : '';
  return [
    missing ?? '',
    await preview(vault, link, target, formulas, locale),
    openLink(vault, link, target, locale),
    others,
  ];
}

async function preview(
  vault: Vault,
  link: Link,
  target: FoundTarget,
  formulas: Formulas,
  locale: Locale,
): Promise<string> {
  const { path, place } = target;
  if (isImagePath(path)) return imageHtml(vault.uriOf(path), link);
  const note = vault.index.note(path);
  if (!note) return '';
  if (note.kind === 'drawing') return texts.drawing[locale];
  const text = await vault.textOf(path);
  const markdown = text === undefined ? '' : previewMarkdown(text, note, place);
  return markdown === '' ? texts.empty[locale] : vaultExcerpt(vault, markdown, path, formulas);
}

function imageHtml(uri: vscode.Uri, link: Link): string {
  const { width, height } = imageSize(link.alias) ?? { width: imageWidth };
  const size = `width="${width}"${height ? ` height="${height}"` : ''}`;
  return `<img src="${uri.toString().replaceAll('"', '%22')}" ${size}>`;
}

/** Where the link leads, as a link itself: the last line, so that it stays in sight when the excerpt is long. */
function openLink(vault: Vault, link: Link, { path, place }: FoundTarget, locale: Locale): string {
  const page = pageOf(link.subpath);
  const name = isNotePath(path) ? noteName(path) : basename(path);
  const where = [
    name,
    ...(place?.kind === 'heading' ? [place.heading.text] : []),
    ...(page ? [`${texts.page[locale]} ${page}`] : []),
  ];
  const href = locationUri(vault, path, place?.range.start.line ?? 0);
  return `[${texts.open[locale]}: ${escapeMarkdown(where.join(' › '))}](${href})`;
}
