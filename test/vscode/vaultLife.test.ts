import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { slowlyResolved } from '../kit/slowResolver';
import { folder, openNote, say } from './kit';
import {
  agrees,
  limit,
  linksIn,
  linksOf,
  options,
  pathOf,
  place,
  put,
  recordFigure,
  root,
  sourcesOf,
  uriOf,
} from './scratchVault';

/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Paths of all files in the scratch vault, as the disk has them. */
function filesOnDisk(): readonly string[] {
  const entries = readdirSync(root(), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root(), join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** The notes that are edited in editors; others change on disk, by Node or by VS Code. */
const edited = [0, 1, 2, 3, 4, 5].map((number) => `Life/editor/E${number}.md`);
const lifeNames = ['A', 'Note', 'x y', 'Größe', 'VL 1', 'Rest'];
const lifeFolders = ['Life', 'Life/a', 'Life/a/b', 'Life/c', 'Life/Ü'];
const lifeLinks = [
  ...lifeNames,
  ...['größe', 'NOTE', 'a/A', 'b/Note', './A', '../Note', '../../A', 'Life/a/Note', 'Life/Ü/x y', '/A'],
  ...['Bild.png', 'a/Bild.png', 'E0', 'E3', 'editor/E4', 'Nirgends'],
];

/** A vault to which anything happens that may happen to files, in an order that a seed decides. */
class Life {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  #one<T>(of: readonly T[]): T {
    return of[Math.floor(this.#random() * of.length)] as T;
  }

  #text(): string {
    const links = Array.from({ length: Math.floor(this.#random() * 5) }, () => `[[${this.#one(lifeLinks)}]]`);
    return `Anfang\n\n${links.join('\n\n')}\n`;
  }

  #newPath(): string {
    return `${this.#one(lifeFolders)}/${this.#random() < 0.1 ? 'Bild.png' : `${this.#one(lifeNames)}.md`}`;
  }

  /** A file that is there and in no editor; `undefined` when there is none. */
  #file(): string | undefined {
    const files = filesOnDisk().filter((path) => path.startsWith('Life/') && !edited.includes(path));
    return files.length > 0 ? this.#one(files) : undefined;
  }

  async begin(): Promise<void> {
    for (const path of edited) put(path, this.#text());
    for (let count = 0; count < 10; count++) put(this.#newPath(), this.#text());
  }

  /** Does one thing. */
  async step(): Promise<void> {
    const choice = this.#random();
    if (choice < 0.3) await this.#write(this.#newPath());
    else if (choice < 0.45) await this.#change((path) => this.#write(path));
    else if (choice < 0.6) await this.#change((path) => this.#delete(path));
    else if (choice < 0.75) await this.#change((path) => this.#rename(path));
    else if (choice < 0.8) this.#moveFolder();
    else await this.#edit(choice < 0.95);
  }

  async #change(work: (path: string) => Promise<void>): Promise<void> {
    const path = this.#file();
    if (path !== undefined) await work(path);
  }

  async #write(path: string): Promise<void> {
    if (this.#random() < 0.7) put(path, this.#text());
    else await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(this.#text()));
  }

  async #delete(path: string): Promise<void> {
    if (this.#random() < 0.7) rmSync(place(path));
    else await vscode.workspace.fs.delete(uriOf(path));
  }

  async #rename(path: string): Promise<void> {
    const to = this.#newPath();
    if (existsSync(place(to)) || to.endsWith('.png') !== path.endsWith('.png')) return;
    mkdirSync(dirname(place(to)), { recursive: true });
    if (this.#random() < 0.7) renameSync(place(path), place(to));
    else await vscode.workspace.fs.rename(uriOf(path), uriOf(to));
  }

  #moveFolder(): void {
    const [from, to] = [this.#one(lifeFolders.slice(1)), this.#one(lifeFolders.slice(1))];
    if (!existsSync(place(from)) || existsSync(place(to)) || to.startsWith(`${from}/`)) return;
    mkdirSync(dirname(place(to)), { recursive: true });
    renameSync(place(from), place(to));
  }

  async #edit(isSaved: boolean): Promise<void> {
    const document = await openNote(folder('scratch'), this.#one(edited));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), this.#text());
    assert.ok(await vscode.workspace.applyEdit(edit));
    // Where VS Code is just saving by itself it says that it has not saved; what is still unsaved at the end counts as it stands in the editor.
    if (isSaved) await document.save();
  }
}

/** What a note says: in its editor where one has unsaved changes, else on disk. */
function textOf(path: string): string {
  const open = vscode.workspace.textDocuments.find((document) => pathOf(document.uri) === path);
  return open?.isDirty ? open.getText() : readFileSync(place(path), 'utf8');
}

/** The links of all notes in a folder as an oracle resolves them, which knows nothing but the disk: source, text of the link, target. */
function resolvedLinks(): readonly (readonly [source: string, link: string, target: string])[] {
  const files = filesOnDisk();
  const sources = files.filter((path) => path.endsWith('.md'));
  return sources.flatMap((source) =>
    linksIn(textOf(source)).flatMap((link) => {
      const target = slowlyResolved(files, link, source);
      return target === undefined ? [] : [[source, link, target] as const];
    }),
  );
}

describe('A vault to which anything happens', function () {
  this.timeout(10 * limit);
  after(() => rm(place('Life'), { recursive: true, force: true }));

  it('answers in the end what its files say, on disk and in editors', async () => {
    const { isNightly } = options();
    const [count, seed] = isNightly ? [4000, Date.now() % 2 ** 31] : [200, 20_261_123];
    const life = new Life(seed);
    await life.begin();
    const asked = await openNote(folder('scratch'), edited[0] as string);
    say(`      ${count} operations, seed ${seed}`);
    for (let step = 0; step < count; step++) {
      await life.step();
      if (step % 10 === 9) await linksOf(asked);
    }
    const notes = () => filesOnDisk().filter((path) => path.startsWith('Life/') && path.endsWith('.md'));
    const agree = async () => {
      for (const path of notes()) {
        const document = await openNote(folder('scratch'), path);
        await agrees(
          () => linksOf(document),
          () =>
            resolvedLinks()
              .filter(([source]) => source === path)
              .map(([, link, target]) => `${link} → ${target}`),
        );
        await agrees(
          () => sourcesOf(path),
          () =>
            resolvedLinks()
              .flatMap(([source, , target]) => (target === path && source !== path ? [source] : []))
              .sort(),
        );
      }
    };
    assert.ok(resolvedLinks().length > 10);
    await agree();
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
    await agree();
    recordFigure('window-operations', count);
  });
});

describe('A folder that comes while its vault is open', function () {
  this.timeout(3 * limit);
  const hub = 'Came/Hub.md';
  let document: vscode.TextDocument;

  before(async () => {
    put(hub, '[[Deep]]\n\n[[Later]]\n\n[[Guest]]\n');
    document = await openNote(folder('scratch'), hub);
    await agrees(
      () => linksOf(document),
      () => [],
    );
  });
  after(() => rm(place('Came'), { recursive: true, force: true }));

  /** A note comes and goes, and each time the link to it follows: the folder is followed for good, and not only listed once more. */
  async function comesAndGoes(inFolder: string): Promise<void> {
    const others = await linksOf(document);
    for (let round = 0; round < 10; round++) {
      put(`${inFolder}/Guest.md`, 'Zu Besuch.\n');
      await agrees(
        async () => (await linksOf(document)).filter((link) => link.startsWith('Guest ')),
        () => [`Guest → ${inFolder}/Guest.md`],
      );
      rmSync(place(`${inFolder}/Guest.md`));
      await agrees(
        () => linksOf(document),
        () => others,
      );
    }
  }

  it('is followed with the folders that came in it, whatever happens in them later', async () => {
    put('Came/one/two/three/Deep.md', 'Tief.\n');
    await agrees(
      () => linksOf(document),
      () => ['Deep → Came/one/two/three/Deep.md'],
    );
    await comesAndGoes('Came/one/two/three');
    put('Came/one/two/three/Later.md', 'Später.\n');
    const both = ['Deep → Came/one/two/three/Deep.md', 'Later → Came/one/two/three/Later.md'];
    await agrees(
      () => linksOf(document),
      () => both,
    );
    rmSync(place('Came/one/two/three/Deep.md'));
    await agrees(
      () => linksOf(document),
      () => both.slice(1),
    );
  });

  it('is followed where it was moved to, with the folders in it', async () => {
    renameSync(place('Came/one'), place('Came/four'));
    await agrees(
      () => linksOf(document),
      () => ['Later → Came/four/two/three/Later.md'],
    );
    await comesAndGoes('Came/four/two/three');
    put('Came/four/two/three/Deep.md', 'Tief.\n');
    await agrees(
      () => linksOf(document),
      () => ['Deep → Came/four/two/three/Deep.md', 'Later → Came/four/two/three/Later.md'],
    );
    rmSync(place('Came/four/two/three'), { recursive: true });
    await agrees(
      () => linksOf(document),
      () => [],
    );
  });
});
