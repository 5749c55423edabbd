import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { vsixFiles } from '../../scripts/lib/vsixFiles.mjs';
import { vsixFile } from '../../scripts/package.mjs';

const most = 3_000_000;

/** All that may be in the package, below the folder of the extension. */
const expected: readonly RegExp[] = [
  /^package(\.nls(\.de)?)?\.json$/,
  /^(readme|changelog)\.md$/,
  /^LICENSE\.txt$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^dist\/(extension|exportNote|formulaRenderer|liveFormulaHtml|readOwn|shippedGlossary|specs\.gen|yaml)\.js$/,
  /^dist\/\w+\.json$/,
  /^dist\/web\/extension\.js$/,
  /^dist\/preview\/preview\.(js|css)$/,
  /^dist\/webview\/(worker\.js|main\.css)$/,
  /^dist\/webview\/(de|en)\/(main|experiments\/[a-z-]+|shared\/\w+|[\w-]+)\.js$/,
  /^dist\/webview\/fonts\/KaTeX_[\w-]+\.woff2$/,
  /^dist\/webview\/texts\/[a-z-]+\.(de|en)\.json$/,
  /^l10n\/bundle\.l10n(\.[a-z]+)?\.json$/,
  /^media\/\w+\.(png|svg)$/,
  /^media\/walkthrough\/[\w.]+\.(svg|png|md)$/,
  /^media\/own-experiment\/(lecture-lab\.d\.ts|template\.(de|en)\.js)$/,
  /^media\/sample-vault(-en)?\/(.+\/)?[^/]+\.(md|svg|png|pdf|js|canvas)$/,
  /^media\/sample-vault(-en)?\/\.(obsidian|vscode)\/\w+\.json$/,
];

/** Paths below the extension's folder that a manifest names, e.g. `./dist/extension.js`. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^(\.\/)?(dist|media)\/[^%]+$/.test(value) ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(pathsIn) : [];
}

describe('the package that `npm run package` makes', () => {
  let files: ReadonlyMap<string, Buffer> = new Map();
  const inside = 'extension/';
  const text = (path: string) => files.get(inside + path)?.toString('utf8') ?? '';

  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'scripts/package.mjs')], { cwd: root, stdio: 'pipe' });
    files = vsixFiles(readFileSync(vsixFile));
  });

  it('is no larger than 3 MB', () => {
    const { size } = statSync(vsixFile);
    console.log(`${vsixFile.slice(root.length + 1)}: ${(size / 1e6).toFixed(2)} MB, ${files.size} files`);
    expect(size).toBeLessThanOrEqual(most);
  });

  it('has nothing in it that is not on the list', () => {
    const own = [...files.keys()].filter((path) => path.startsWith(inside));
    expect(files.size - own.length).toBe(2);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'extension.vsixmanifest']),
    );
    const paths = own.map((path) => path.slice(inside.length));
    expect(paths.filter((path) => !expected.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it('has at least one file for everything on the list but what may come', () => {
    const paths = [...files.keys()].map((path) => path.slice(inside.length));
    expect(expected.filter((pattern) => !paths.some((path) => pattern.test(path)))).toEqual([]);
  });

  it('has every file that the manifest names', () => {
    const manifest: Record<string, unknown> = JSON.parse(text('package.json'));
    const { files: _patterns, ...rest } = manifest;
    const named = [...new Set(pathsIn(rest).map((path) => path.replace(/^\.\//, '')))];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !files.has(inside + path))).toEqual([]);
  });

  it('has every late bundle that the extension loads, and the fonts of exported notes', () => {
    const required = [...text('dist/extension.js').matchAll(/require\("\.\/([\w.]+\.js)"\)/g)].map(
      ([, name]) => name!,
    );
    const inBrowsers = [...text('dist/web/extension.js').matchAll(/"(\w+(?:\.gen)?\.js)"/g)].map(
      ([, name]) => name!,
    );
    const late = [...new Set([...required, ...inBrowsers])];
    expect(late).toEqual(expect.arrayContaining(['formulaRenderer.js', 'yaml.js', 'exportNote.js']));
    // The training worker is the page's.
    const places = ['dist', 'dist/webview'];
    expect(late.filter((name) => !places.some((place) => files.has(`${inside}${place}/${name}`)))).toEqual(
      [],
    );
    const { formulaFonts } = JSON.parse(text('dist/exportAssets.json'));
    expect(formulaFonts).toHaveLength(20);
    for (const { file } of formulaFonts) expect(files.has(`${inside}dist/webview/fonts/${file}`)).toBe(true);
  });

  it('has all notes of the sample vaults and what they need of Obsidian', () => {
    for (const vault of ['media/sample-vault', 'media/sample-vault-en']) {
      const names = [...files.keys()].filter((path) => path.startsWith(`${inside}${vault}/`));
      expect(names.length, vault).toBeGreaterThan(4);
      expect(text(`${vault}/.obsidian/app.json`), vault).toMatch(/^\{/);
    }
  });

  it('names no folder of a machine and has no source map', () => {
    const home = /(?:\/home\/|\/Users\/|[A-Z]:\\Users\\)\w+/;
    for (const [path, bytes] of files) {
      const content = bytes.toString('latin1');
      expect(content.includes(root), path).toBe(false);
      expect(home.exec(content)?.[0], path).toBeUndefined();
      if (/\.(js|css)$/.test(path)) expect(content.includes('sourceMappingURL'), path).toBe(false);
    }
  });

  it('has a README without links or pictures that need the repository', () => {
    const readme = text('readme.md');
    expect(readme).toContain('# Lecture Lab');
    const addresses = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !/^(https:|#)/.test(address))).toEqual([]);
    expect(readme).not.toMatch(/<(?:img|source)\b[^>]*(?:src|srcset)="(?!https:)/);
  });

  it('says what it is, and nothing about how it is made', () => {
    const manifest: Record<string, unknown> = JSON.parse(text('package.json'));
    expect(manifest).toMatchObject({ name: 'lecture-lab', main: './dist/extension.js' });
    for (const key of ['scripts', 'dependencies', 'devDependencies', 'private']) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  it('brings the licences of what others wrote', () => {
    const notices = text('dist/THIRD-PARTY-NOTICES.txt');
    for (const name of ['katex', '@mathjax/src', '@tensorflow/tfjs-core', 'markdown-it', 'mnist']) {
      expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
    }
  });
});
