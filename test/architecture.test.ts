import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import configuration from '../.dependency-cruiser.mjs';

const root = resolve(__dirname, '..');

/** Cruises the tree below `baseDir`; returns each violation as `rule: file`. */
async function violations(baseDir: string): Promise<readonly string[]> {
  const { forbidden = [], options } = configuration;
  const { output } = await cruise(
    ['src', 'webview', 'test', 'bench'],
    { ...options, baseDir, validate: true, ruleSet: { forbidden } },
    { symlinks: false },
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

/** For each rule files that break it, path and contents: the rule must report every one of them. */
const breaches: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'core-is-pure': {
    'src/core/readsFiles.ts': "import { readFileSync } from 'node:fs'; export const read = readFileSync;",
    'src/core/knowsExperiments.ts': "export { light } from '../experiments/light/spec';",
    'src/core/draws.ts': "import uPlot from 'uplot'; export const plot = uPlot;",
  },
  'glossary-is-data': {
    'src/glossary/terms.ts': "export { position } from '../core/text';",
  },
  'protocol-depends-on-nothing': {
    'src/protocol/messages.ts': "export type { Light } from '../experiments/light/spec';",
  },
  'experiments-stand-alone': {
    'src/experiments/nosy/run.ts': "export { position } from '../../core/text';",
  },
  'own-experiments-are-read-anywhere': {
    'src/ownExperiments/nosy.ts': "export { position } from '../core/text';",
    'src/ownExperiments/trains.ts': "export { tensor } from '../experiments/kit/tensor/tensor';",
  },
  'figures-stand-alone': {
    'src/figures/nosy.ts': "export { position } from '../core/text';",
    'src/figures/trains.ts': "export { tensor } from '../experiments/kit/tensor/tensor';",
  },
  'files-need-core-only': {
    'src/export/readsFiles.ts': "import { readFileSync } from 'node:fs'; export const read = readFileSync;",
    'src/export/knowsTerms.ts': "export { terms } from '../glossary/terms';",
  },
  'experiment-does-not-import-another': {
    'src/experiments/copycat/run.ts': "export { light } from '../light/spec';",
  },
  'kit-knows-no-experiment': {
    'src/experiments/kit/favours.ts': "export { light } from '../light/spec';",
  },
  'spec-stays-light': {
    'src/experiments/heavy/spec.ts': "export { helper } from './helper';",
  },
  'host-never-loads-runners': {
    'src/vscode/trains.ts': "export { helper } from '../experiments/heavy/helper';",
    'src/extension.ts': "export { tensor } from './experiments/kit/tensor/tensor';",
  },
  'specs-come-late': {
    'src/vscode/eager.ts': "export { specs } from '../experiments/specs.gen';",
    'webview/eager.ts': "export { light } from '../src/experiments/light/spec';",
  },
  'command-line-needs-core-only': {
    'src/cli/draws.ts': "import uPlot from 'uplot'; export const plot = uPlot;",
    'src/cli/runs.ts': "export { helper } from '../experiments/heavy/helper';",
    'src/cli/shows.ts': "export { title } from '../vscode/title';",
  },
  'nothing-imports-the-command-line': {
    'src/core/counts.ts': "export { report } from '../cli/report';",
    'src/vscode/counts.ts': "export { report } from '../cli/report';",
  },
  'page-never-trains': {
    'webview/main.ts': "export { helper } from '../src/experiments/heavy/helper';",
  },
  'no-vscode-outside-adaptors': {
    'src/core/editor.ts': "import { window } from 'vscode'; export const editor = window;",
    'src/core/editorType.ts': "import type { Uri } from 'vscode'; export type Place = Uri;",
    'webview/host.ts': "import { window } from 'vscode'; export const editor = window;",
  },
  'webview-sees-protocol-and-experiments': {
    'webview/views/notes.ts': "export { position } from '../../src/core/text';",
  },
  'preview-script-stays-small': {
    'webview/preview/asks.ts': "export { host } from '../labHost';",
    'webview/preview/shows.ts': "export { light } from '../../src/experiments/light/spec';",
  },
  'tensorflow-in-one-folder': {
    'src/experiments/light/run.ts':
      "import { tensor } from '@tensorflow/tfjs-core'; export const run = tensor;",
  },
  'toolkit-in-one-file': {
    'webview/views/button.ts':
      "import { Button } from '@vscode/webview-ui-toolkit'; export const button = Button;",
  },
  'nothing-imports-tests': {
    'webview/fixture.ts': "export { fixture } from '../test/fixture';",
  },
  'no-cycles': {
    'src/core/egg.ts': "import type { Hen } from './hen'; export interface Egg { readonly from: Hen }",
  },
};

/** Files that the breaches import and that no rule reports. */
const bystanders: Readonly<Record<string, string>> = {
  'src/core/text.ts': 'export const position = 0;',
  'src/cli/report.ts': "import { readFileSync } from 'node:fs'; export const report = readFileSync;",
  'src/vscode/title.ts': "export const title = '';",
  'bench/measures.ts': "export { report } from '../src/cli/report';",
  // A cycle is reported once, at the file of it that is met first.
  'src/core/hen.ts': "import type { Egg } from './egg'; export interface Hen { readonly from: Egg }",
  'src/experiments/heavy/helper.ts': "export { run } from './run';",
  'src/experiments/heavy/run.ts': 'export const run = 1;',
  'src/experiments/specs.gen.ts': "export { light as specs } from './light/spec';",
  'src/vscode/late.ts': "export const late = () => import('../experiments/specs.gen');",
  'src/experiments/light/spec.ts': 'export const light = 1; export interface Light { readonly id: string }',
  'src/experiments/kit/tensor/tensor.ts': "export { tensor } from '@tensorflow/tfjs-core';",
  'webview/labHost.ts': 'export const host = 1;',
  'webview/controls/toolkit.ts': "export { Button } from '@vscode/webview-ui-toolkit';",
  'test/fixture.ts': 'export const fixture = 1;',
};

/** Writes a small project into a temporary folder; packages are those of this project. */
function writeTree(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-architecture-'));
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

describe('the dependency rules', () => {
  const tree = writeTree(Object.assign({}, bystanders, ...Object.values(breaches)));
  const reported = violations(tree);
  afterAll(() => rmSync(tree, { recursive: true }));

  it('hold in this project', async () => {
    expect(await violations(root)).toEqual([]);
  });

  it('each have a breach below that proves them', () => {
    expect(Object.keys(breaches)).toEqual(configuration.forbidden?.map(({ name }) => name));
  });

  it.each(Object.entries(breaches))('%s is reported when broken', async (rule, files) => {
    const expected = Object.keys(files).map((file) => `${rule}: ${file}`);
    expect(await reported).toEqual(expect.arrayContaining(expected));
  });

  it('report nobody else', async () => {
    const accused = (await reported).map((violation) => violation.split(': ')[1]);
    expect(accused.filter((file) => file !== undefined && file in bystanders)).toEqual([]);
  });
});
