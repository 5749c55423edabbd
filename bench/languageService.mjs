// The peer: VS Code's Markdown language service computing links and symbols of every note. languageService PEERS DIR
// Runs on Node 22 or later; its packages are in a folder of their own, never among the project's.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [peers = '', folder = ''] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(peers, 'package.json')));
/** @param {string} name */
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { createLanguageService, githubSlugifier, LogLevel } = await load('vscode-markdown-languageservice');
const { TextDocument } = await load('vscode-languageserver-textdocument');
const {
  default: { URI },
} = await load('vscode-uri');
const { default: MarkdownIt } = await load('markdown-it');

const never = () => ({ dispose() {} });
const uncancelled = { isCancellationRequested: false, onCancellationRequested: never };
/** @type {Map<string, { readonly uri: string, getText(): string }>} */
const documents = new Map();

/** @param {string} path */
const stat = (path) => {
  try {
    return { isDirectory: statSync(path).isDirectory() };
  } catch {
    return undefined;
  }
};

/** @typedef {{ readonly fsPath: string, toString(): string }} Uri */

/** The notes below a folder, read from the disk once. */
const workspace = {
  workspaceFolders: [URI.file(folder)],
  onDidChangeMarkdownDocument: never,
  onDidCreateMarkdownDocument: never,
  onDidDeleteMarkdownDocument: never,
  async getAllMarkdownDocuments() {
    if (documents.size === 0) readAll(folder);
    return documents.values();
  },
  /** @param {Uri} uri */
  hasMarkdownDocument: (uri) => documents.has(uri.toString()),
  /** @param {Uri} uri */
  openMarkdownDocument: async (uri) => documents.get(uri.toString()),
  /** @param {Uri} uri */
  stat: async (uri) => stat(uri.fsPath),
  /** @param {Uri} uri */
  readDirectory: async (uri) =>
    readdirSync(uri.fsPath, { withFileTypes: true }).map((entry) => [
      entry.name,
      { isDirectory: entry.isDirectory() },
    ]),
};

/** @param {string} directory */
function readAll(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      if (!/^(?:node_modules|\.git|\.obsidian|\.trash)$/.test(entry.name)) readAll(path);
    } else if (/\.md$/i.test(entry.name)) {
      const uri = URI.file(path);
      const document = TextDocument.create(uri.toString(), 'markdown', 1, readFileSync(path, 'utf8'));
      documents.set(document.uri, Object.assign(document, { $uri: uri }));
    }
  }
}

const cpu = process.cpuUsage();
const start = performance.now();
const md = new MarkdownIt({ html: true });
const service = createLanguageService({
  workspace,
  parser: {
    slugifier: githubSlugifier,
    /** @param {{ getText(): string }} document */
    tokenize: async (document) => md.parse(document.getText(), {}),
  },
  logger: { level: LogLevel.Off, log() {} },
});
const symbols = await service.getWorkspaceSymbols('', uncancelled);
// Who links to one file is known when the links of all are.
const [first] = await workspace.getAllMarkdownDocuments();
await service.getFileReferences(URI.parse(first?.uri), uncancelled);
const { user, system } = process.cpuUsage(cpu);
const result = { ms: performance.now() - start, cpuMs: (user + system) / 1000, notes: documents.size };
process.stdout.write(`${JSON.stringify({ ...result, symbols: symbols.length })}\n`);
process.exit(0);
