// Builds every bundle into dist/ (and, with --tests, the in-host test suite into out/).
// One esbuild call a runtime: extension host (Node), extension host (browser), lab page, training worker.
// Then the texts of the experiments, as HTML.
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import * as yaml from 'yaml';
import { findExperiments, generate } from './gen.mjs';
import { shippedAssets } from './lib/exportAssets.mjs';
import { noPageTexts, noShownTexts, textsInOneLanguage } from './lib/learnerTexts.mjs';
import { sampleVaultFiles } from './lib/sampleVaults.mjs';
import { describeSizes, isTooLarge, sizesOf } from './lib/sizes.mjs';
import { noticesAsText, noticesOf } from './lib/thirdPartyNotices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * What all bundles share.
 * @type {import('esbuild').BuildOptions}
 */
export const common = {
  absWorkingDir: root,
  bundle: true,
  // markdown-it only decodes entities; the package's other half is a table that is built when it is loaded.
  alias: { entities: 'entities/lib/decode.js' },
  minify: true,
  sourcemap: false,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
};

/**
 * MathJax's SVG output imports its large default font even where another font is passed; here the passed one is the default.
 * @type {import('esbuild').Plugin}
 */
export const texFontAsMathJaxDefault = {
  name: 'tex-font-as-mathjax-default',
  setup(build) {
    build.onResolve({ filter: /^#default-font\// }, () => ({
      path: 'tex-font',
      namespace: 'mathjax-default-font',
    }));
    build.onLoad({ filter: /.*/, namespace: 'mathjax-default-font' }, () => ({
      contents: "export { MathJaxTexFont as Font } from '@mathjax/mathjax-tex-font/mjs/svg.js';",
      resolveDir: root,
    }));
  },
};

/**
 * The extension host takes from `markdown-it-katex` where formulas begin and end; hovers draw them with MathJax. KaTeX itself would
 * be half of the bundle, compiled and run at every start of VS Code for nothing.
 * @type {import('esbuild').Plugin}
 */
export const withoutKatex = {
  name: 'without-katex',
  setup(build) {
    build.onResolve({ filter: /^katex$/ }, () => ({ path: 'katex', namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** The formula renderer (1.9 MB) and whatever else waits for the first hover, command or note that needs it. */
const lateModules = /\/(?:formulaRenderer|shippedGlossary|specs\.gen|readOwn|liveFormulaHtml|exportNote)$/;

/**
 * In Node late modules are loaded by `require`.
 * @type {import('esbuild').Plugin}
 */
const lateModulesAsOwnFiles = {
  name: 'late-modules-as-own-files',
  setup(build) {
    build.onResolve({ filter: lateModules }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${path.split('/').at(-1)}.js`, external: true } : undefined,
    );
  },
};

/**
 * In a browser the same files are read and run by the extension itself, so that they ship once.
 * @type {import('esbuild').Plugin}
 */
const lateModulesInBrowsers = {
  name: 'late-modules-in-browsers',
  setup(build) {
    build.onResolve({ filter: lateModules }, ({ kind, path }) =>
      kind === 'dynamic-import'
        ? { path: `${path.split('/').at(-1)}.js`, namespace: 'late-module' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'late-module' }, ({ path }) => ({
      // `import()` of a module that exports `then` gives what that resolves to.
      contents: `import { lateModule } from './src/vscode/lateModule';
        export const then = (resolve, reject) => lateModule(${JSON.stringify(path)}).then(resolve, reject);`,
      resolveDir: root,
    }));
  },
};

/**
 * In Node the YAML parser is a file of its own too, loaded by the first properties that are more than plain lines of text.
 * @type {import('esbuild').Plugin}
 */
const lateYaml = {
  name: 'late-yaml',
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'late' }));
    build.onResolve({ filter: /^\.\/yaml\.js$/, namespace: 'late' }, ({ path }) => ({
      path,
      external: true,
    }));
    const functions = Object.entries(yaml).filter(([, value]) => typeof value === 'function');
    build.onLoad({ filter: /.*/, namespace: 'late' }, () => ({
      contents: functions
        .map(([name]) => `exports.${name} = (...args) => require('./yaml.js').${name}(...args);`)
        .join('\n'),
    }));
  },
};

/**
 * The page in one language: what it loads at once, and a file for each experiment.
 * @param {import('../src/experiments/kit/localized').Locale} locale
 * @returns {import('esbuild').BuildOptions}
 */
function labPage(locale) {
  const specs = findExperiments().map((id) => [`experiments/${id}`, `src/experiments/${id}/spec.ts`]);
  return {
    ...common,
    entryPoints: { main: 'webview/main.ts', ...Object.fromEntries(specs) },
    outdir: `dist/webview/${locale}`,
    platform: 'browser',
    format: 'esm',
    splitting: true,
    chunkNames: 'shared/[hash]',
    define: { PAGE_LOCALE: JSON.stringify(locale) },
    plugins: [textsInOneLanguage(locale)],
  };
}

/** @returns {Record<string, import('esbuild').BuildOptions>} every bundle by name */
export function bundles() {
  return {
    'extension host (Node)': {
      ...common,
      entryPoints: { extension: 'src/extension.ts' },
      outdir: 'dist',
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      // Node takes three times as long for `import()` of a large CommonJS file as for `require`.
      supported: { 'dynamic-import': false },
      plugins: [lateModulesAsOwnFiles, lateYaml, withoutKatex],
    },
    'formula renderer': {
      ...common,
      entryPoints: { formulaRenderer: 'src/core/math/formulaRenderer.ts' },
      outdir: 'dist',
      platform: 'node',
      format: 'cjs',
      plugins: [texFontAsMathJaxDefault],
    },
    "formulas of one's own experiments": {
      ...common,
      entryPoints: { liveFormulaHtml: 'src/ownExperiments/liveFormulaHtml.ts' },
      outdir: 'dist',
      platform: 'node',
      format: 'cjs',
    },
    "reader of one's own experiments": {
      ...common,
      entryPoints: { readOwn: 'src/ownExperiments/readOwn.ts' },
      outdir: 'dist',
      platform: 'node',
      format: 'cjs',
    },
    'notes as files': {
      ...common,
      entryPoints: { exportNote: 'src/export/exportNote.ts' },
      outdir: 'dist',
      // Both hosts load it, so it takes nothing from Node.
      platform: 'browser',
      format: 'cjs',
      plugins: [withoutKatex],
    },
    'YAML parser': {
      ...common,
      stdin: { contents: "export * from 'yaml';", resolveDir: root },
      outfile: 'dist/yaml.js',
      platform: 'node',
      format: 'cjs',
    },
    'shipped glossary': {
      ...common,
      entryPoints: { shippedGlossary: 'src/glossary/shippedGlossary.ts' },
      outdir: 'dist',
      platform: 'node',
      format: 'cjs',
    },
    'extension host (browser)': {
      ...common,
      entryPoints: { extension: 'src/extension.ts' },
      outdir: 'dist/web',
      platform: 'browser',
      format: 'cjs',
      // The disk of a machine is asked for only where there is one.
      external: ['vscode', 'node:fs', 'node:fs/promises'],
      plugins: [lateModulesInBrowsers, withoutKatex, noPageTexts],
    },
    'experiments for the extension host': {
      ...common,
      entryPoints: { 'specs.gen': 'src/experiments/specs.gen.ts' },
      outdir: 'dist',
      platform: 'node',
      format: 'cjs',
      plugins: [noPageTexts],
    },
    'lab page (de)': labPage('de'),
    'lab page (en)': labPage('en'),
    'lab styles': {
      ...common,
      entryPoints: { main: 'webview/styles.css' },
      outdir: 'dist/webview',
      loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty' },
      assetNames: 'fonts/[name]',
    },
    'preview script': {
      ...common,
      entryPoints: { preview: 'webview/preview/preview.ts' },
      outdir: 'dist/preview',
      platform: 'browser',
      format: 'iife',
    },
    'preview styles': {
      ...common,
      entryPoints: { preview: 'webview/preview/preview.css' },
      outdir: 'dist/preview',
    },
    'training worker': {
      ...common,
      entryPoints: { worker: 'webview/worker/worker.ts' },
      outdir: 'dist/webview',
      platform: 'browser',
      format: 'iife',
      plugins: [noShownTexts],
    },
  };
}

/** @type {import('esbuild').BuildOptions} */
const hostTests = {
  ...common,
  entryPoints: { index: 'test/vscode/index.ts' },
  outdir: 'out/test/vscode',
  platform: 'node',
  format: 'cjs',
  minify: false,
  external: ['vscode', 'mocha'],
};

/**
 * Mocha and the assertions for an extension host without Node.
 * @type {import('esbuild').Plugin}
 */
const testToolsOfBrowsers = {
  name: 'test-tools-of-browsers',
  setup(build) {
    build.onResolve({ filter: /^mocha$/ }, ({ path }) => ({ path, namespace: 'browser-mocha' }));
    build.onLoad({ filter: /.*/, namespace: 'browser-mocha' }, () => ({
      // Mocha's bundle for browsers leaves its class in a global variable.
      contents: "require('mocha/mocha.js'); module.exports = globalThis.Mocha;",
      resolveDir: root,
    }));
    build.onResolve({ filter: /^node:assert$/ }, () => ({ path: join(root, 'test/vscode/web/assert.ts') }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const webHostTests = {
  ...hostTests,
  outdir: 'out/test/vscode/web',
  platform: 'browser',
  // The modules of Node belong to tests that a browser does not load.
  external: ['vscode', 'node:fs/promises', 'node:fs', 'node:path', 'node:child_process'],
  plugins: [testToolsOfBrowsers],
};

/** The suite that runs inside VS Code, for both kinds of extension host. */
export const testBundles = { 'in-host tests': hostTests, 'in-host tests (browser)': webHostTests };

/**
 * @param {{ tests?: boolean, onStep?: (name: string) => void }} [options]
 * @returns {Promise<Record<string, import('esbuild').Metafile>>} what went into each bundle
 */
export async function build({ tests = false, onStep } = {}) {
  await generate();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  /** @type {Record<string, import('esbuild').Metafile>} */
  const metafiles = {};
  for (const [name, options] of Object.entries({
    ...bundles(),
    ...(tests && testBundles),
  })) {
    onStep?.(name);
    const { metafile } = await esbuild.build(options);
    if (metafile) metafiles[name] = metafile;
  }
  onStep?.('third-party notices');
  const shipped = Object.keys(bundles()).flatMap((name) => metafiles[name] ?? []);
  writeFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), noticesAsText(noticesOf(shipped)));
  onStep?.('assets of exported notes');
  writeFileSync(join(root, 'dist/exportAssets.json'), JSON.stringify(await shippedAssets()));
  onStep?.('lists of the sample vaults');
  writeFileSync(join(root, 'dist/sampleVaults.json'), JSON.stringify(sampleVaultFiles()));
  onStep?.('learner texts');
  // Imported here: with KaTeX, which no other script needs.
  const { writeRenderedTexts } = await import('./lib/renderedTexts.mjs');
  await writeRenderedTexts(join(root, 'dist/webview/texts'), findExperiments());
  return metafiles;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const metafiles = await build({ tests: process.argv.includes('--tests') });
  for (const [name, { outputs }] of Object.entries(metafiles)) {
    // The page has many files; below it says what of them is loaded together.
    if (name.startsWith('lab page')) continue;
    for (const [file, { bytes }] of Object.entries(outputs)) {
      if (!file.includes('/fonts/')) console.log(`${name}: ${file} ${Math.round(bytes / 1000)} kB`);
    }
  }
  const sizes = sizesOf(metafiles);
  for (const line of describeSizes(sizes)) console.log(line);
  if (sizes.some(isTooLarge)) process.exitCode = 1;
}
