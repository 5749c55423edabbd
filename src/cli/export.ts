import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { errorText } from '../core/errorText';
import { normalizeText } from '../core/grammar/normalize';
import { glossaryTable } from '../core/index/glossaryTable';
import { noteName } from '../core/index/linkResolver';
import { parseObsidianSettings } from '../core/index/obsidianSettings';
import { isBelow } from '../core/index/vaultPath';
import { showsLineBreaks } from '../core/page/lineBreaks';
import { pageTerms } from '../core/page/pageTerms';
import type { PageLocale } from '../core/page/words';
import { languageOf } from '../core/terms/language';
import type { ExportAssets } from '../export/exportAssets';
import { exportNote, type NoteToExport } from '../export/exportNote';
import { shippedGlossaryTitle } from '../glossary/glossaryTitle';
import { definitionMarkdown, shippedGlossary } from '../glossary/shippedGlossary';
import { CommandError } from './commandError';
import { type ReadVault, readNote, readVault } from './readVault';

/** What a note is exported with. Paths are absolute. */
export interface ExportOrder {
  /** The note. */
  readonly path: string;
  /** The file to write. */
  readonly out: string;
  readonly glossaryNotes: readonly string[];
  /** The macros of a vault's formulas, by its folder. */
  readonly preambleOf: (folder: string) => string;
  /** Of the page's own words, where the note's language cannot be told. */
  readonly locale: PageLocale;
  /** Makes what the file needs besides the note. */
  readonly assetsOf: () => Promise<ExportAssets>;
}

/** What was written, as programs get it. */
export interface ExportReport {
  readonly file: string;
  readonly bytes: number;
  /** Pictures, sounds and films that are not in it, relative to the vault. */
  readonly leftOut: readonly string[];
}

/** Writes a note as one HTML file. Throws a `CommandError` where the note is not there or the file cannot be written. */
export async function exportToFile(order: ExportOrder): Promise<ExportReport> {
  const read = readNote(order.path);
  if (!read) throw new CommandError(`There is no note "${order.path}".`);
  const folder = vaultFolder(order.path);
  const vault = readVault(folder, order.glossaryNotes);
  const path = relative(folder, order.path).split(sep).join('/');
  // A note outside of what belongs to the vault, as below node_modules, or without the ending of one.
  if (!vault.texts.has(path)) vault.index.setNote(path, read.note);
  const { html, leftOut } = await exportNote(
    noteToExport(vault, folder, { path, text: normalizeText(read.text), note: read.note }, order),
    {
      textOf: async (other) => (isInVault(folder, other) ? vault.texts.get(other) : undefined),
      bytesOf: async (file) => (isInVault(folder, file) ? bytesAt(join(folder, file)) : undefined),
      failed: (error) => process.stderr.write(`A part of the page is missing: ${String(error)}\n`),
    },
    await order.assetsOf(),
  );
  write(order.out, html);
  return { file: order.out, bytes: Buffer.byteLength(html), leftOut };
}

/** What was written, in lines for people. */
export function exportForPeople({ file, bytes, leftOut }: ExportReport): readonly string[] {
  const missing = leftOut.map((path) => `Left out, larger than 20 MB or not to be shown: ${path}`);
  return [...missing, `Wrote ${file}, ${Math.ceil(bytes / 1000)} kB.`];
}

/** The folder that Obsidian opens with this note: the nearest that has its settings, or else the note's own. */
function vaultFolder(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.obsidian'))) return folder;
    if (folder === dirname(folder)) return dirname(file);
  }
}

function noteToExport(
  { index }: ReadVault,
  folder: string,
  own: Pick<NoteToExport, 'path' | 'text' | 'note'>,
  { locale, preambleOf }: Pick<ExportOrder, 'locale' | 'preambleOf'>,
): NoteToExport {
  const settings = join(folder, '.obsidian/app.json');
  const obsidian = parseObsidianSettings(existsSync(settings) ? readFileSync(settings, 'utf8') : undefined);
  const shipped = { table: glossaryTable(shippedGlossary), definitionMarkdown };
  return {
    ...own,
    // The page speaks the note's language.
    ...{ index, locale: languageOf(own.text) ?? locale, preamble: preambleOf(folder) },
    title: noteName(own.path),
    lineBreaks: showsLineBreaks('auto', obsidian, own.note),
    figures: true,
    termsWith: (textOf) =>
      pageTerms({
        ...{ index, shipped, locale, textOf, path: own.path, note: own.note },
        shippedTitle: shippedGlossaryTitle[locale],
      }),
  };
}

/** A file must not take along what symbolic links lead to outside of the vault. */
function isInVault(folder: string, file: string): boolean {
  try {
    return isBelow(realpathSync.native(folder), realpathSync.native(join(folder, file)));
  } catch {
    return false;
  }
}

function bytesAt(file: string): Uint8Array | undefined {
  try {
    return statSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

function write(file: string, html: string): void {
  try {
    writeFileSync(file, html);
  } catch (error) {
    throw new CommandError(`"${file}" cannot be written: ${errorText(error)}`);
  }
}
