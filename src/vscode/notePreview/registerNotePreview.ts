import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { ConceptTable } from '../../core/index/conceptTable';
import type { MathMacros } from '../mathMacros';
import { settings } from '../settings';
import type { Vaults } from '../vaults';
import { registerDemoLinks } from './demoLinkEditor';
import { PreviewPages } from './previewPages';

/** What notes are shown with. */
export interface NotePreviewContext {
  readonly vaults: Vaults;
  readonly macros: MathMacros;
  readonly concepts: ConceptTable;
  readonly log: vscode.LogOutputChannel;
}

/** Has VS Code's Markdown preview show notes as pages. */
export function registerNotePreview({ vaults, macros, concepts, log }: NotePreviewContext): {
  readonly disposable: vscode.Disposable;
  /** What VS Code calls once for its preview, and again when an extension asks for it. */
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
} {
  const pages = new PreviewPages(vaults, macros, log);
  return {
    disposable: vscode.Disposable.from(pages, registerDemoLinks(vaults, concepts)),
    extendMarkdownIt: (md) => (settings.previewEnabled() ? pages.extend(md) : md),
  };
}
