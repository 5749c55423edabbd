import { describe, expect, it } from 'vitest';
import { findSpec } from '../../src/experiments/specs.gen';
import { isViewMessage } from '../../src/protocol/checkPanelMessages';
import type { ViewMessage } from '../../src/protocol/panelMessages';
import { checkExport } from '../../src/vscode/experimentPanel/exportOrder';
import { Exporter, type ExportRequest } from '../../webview/export/exporter';
import { fullSettings } from '../../webview/fullSettings';
import { stringsFor } from '../../webview/strings';
import { deriveTheme } from '../../webview/theme';
import { allElements, parseXml } from '../kit/xml';

const spec = findSpec('weight-decay')!;
const declaration = spec.views[0]!;

const origin = { uri: 'file:///n.md', noteTitle: 'N', anchorText: 'A', line: 3 };
const claim = { text: 'A $x$', measured: '0,3', bound: '≥ 0', verdict: 'holds' } as const;

/** Saves what a view has to show, and gives what came of it. */
async function save(format: ExportRequest['format'], shown: Partial<ExportRequest['view']>, hasRun = true) {
  const posted: ViewMessage[] = [];
  const problems: string[] = [];
  const exporter = new Exporter('de', stringsFor('de'), {
    run: () => (hasRun ? { spec, params: fullSettings(spec, {}), seed: 7 } : undefined),
    origin: () => origin,
    claims: () => [claim],
    noteFormat: 'svg',
    post: (message) => posted.push(message),
    onProblem: (sentence) => problems.push(sentence),
  });
  const view = { picture: () => undefined, data: () => undefined, keyItems: () => [], ...shown };
  const theme = deriveTheme('light', () => '');
  await exporter.export({
    declaration,
    view: view as unknown as ExportRequest['view'],
    format,
    step: 40,
    theme,
  } as ExportRequest);
  return { posted, problems };
}

describe('saving a picture', () => {
  const picture = () => ({ width: 600, height: 100, svg: '<path d="M0,0"/>' });

  it('posts the numbers under a name that the host takes', async () => {
    const { posted, problems } = await save('csv', { data: () => ({ headings: ['a'], rows: [[1]] }) });
    const message = posted[0];
    expect(problems).toEqual([]);
    expect(message).toMatchObject({ type: 'exportRequested', format: 'csv', content: 'a\r\n1\r\n' });
    expect(message?.type === 'exportRequested' && message.fileName).toBe(
      `weight-decay-${declaration?.id}-seed7.csv`,
    );
    expect(message?.type === 'exportRequested' && checkExport(message)).toHaveProperty('bytes');
  });

  it('says on the picture how it can be made again', async () => {
    const { posted } = await save('svg', { picture });
    const message = posted[0];
    const content = message?.type === 'exportRequested' ? message.content : '';
    const texts = allElements(parseXml(content))
      .filter(({ name }) => name === 'text')
      .map(({ text }) => text);
    const foot = texts
      .slice(
        texts.findIndex((text) => text.startsWith('Lecture Lab, weight-decay, Startwert 7, Schritt 40:')),
      )
      .join(' ');
    for (const param of Object.values(spec.params)) expect(foot).toContain(param.label.de.replace(/\$/g, ''));
  });

  it.each([
    ['csv', true],
    ['svg', true],
    ['csv', false],
  ] as const)('says why nothing comes of it while there is nothing (%s, run: %s)', async (format, hasRun) => {
    const { posted, problems } = await save(format, {}, hasRun);
    expect(posted).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('noch leer');
  });

  it('posts for the note what the run came to, with a picture that the host takes', async () => {
    const { posted, problems } = await save('note', { picture });
    const [message] = posted;
    expect(problems).toEqual([]);
    expect(message).toMatchObject({
      type: 'insertRequested',
      experimentId: 'weight-decay',
      title: 'Weight Decay (L₂-Regularisierung)',
      claims: [claim],
      params: fullSettings(spec, {}),
      seed: 7,
      step: 40,
      fileName: `weight-decay-${declaration.id}-seed7.svg`,
      origin,
    });
    expect(isViewMessage(message)).toBe(true);
    expect(message?.type === 'insertRequested' && checkExport(message)).toHaveProperty('bytes');
  });

  it('tells what failed', async () => {
    const { posted, problems } = await save('svg', {
      picture: () => {
        throw new Error('kein Platz');
      },
    });
    expect(posted).toEqual([]);
    expect(problems[0]).toContain('kein Platz');
  });
});
