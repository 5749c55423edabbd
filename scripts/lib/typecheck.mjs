// Type-checks every runtime with its own configuration. Runs in a worker thread, because the compiler blocks its thread.
// One process for all of them: they share the parsed declarations, which takes half of the time that one tsc each does.
// What was found is kept below node_modules/.cache, so that the next check looks at changed files only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { root } from './project.mjs';

/** @typedef {{ passed: number, failed: number, output: string }} Outcome one test a runtime */

/** @returns {Promise<Outcome>} */
export function typecheck() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url));
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** @returns {readonly string[]} the folders with a tsconfig.json of their own, from the solution file */
function runtimes() {
  /** @type {{ references: readonly { path: string }[] }} */
  const solution = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  return solution.references.map(({ path }) => path);
}

/** @returns {Promise<Outcome>} */
async function checkAll() {
  // Imported here: before the installation there is no compiler, and this module must load all the same.
  const { default: ts } = await import('typescript');
  /** @type {Map<string, import('typescript').SourceFile | undefined>} */
  const sourceFiles = new Map();

  /** @param {string} folder */
  const check = (folder) => {
    const parsed = ts.getParsedCommandLineOfConfigFile(join(root, folder, 'tsconfig.json'), undefined, {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
      },
    });
    if (!parsed) throw new Error(`${folder}/tsconfig.json cannot be read.`);
    const cache = join(root, 'node_modules/.cache/typecheck', `${folder.replaceAll('/', '-')}.tsbuildinfo`);
    const options = { ...parsed.options, incremental: true, tsBuildInfoFile: cache };
    const host = ts.createIncrementalCompilerHost(options);
    const parse = host.getSourceFile;
    host.getSourceFile = (fileName, parsing, ...rest) => {
      const key = `${fileName} ${JSON.stringify(parsing)}`;
      if (!sourceFiles.has(key)) sourceFiles.set(key, parse(fileName, parsing, ...rest));
      return sourceFiles.get(key);
    };
    const program = ts.createIncrementalProgram({ rootNames: parsed.fileNames, options, host });
    const found = [
      ...program.getConfigFileParsingDiagnostics(),
      ...program.getSyntacticDiagnostics(),
      ...program.getGlobalDiagnostics(),
      ...program.getSemanticDiagnostics(),
    ];
    // With `noEmit` this writes the cache and nothing else.
    program.emit();
    return [...parsed.errors, ...found];
  };

  const results = runtimes().map(check);
  const failed = results.filter((diagnostics) => diagnostics.length > 0).length;
  const output = ts.formatDiagnostics(results.flat(), {
    getCanonicalFileName: (fileName) => fileName,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  });
  return { passed: results.length - failed, failed, output };
}

if (!isMainThread) parentPort?.postMessage(await checkAll());
