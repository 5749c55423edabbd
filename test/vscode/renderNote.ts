import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { vscodeMarkdownIt, vscodeRules } from '../kit/page';
import { extension, isInBrowser } from './kit';

let own: Promise<MarkdownIt> | undefined;

/**
 * What VS Code's Markdown preview shows of a note. The VS Code of the tests comes without the half of its preview that runs in a browser;
 * there a markdown-it that is set up alike is extended as the preview would have it extended.
 */
export async function renderNote(document: vscode.TextDocument): Promise<string> {
  if (!isInBrowser) return vscode.commands.executeCommand<string>('markdown.api.render', document);
  own ??= extendedMarkdownIt();
  const md = await own;
  const env = { currentDocument: document.uri };
  return md.renderer.render(md.parse(document.getText(), env), md.options, env);
}

async function extendedMarkdownIt(): Promise<MarkdownIt> {
  const { extendMarkdownIt } = await extension().activate();
  const md = extendMarkdownIt(vscodeMarkdownIt());
  vscodeRules(md);
  return md;
}
