import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { folder, hoverOver, lensesOf, openNote, say, writeNote } from './kit';
import {
  agrees,
  limit,
  linksIn,
  linksOf,
  options,
  place,
  put,
  recordFigure,
  sourcesOf,
} from './scratchVault';

describe('A branch switch that changes thousands of files at once', function () {
  this.timeout(3 * limit);
  after(() => rm(place('Burst'), { recursive: true, force: true }));

  it('leaves links and references that agree with the disk', async () => {
    const count = options().isNightly ? 9000 : 1500;
    const all = count + count / 3;
    const texts = new Map<string, string>();
    const pathOfNote = (number: number) =>
      number < count ? `Burst/${number % 10}/B${number}.md` : `Burst/new/${number % 4}/B${number}.md`;
    const write = (number: number, ...links: readonly number[]) => {
      const text = `Anfang\n\n${links.map((link) => `[[B${link}]]`).join('\n\n')}\n`;
      texts.set(pathOfNote(number), text);
      put(pathOfNote(number), text);
    };
    const hub = 'Burst/Hub.md';
    const hubText = Array.from({ length: all }, (_, number) => `[[B${number}]]`).join('\n');
    texts.set(hub, hubText);
    put(hub, hubText);
    for (let number = 0; number < count; number++) write(number, (number + 1) % count, (number + 7) % count);

    const document = await openNote(folder('scratch'), hub);
    const expectedLinks = () =>
      Array.from({ length: all }, (_, number) => number)
        .filter((number) => texts.has(pathOfNote(number)))
        .map((number) => `B${number} → ${pathOfNote(number)}`);
    const expectedSources = (path: string) => {
      const name = /B\d+/.exec(path)?.[0] ?? '';
      const sources = [...texts].flatMap(([source, text]) =>
        source === path
          ? []
          : linksIn(text)
              .filter((link) => link === name)
              .map(() => source),
      );
      return sources.sort();
    };
    const agree = async () => {
      await agrees(() => linksOf(document), expectedLinks);
      const paths = [...texts.keys()].filter((path) => path !== hub);
      const step = Math.floor(paths.length / 40);
      for (const path of paths.filter((_, at) => at % step === 0)) {
        await agrees(
          () => sourcesOf(path),
          () => expectedSources(path),
        );
      }
    };
    await agree();

    const begun = performance.now();
    for (let number = 0; number < count; number++) {
      if (number % 3 === 0) write(number, (number + 2) % count, count + number / 3);
      if (number % 3 !== 1) continue;
      texts.delete(pathOfNote(number));
      rmSync(place(pathOfNote(number)));
    }
    for (let number = count; number < all; number++) write(number, (number * 3) % count);
    await agree();
    say(`      ${count} files changed; everything agrees after ${Math.round(performance.now() - begun)} ms`);
    recordFigure('burst-files', count);
  });
});

const longName = 'n'.repeat(252);
/** Root can read what nobody may read. */
const isRoot = process.getuid?.() === 0;

describe('Among files that are hard to read, a note', function () {
  this.timeout(3 * limit);
  const outside = () => vscode.Uri.joinPath(folder('scratch'), '../odd-outside.md').fsPath;
  const odd = (name: string) => place(`Odd/${name}`);

  before(async () => {
    await mkdir(odd(''), { recursive: true });
    await writeFile(odd(`${longName}.md`), '# Lang\n\nDer Name hat 255 Bytes.\n');
    await writeFile(odd('Crlf.md'), '# Zeilen\r\n\r\nMit Wagenrücklauf.\r\n\r\n# Ende\r\n');
    await writeFile(odd('Bom.md'), '\ufeff# Marke\n\nNach der Marke.\n');
    await writeFile(odd('Nul.md'), '# Nul\n\nVor \0 danach.\n');
    const half = Buffer.from([0xed, 0xa0, 0x80]);
    await writeFile(
      odd('Half.md'),
      Buffer.concat([Buffer.from('# Halb\n\nVor '), half, Buffer.from(' danach.\n')]),
    );
    if (process.platform === 'linux')
      await writeFile(
        Buffer.concat([Buffer.from(odd('')), Buffer.from([0xff, 0xfe]), Buffer.from('.md')]),
        'x',
      );
    await writeFile(outside(), '# Draußen\n');
    await symlink(outside(), odd('Outside.md'));
    await symlink(odd('nowhere.md'), odd('Dangling.md'));
    await symlink(odd(''), odd('loop'), 'junction');
    await mkdir(odd('locked'), { recursive: true });
    await writeFile(odd('locked/Inside.md'), 'x');
    await writeFile(odd('Locked.md'), 'x');
    if (!isRoot) for (const name of ['locked', 'Locked.md']) await chmod(odd(name), 0);
    await mkdir(odd('gone'), { recursive: true });
    await writeFile(odd('gone/Vanished.md'), '# Weg\n');
  });
  after(async () => {
    if (!isRoot) for (const name of ['locked', 'Locked.md']) await chmod(odd(name), 0o700);
    await rm(odd(''), { recursive: true, force: true });
    await rm(outside(), { force: true });
  });

  it('has its links, and not those to a folder that has vanished', async () => {
    const names = [longName, 'Crlf', 'Bom', 'Nul', 'Half', 'Vanished'];
    const text = `# Weight Decay\n\n${names.map((name) => `[[${name}]]`).join('\n\n')}\n`;
    const document = await writeNote(folder('scratch'), 'Odd/Other.md', text);
    const expected = (those: readonly string[]) =>
      those.map((name) => `${name} → Odd/${name === 'Vanished' ? 'gone/' : ''}${name}.md`);
    await agrees(
      () => linksOf(document),
      () => expected(names),
    );
    await rm(odd('gone'), { recursive: true });
    await agrees(
      () => linksOf(document),
      () => expected(names.slice(0, -1)),
    );
  });

  it('has its lenses and its hovers, whatever is in the notes that it links to', async () => {
    const document = await openNote(folder('scratch'), 'Odd/Other.md');
    assert.match((await lensesOf(document))[0]?.title ?? '', /Weight Decay/i);
    assert.match(await hoverOver(document, longName), /Der Name hat 255 Bytes/);
    assert.match(await hoverOver(document, 'Crlf'), /Mit Wagenrücklauf/);
    assert.match(await hoverOver(document, 'Bom'), /Nach der Marke/);
    for (const name of ['Nul', 'Half']) assert.match(await hoverOver(document, name), /Vor .* danach/);
    if (isRoot) say('      as root: files without permissions are not tried');
    recordFigure('odd-files', isRoot ? 9 : 11);
  });
});
