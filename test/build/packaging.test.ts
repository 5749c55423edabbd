import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { manifest, root } from '../../scripts/lib/project.mjs';
import { noticeOf, noticesAsText, noticesOf } from '../../scripts/lib/thirdPartyNotices.mjs';
import { vsixFiles } from '../../scripts/lib/vsixFiles.mjs';
import { vsixReadme } from '../../scripts/lib/vsixReadme.mjs';
import { releaseNotes } from '../../scripts/releaseNotes.mjs';

function metafileOf(inputs: Readonly<Record<string, number>>): Metafile {
  const parts = Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }] as const);
  const output = { bytes: 1, imports: [], exports: [], inputs: Object.fromEntries(parts) };
  return { inputs: {}, outputs: { 'dist/a.js': output } };
}

describe('third-party notices', () => {
  let folder = '';
  beforeAll(() => {
    mkdirSync(join(root, 'out'), { recursive: true });
    folder = mkdtempSync(join(root, 'out/packages-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function packageWith(license: string | undefined, files: Readonly<Record<string, string>> = {}): string {
    const path = mkdtempSync(join(folder, 'p-'));
    writeFileSync(
      join(path, 'package.json'),
      JSON.stringify({ name: 'some-package', version: '1.0.0', license }),
    );
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return relative(root, path);
  }

  it('name every package of which something is in a bundle, and no other', () => {
    const notices = noticesOf([
      metafileOf({
        'node_modules/katex/dist/katex.mjs': 10,
        'node_modules/@microsoft/fast-foundation/node_modules/tslib/tslib.es6.js': 10,
        'node_modules/yaml/index.js': 0,
        '(disabled):node_modules/node-fetch/browser.js': 10,
        'src/extension.ts': 10,
      }),
    ]);
    expect(notices.map(({ name, version }) => `${name} ${version}`)).toEqual([
      expect.stringMatching(/^katex 0\.16/),
      expect.stringMatching(/^tslib 1\./),
    ]);
    expect(notices[0]?.text).toContain('Khan Academy');
  });

  it('name the origin of the digits with the data', () => {
    const notices = noticesOf([metafileOf({ 'src/experiments/kit/digits/mnistSubset.gen.ts': 10 })]);
    expect(notices).toMatchObject([{ name: 'mnist', licence: 'MIT' }]);
    expect(notices[0]?.text).toContain('Juan Cazala');
  });

  it('have the whole text of a licence and its notice', () => {
    const path = packageWith('Apache-2.0', {
      LICENSE: 'the terms',
      NOTICE: 'made by many',
      'readme.md': 'no',
    });
    expect(noticeOf(path).text).toBe('the terms\n\nmade by many');
  });

  it('are refused where a licence is not allowed, unknown, or has no text', () => {
    expect(() => noticeOf(packageWith('GPL-3.0', { LICENSE: 'copyleft' }))).toThrow(
      /some-package 1\.0\.0.*GPL-3\.0/,
    );
    expect(() => noticeOf(packageWith(undefined, { LICENSE: 'who knows' }))).toThrow(/none/);
    expect(() => noticeOf(packageWith('MIT'))).toThrow(/no licence text/);
  });

  it('say who holds the rights where a package has no text of its own', () => {
    expect(noticeOf('node_modules/@tensorflow/tfjs-core').text).toMatch(
      /^Copyright Google LLC\n[\s\S]*TERMS AND CONDITIONS/,
    );
  });

  it('write a text that several packages share once', () => {
    const shared = { version: '1.0.0', licence: 'MIT', text: 'the same terms' };
    const file = noticesAsText([
      { name: 'a', ...shared },
      { name: 'b', ...shared },
    ]);
    expect(file).toContain('a 1.0.0 (MIT)\nb 1.0.0 (MIT)');
    expect(file.split('the same terms')).toHaveLength(2);
  });
});

describe('the README on the extension’s page', () => {
  it('keeps addresses and anchors, and turns links to files into their text', () => {
    expect(vsixReadme('[a](docs/a.md), [b](https://example.org/b), [c](#c)')).toBe(
      'a, [b](https://example.org/b), [c](#c)',
    );
  });

  it('leaves code as it is', () => {
    const text = 'In a line: `[a](b.md)`\n\n```md\n![x](y.png)\n[a](b.md)\n```\n';
    expect(vsixReadme(text)).toBe(text);
  });

  it('leaves out pictures that are files', () => {
    expect(vsixReadme('One.\n\n![A picture](media/none.png)\n\nTwo.\n')).toBe('One.\n\nTwo.\n');
    expect(vsixReadme('One.\n\n<img alt="A picture" src="media/none.gif">\n\nTwo.\n')).toBe('One.\n\nTwo.\n');
  });
});

describe('reading a .vsix', () => {
  /** A zip with one file, as `vsce` writes it. */
  function zipOf(name: string, content: string): Buffer {
    const data = deflateRawSync(content);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30, 'latin1');
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46, 'latin1');
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(local.length + data.length, 16);
    return Buffer.concat([local, data, entry, end]);
  }

  it('gives the files with their contents', () => {
    const files = vsixFiles(zipOf('extension/a.txt', 'some text'));
    expect([...files].map(([path, bytes]) => [path, bytes.toString()])).toEqual([
      ['extension/a.txt', 'some text'],
    ]);
  });

  it('fails for what is no zip, or a broken one', () => {
    expect(() => vsixFiles(Buffer.from('no zip at all'))).toThrow('no zip');
    const broken = zipOf('a', 'b');
    broken.writeUInt32LE(0, broken.length - 22 + 16);
    expect(() => vsixFiles(broken)).toThrow('broken');
  });
});

describe('the notes of a release', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-03-01\n\n### Added\n\n- More.\n\n## [1.1.0] - 2026-01-01\n\n';

  it('are the section of its version', () => {
    expect(releaseNotes('v1.2.0', '1.2.0', changelog)).toBe('### Added\n\n- More.');
  });

  it('are refused for a tag that is not the version, a missing section, one without a date, and an empty one', () => {
    expect(() => releaseNotes('v1.2.1', '1.2.0', changelog)).toThrow('package.json says 1.2.0');
    expect(() => releaseNotes('v1.3.0', '1.3.0', changelog)).toThrow('no section');
    expect(() => releaseNotes('v1.2.0', '1.2.0', changelog.replace(' - 2026-03-01', ''))).toThrow(
      'no section',
    );
    expect(() => releaseNotes('v1.1.0', '1.1.0', changelog)).toThrow('nothing about 1.1.0');
  });
});

describe('the changelog', () => {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');

  it('keeps a section for what is not released, and dates for what is', () => {
    const headings = [...changelog.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading!);
    expect(headings[0]).toBe('[Unreleased]');
    for (const heading of headings.slice(1)) expect(heading).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/);
  });

  it('has the six kinds of changes and no other', () => {
    const kinds = [...changelog.matchAll(/^### (.*)$/gm)].map(([, kind]) => kind!);
    expect(kinds.length).toBeGreaterThan(0);
    for (const kind of kinds)
      expect(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']).toContain(kind);
  });
});

interface Step {
  readonly run?: string;
  readonly uses?: string;
}

interface Job {
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe('the workflows', () => {
  const folder = join(root, '.github/workflows');
  const names = readdirSync(folder);
  const workflows: readonly (readonly [string, Workflow])[] = names.map((name) => [
    name,
    parse(readFileSync(join(folder, name), 'utf8'), { strict: true, uniqueKeys: true }),
  ]);
  const jobs = workflows.flatMap(([file, { jobs }]) =>
    Object.entries(jobs).map(([name, job]) => [`${file} ${name}`, job] as const),
  );
  const steps = jobs.flatMap(([where, job]) => (job.steps ?? []).map((step) => [where, step] as const));
  const runs = steps.flatMap(([where, { run }]) => (run ? [[where, run] as const] : []));

  it('check, publish, and look further every night', () => {
    expect(names.sort()).toEqual(['check.yml', 'nightly.yml', 'release.yml']);
    for (const [name, { on }] of workflows) expect(on, name).toBeTruthy();
  });

  it('run npm scripts and files that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const called = runs.flatMap(([, run]) => [...run.matchAll(/npm (?:run ([\w:]+)|(test))/g)]);
    expect(called.length).toBeGreaterThan(5);
    for (const [, script, test] of called) expect(Object.keys(scripts)).toContain(script ?? test);
    const files = runs.flatMap(([, run]) => [...run.matchAll(/node (scripts\/[\w.]+)/g)]);
    for (const [, file] of files)
      expect(readdirSync(join(root, 'scripts'))).toContain(file!.slice('scripts/'.length));
  });

  it('may read the repository and nothing else, but for the job that makes a release', () => {
    for (const [name, { permissions }] of workflows) expect(permissions, name).toEqual({ contents: 'read' });
    const allowed = jobs.filter(([, { permissions }]) => permissions).map(([where]) => where);
    expect(allowed).toEqual(['release.yml publish']);
  });

  it('pin every action by its major version', () => {
    const actions = steps.flatMap(([, { uses }]) => uses ?? []);
    expect(actions.length).toBeGreaterThan(5);
    for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  it('call no workflow and wait for no job that is not there', () => {
    for (const [file, { jobs }] of workflows) {
      for (const { needs = [], uses } of Object.values(jobs)) {
        for (const name of [needs].flat()) expect(Object.keys(jobs), file).toContain(name);
        if (uses) expect(names).toContain(uses.replace('./.github/workflows/', ''));
      }
    }
  });

  it('end by themselves', () => {
    const own = jobs.filter(([, { uses }]) => !uses);
    for (const [where, job] of own) expect(job['timeout-minutes'], where).toBeLessThanOrEqual(120);
  });

  it('run on the Node that the manifest asks for', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(engines.node).toBe('>=20');
    expect(readFileSync(join(folder, 'check.yml'), 'utf8')).toContain('node: [20, 22]');
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
