import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formulaAssets } from '../../scripts/lib/exportAssets.mjs';
import { exportToFile } from '../../src/cli/export';

const top = mkdtempSync(join(tmpdir(), 'lecture-lab-cli-'));

afterAll(() => rmSync(top, { recursive: true }));

describe('A file that is exported on the command line', () => {
  it('takes along nothing that symbolic links lead to outside of the vault', async () => {
    const [vault, outside] = [join(top, 'vault'), join(top, 'outside')];
    mkdirSync(join(vault, '.obsidian'), { recursive: true });
    mkdirSync(outside);
    writeFileSync(join(outside, 'secret.png'), 'the-key-of-somebody');
    writeFileSync(join(outside, 'Secret.md'), 'the-key-of-somebody');
    writeFileSync(join(vault, 'own.png'), 'my-own-picture');
    symlinkSync(outside, join(vault, 'out'), 'junction');
    writeFileSync(join(vault, 'N.md'), '![[secret.png]] ![[own.png]]\n\n![[Secret]]\n\n![[out/Secret]]\n');
    const out = join(top, 'N.html');
    await exportToFile({
      ...{ path: join(vault, 'N.md'), out, glossaryNotes: [], preambleOf: () => '', locale: 'en' },
      assetsOf: async () => ({ pageStyles: '', script: '', ...formulaAssets() }),
    });
    const html = readFileSync(out, 'utf8');
    const hidden = Buffer.from('the-key-of-somebody').toString('base64');
    expect(html).toContain(Buffer.from('my-own-picture').toString('base64'));
    expect([html.includes('the-key-of-somebody'), html.includes(hidden)]).toEqual([false, false]);
  });
});
