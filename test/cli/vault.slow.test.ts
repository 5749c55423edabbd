import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleCommandLine } from '../../scripts/lib/commandLineBundle.mjs';
import { CommandError } from '../../src/cli/commandError';
import { parseCommandLine } from '../../src/cli/commandLine';

const root = resolve(import.meta.dirname, '../..');
const sampleVault = join(root, 'media/sample-vault');

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs a program of Node to its end; `hangUp` stops listening at the first output. */
function run(args: readonly string[], { env = {}, hangUp = false } = {}): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (hangUp) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      error += text;
    });
    child.on('close', (code) => done({ code, out, error }));
  });
}

/** `npm run vault` itself, which bundles the program anew each time. */
const script = join(root, 'scripts/vault.mjs');

/** The program bundled once for all tests, for `node -e`. */
const program = bundleCommandLine('src/cli/main.ts', `out/cli/test-${process.pid}`);
const start =
  'require(process.argv[1]).main(process.argv.slice(2), process.cwd()).then((code) => { process.exitCode = code; })';

async function vault(args: readonly string[], options = {}): Promise<Outcome> {
  return run(['-e', start, await program, ...args], options);
}

/** The objects that a command prints, one a line. */
async function objects(...args: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const { code, out, error } = await vault([...args, '--json']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const folders: string[] = [];
afterAll(async () => {
  rmSync(dirname(await program), { recursive: true });
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Writes a folder of files, contents as text or bytes, and returns its path. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-cli-'));
  folders.push(folder);
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
  return folder;
}

const lecture = `# Kapitel
[[Ziel]] und [[Ziel#Da|so]], [[#Kapitel]], ![[Bild.png]], [[Nirgends]]
[[Doppelt]] [[Ziel#Fehlt]] [[Ziel#^fehlt]] [Text](Ziel.md) [Netz](https://example.org)
$\\RR$ und $\\frac{1}{$ und $\\frac{1}{$

$$
b
$$

> [!info] Norm-Clipping
> Schneidet ab.
`;

const smallVault = (): string =>
  folderWith({
    'Vorlesung.md': lecture,
    'Ziel.md': '# Da\nAbsatz ^hier\n',
    'Glossar.md': '# Lernrate\nWie weit ein Schritt geht.\n',
    'Wörter/Begriffe.md': '- **Lernrate:** auch Schrittweite\n',
    'a/Doppelt.md': '',
    'b/Doppelt.md': '',
    'Bild.png': '',
    'preamble.sty': '\\newcommand{\\RR}{\\mathbb{R}}',
    '.obsidian/app.json': '{}',
    'node_modules/x/README.md': '[[Nirgends]]',
  });

describe('npm run vault', { concurrent: true }, () => {
  it('reports a vault in numbers', async () => {
    const [report, ...others] = await objects('report', smallVault());
    expect(others).toEqual([]);
    expect(report).toEqual({
      notes: 6,
      bytes: expect.any(Number),
      ms: expect.any(Number),
      headings: 3,
      links: {
        total: 8,
        note: 5,
        attachment: 1,
        sameNote: 1,
        unresolved: 1,
        ambiguous: 1,
        missingHeading: 1,
        missingBlock: 1,
      },
      embeds: 1,
      blocks: 1,
      callouts: 1,
      math: { inline: 3, display: 1, failed: 1 },
      // Lernrate from two notes, and Ziel.md's section.
      terms: 2,
      demos: 1,
    });
  });

  it('finds nothing wrong with the sample vault', async () => {
    const [report] = await objects('report', sampleVault);
    const links = report?.links as Readonly<Record<string, number>>;
    expect(links.total).toBeGreaterThan(50);
    expect(links).toMatchObject({ unresolved: 0, ambiguous: 0, missingHeading: 0, missingBlock: 0 });
    expect(report).toMatchObject({ math: { failed: 0 } });
  });

  it('lists every link with its place, what it says and what became of it', async () => {
    const file = 'Vorlesung.md';
    expect(await objects('links', smallVault())).toEqual([
      { file, line: 2, column: 1, raw: '[[Ziel]]', kind: 'wikilink', status: 'ok', target: 'Ziel.md' },
      { file, line: 2, column: 14, raw: '[[Ziel#Da|so]]', kind: 'wikilink', status: 'ok', target: 'Ziel.md' },
      { file, line: 2, column: 30, raw: '[[#Kapitel]]', kind: 'wikilink', status: 'ok', target: file },
      { file, line: 2, column: 44, raw: '![[Bild.png]]', kind: 'embed', status: 'ok', target: 'Bild.png' },
      {
        file,
        line: 2,
        column: 59,
        raw: '[[Nirgends]]',
        kind: 'wikilink',
        status: 'unresolved',
        target: null,
      },
      {
        ...{ file, line: 3, column: 1, raw: '[[Doppelt]]', kind: 'wikilink', status: 'ambiguous' },
        ...{ target: 'a/Doppelt.md', candidates: ['a/Doppelt.md', 'b/Doppelt.md'] },
      },
      {
        ...{ file, line: 3, column: 13, raw: '[[Ziel#Fehlt]]', kind: 'wikilink' },
        ...{ status: 'missingHeading', target: 'Ziel.md' },
      },
      {
        ...{ file, line: 3, column: 28, raw: '[[Ziel#^fehlt]]', kind: 'wikilink' },
        ...{ status: 'missingBlock', target: 'Ziel.md' },
      },
      {
        file,
        line: 3,
        column: 44,
        raw: '[Text](Ziel.md)',
        kind: 'markdown',
        status: 'ok',
        target: 'Ziel.md',
      },
    ]);
  });

  it('shows people the links with a problem first, and all where asked', async () => {
    const folder = smallVault();
    const { out: problems } = await vault(['links', folder]);
    expect(problems).toContain('Vorlesung.md:2:59  [[Nirgends]]  → no such file\n');
    expect(problems).toContain('Vorlesung.md:3:13  [[Ziel#Fehlt]]  → no such heading in Ziel.md\n');
    expect(problems).not.toContain('[[Ziel]]');
    expect(problems).toMatch(/9 links: 5 ok, 1 unresolved, 1 ambiguous, 1 missingHeading, 1 missingBlock\n$/);
    const { out: all } = await vault(['links', folder, '--all']);
    expect(all).toContain('Vorlesung.md:2:1  [[Ziel]]  → Ziel.md\n');
  });

  it('lists the demos of a single note, wherever it lies', async () => {
    const note = join(smallVault(), 'Vorlesung.md');
    expect(await objects('demos', note)).toEqual([
      { line: 10, text: 'Norm-Clipping', experiments: ['gradient-clipping'] },
    ]);
    const { out } = await vault(['demos', note]);
    expect(out).toBe(`${note}:10  Norm-Clipping  ▶ gradient-clipping\n1 demo\n`);
  });

  it('lists what a note says itself about its demos, with what is wrong', async () => {
    const folder = folderWith({
      'Eigene.md':
        '---\ndemos: [weight-decay, wieght-decay]\n---\n# Weight Decay\n\n```demo\nexperiment: weight-decay\nnoise: 2\n```\n',
    });
    const note = join(folder, 'Eigene.md');
    const [property, heading, block, ...others] = await objects('demos', note);
    const shown = ['weight-decay'];
    expect(others).toEqual([]);
    expect(property).toMatchObject({ line: 2, text: 'demos', problems: [{ line: 2, column: 23 }] });
    expect(heading).toEqual({ line: 4, text: 'Weight Decay', experiments: shown });
    const message = '2 is out of range. Allowed for “noise”: 0 … 0.6';
    expect(block).toEqual({
      ...{ line: 6, text: 'block', experiments: shown },
      problems: [{ line: 8, column: 8, message }],
    });
    const { out } = await vault(['demos', note]);
    expect(out).toContain(`${note}:6  block  ▶ weight-decay\n${note}:8:8  ✗ ${message}\n3 demos\n`);
  });

  it('explains a term in an inflected form, the glossary first, what ships last', async () => {
    const folder = smallVault();
    expect(await objects('term', folder, 'Lernraten')).toEqual([
      {
        ...{ term: 'Lernrate', match: 'stem', source: 'glossary', text: 'Wie weit ein Schritt geht.' },
        ...{ file: 'Glossar.md', line: 1 },
      },
      {
        ...{ term: 'Lernrate', match: 'stem', source: 'lead-in', text: 'auch Schrittweite' },
        ...{ file: 'Wörter/Begriffe.md', line: 1 },
      },
      {
        ...{ term: 'learning rate', match: 'stem', source: 'shipped' },
        ...{ text: expect.any(String), literature: expect.stringContaining('Goodfellow') },
      },
    ]);
    const { out } = await vault(['term', folder, 'Lernraten']);
    expect(out).toContain('Lernraten — form of Lernrate\nGlossar.md:1  Lernrate  (glossary)\n');
    expect(out).toContain('(glossary)\n    Wie weit ein Schritt geht.\n');
    expect(out).toMatch(/\nlearning rate {2}\(shipped\)\n {4}\S.*\n(?:.*\n)* {4}Literature: /);
  });

  it('says how a word agrees with the shipped term, each source for itself', async () => {
    const folder = folderWith({ 'Glossar.md': '# Loss\nWas klein werden soll.\n' });
    expect(await objects('term', folder, 'Loss')).toMatchObject([
      { term: 'Loss', match: 'exact', source: 'glossary' },
      { term: 'loss function', match: 'alias', source: 'shipped' },
    ]);
    expect((await vault(['term', folder, 'Loss'])).out).toMatch(/^Glossar\.md:1 {2}Loss/);
  });

  it.each([
    ['Regulierisierung', 'Regulierisierung — probably means Regularisierung\nRegularisierung  (shipped)\n'],
    ['Trainingsloss', 'Trainingsloss — contains Verlustfunktion\nVerlustfunktion  (shipped)\n'],
    ['SGD', 'SGD — other name of Stochastischer Gradientenabstieg\n'],
    ['Gradientennorm', 'Gradientennorm  (shipped)\n    Länge'],
  ])('knows %s without any note, in the language of the system', async (word, beginning) => {
    const env = { LC_ALL: '', LC_MESSAGES: '', LANG: 'de_DE.UTF-8' };
    const { out } = await vault(['term', folderWith({}), word], { env });
    expect(out.slice(0, beginning.length)).toBe(beginning);
  });

  it.each([
    [['report', 'nicht/da'], /There is no folder ".*da"/],
    [['report', 'package.json'], /is a file, not a folder/],
    [['demos', 'nicht-da.md'], /There is no note ".*nicht-da\.md"/],
    [
      ['term', 'media/sample-vault', 'Quastenflosser'],
      /Neither a note of this vault nor the shipped glossary explains "Quastenflosser"/,
    ],
    [['tanze'], /There is no command "tanze"/],
  ])('ends with 1 and says why: %j', async (args, message) => {
    const { code, out, error } = await vault(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(message);
    expect(error).not.toMatch(/\n\s+at /);
  });

  it.each([
    [[], /Say what to do/],
    [['links'], /A folder or file is missing/],
    [['term', 'vault'], /A word is missing. Usage:\n {2}npm run vault -- term DIR WORD/],
    [['report', 'vault', '--yaml'], /no option "--yaml" for report/],
    [['report', 'vault', '--all'], /no option "--all" for report/],
    [['report', 'vault', 'mehr'], /"mehr" is too much/],
  ])('does not guess what is meant by %j', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(CommandError);
    expect(() => parseCommandLine(args)).toThrow(message);
  });

  it('takes a term of several words with and without quotes', () => {
    const quoted = parseCommandLine(['term', 'vault', 'Weight Decay']);
    expect(quoted).toMatchObject({ command: 'term', path: 'vault', word: 'Weight Decay' });
    expect(parseCommandLine(['term', 'vault', 'Weight', 'Decay'])).toEqual(quoted);
  });

  it('explains itself', async () => {
    const { code, out } = await vault(['--help']);
    expect(code).toBe(0);
    for (const command of ['report DIR', 'links DIR', 'demos FILE', 'term DIR WORD', 'export NOTE OUT'])
      expect(out).toContain(command);
  });

  it('reads what is no UTF-8, has CRLF, a byte order mark or nothing in it', async () => {
    const folder = folderWith({
      'latin1.md': new Uint8Array([0x23, 0x20, 0xfc, 0x0a, 0x5b, 0x5b, 0x66, 0x72, 0xfc, 0x68, 0x5d, 0x5d]),
      'crlf.md': '# Eins\r\n\r\nSiehe [[bom]].\r\n',
      'bom.md': '\ufeff[[crlf]]',
      'leer.md': '',
      'folder.md/in.md': '[[leer]]',
      'binary.md': new Uint8Array(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
    });
    const links = await objects('links', folder);
    expect(links.map(({ file, line, column, raw, target }) => [file, line, column, raw, target])).toEqual([
      ['bom.md', 1, 1, '[[crlf]]', 'crlf.md'],
      ['crlf.md', 3, 7, '[[bom]]', 'bom.md'],
      ['folder.md/in.md', 1, 1, '[[leer]]', 'leer.md'],
      ['latin1.md', 2, 1, '[[fr\ufffdh]]', null],
    ]);
  });

  it('follows a link to another folder once, however often it is met, and none in circles', async () => {
    const other = folderWith({ 'Draußen.md': '# Außen' });
    const folder = folderWith({ 'Drinnen.md': '[[Draußen]]', 'unter/Tiefer.md': '' });
    symlinkSync(other, join(folder, 'auswärts'), 'junction');
    symlinkSync(other, join(folder, 'nochmal'), 'junction');
    symlinkSync(folder, join(folder, 'unter/oben'), 'junction');
    symlinkSync(join(folder, 'nirgends'), join(folder, 'tot'), 'junction');
    expect(await objects('report', folder)).toMatchObject([{ notes: 3, links: { total: 1, note: 1 } }]);
    expect(await objects('links', folder)).toMatchObject([{ target: 'auswärts/Draußen.md' }]);
  });

  it('ends quietly when nobody reads on', async () => {
    const many = folderWith({ 'viele.md': '[[x]]\n'.repeat(50_000) });
    const { code, error } = await vault(['links', many], { hangUp: true });
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });

  it('makes one HTML file of a note, with what it takes from its vault inside', async () => {
    const folder = folderWith({
      'Vorlesungen/VL 1.md': `${lecture}\nDie Lernrate. ![[Bild.png]] ![[Ziel]]\n`,
      'Ziel.md': '# Da\nAbsatz ^hier\n',
      'Glossar.md': '# Lernrate\nWie weit ein Schritt geht.\n',
      'Bilder/Bild.png': 'png',
      'preamble.sty': '\\newcommand{\\RR}{\\mathbb{R}}',
      '.obsidian/app.json': '{}',
    });
    const out = join(folder, 'VL 1.html');
    const args = [script, 'export', join(folder, 'Vorlesungen/VL 1.md'), out, '--json'];
    const { code, out: printed, error } = await run(args, { env: { LC_ALL: 'de_DE.UTF-8' } });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const html = readFileSync(out, 'utf8');
    expect(JSON.parse(printed)).toEqual({ file: out, bytes: Buffer.byteLength(html), leftOut: [] });
    expect(html).toContain('<html lang="de">');
    expect(html).toContain(`data:image/png;base64,${btoa('png')}`);
    for (const text of ['Absatz', 'Wie weit ein Schritt geht.', 'font-family:KaTeX_AMS'])
      expect(html).toContain(text);
  });

  it.each([
    [['export', 'a.md'], /^A file to write is missing\. Usage:\n {2}npm run vault -- export NOTE OUT\.html$/],
    [['export', 'a.md', 'b.md'], /^"b\.md" does not name one file that ends in \.html\./],
    [['export', 'a.md', 'b', 'c.html'], /^"b c\.html" does not name one file/],
    [['export', 'a.md', 'b.html', '--all'], /^There is no option "--all" for export\./],
  ])('says how to export where the arguments are %j', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(message);
  });

  it('exports nothing where there is no note, or no place for the file', async () => {
    const folder = folderWith({ 'a.md': '' });
    const missing = await run([script, 'export', join(folder, 'b.md'), join(folder, 'b.html')]);
    expect(missing).toMatchObject({ code: 1, error: expect.stringContaining('There is no note "') });
    const nowhere = await run([script, 'export', join(folder, 'a.md'), join(folder, 'nirgends/a.html')]);
    expect(nowhere).toMatchObject({ code: 1, error: expect.stringContaining('cannot be written') });
  });

  it('sees relative paths from where npm was called', async () => {
    const folder = smallVault();
    const env = { npm_lifecycle_event: 'vault', INIT_CWD: folder };
    expect((await run([script, 'demos', 'Vorlesung.md', '--json'], { env })).out).toMatch(
      /^\{"line":10,.*\}\n$/,
    );
  });

  it('is among the scripts of the project', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(scripts).toMatchObject({ vault: 'node scripts/vault.mjs' });
  });
});
