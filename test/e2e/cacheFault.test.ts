import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startEmbeddedVscode } from '../../scripts/lib/embeddedVscode.mjs';
import { launchBrowser, Workbench } from '../../scripts/lib/workbench.mjs';
import { type CachedNote, decodeCachedNotes, shardCount } from '../../src/core/index/cachedNotes';
import { parseNote } from '../../src/core/notes/parseNote';

const noteCount = 3000;
const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-fault-'));
const vault = join(folder, 'Vault');
const dataFolder = join(folder, 'data');
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));

function noteText(index: number): string {
  const links = [1, 2, 3].map((step) => `Siehe [[Notiz ${(index + step) % noteCount}#Kopf|dort]].`);
  return `---\ntags: [a]\n---\n# Kopf\n\n${links.join('\n\n')}\n\n## Weight Decay\n\n$x_{${index}}$ ^id\n`;
}

/** The files of the cache that are in place, by name; those that are being written beside them are left out. */
function shards(): ReadonlyMap<string, string> {
  const paths = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' });
  const inPlace = paths.filter((path) => /lecture-lab\.lecture-lab[\\/]vaults[\\/].*\d{3}\.json$/.test(path));
  return new Map(inPlace.map((path) => [path, readFileSync(join(dataFolder, path), 'utf8')]));
}

function notesIn(contents: Iterable<string>): readonly CachedNote[] {
  return [...contents].flatMap((text) => {
    const notes = decodeCachedNotes(text, version);
    expect(notes, 'a file of the cache that is damaged').toBeDefined();
    return notes ?? [];
  });
}

async function until(isMet: () => boolean, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!isMet() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('When the extension host is killed while it writes its cache', () => {
  let server: Server | undefined;
  let browser: Browser | undefined;

  async function openWindow(): Promise<Workbench> {
    server = await startEmbeddedVscode({ withExtension: true, dataFolder: () => dataFolder });
    browser = await launchBrowser();
    return Workbench.open(browser, server, { folder: vault, note: join(vault, 'Notiz 0.md') });
  }

  async function kill(): Promise<void> {
    await server?.stop();
    await browser?.close();
    server = undefined;
    browser = undefined;
  }

  beforeAll(() => {
    mkdirSync(vault);
    for (let index = 0; index < noteCount; index++)
      writeFileSync(join(vault, `Notiz ${index}.md`), noteText(index));
  });
  afterAll(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('leaves whole files only', async () => {
    await openWindow();
    await until(() => shards().size > 4, 60_000);
    await kill();
    const left = shards();
    console.log(`killed when ${left.size} of ${shardCount} files were in place`);
    expect(left.size).toBeGreaterThan(4);
    expect(left.size).toBeLessThan(shardCount);
    notesIn(left.values());
  });

  it('has lost nothing in the next window, not even the half that was kept', async () => {
    const workbench = await openWindow();
    expect(await workbench.lensTitles()).toContainEqual(expect.stringMatching(/Weight decay/i));
    await until(() => shards().size === shardCount, 60_000);
    await kill();
    const kept = new Map(notesIn(shards().values()).map(({ path, note }) => [path, note]));
    expect(kept.size).toBe(noteCount);
    for (let index = 0; index < noteCount; index++) {
      expect(kept.get(`Notiz ${index}.md`)).toEqual(parseNote(noteText(index)));
    }
  });
});
