import { describe, expect, it } from 'vitest';
import { type DemoCompletion, demoCompletions, demoContextAt } from '../../src/core/features/demoCompletion';
import { demoHelpAt } from '../../src/core/features/demoHelp';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { experiments } from '../kit/experiments';
import { marked } from '../kit/markedText';

function offered(source: string): readonly DemoCompletion[] {
  const { text, cursor } = marked(source);
  const context = demoContextAt(parseNote(text), new TextLines(text), cursor);
  return context ? demoCompletions(context, experiments, 'de') : [];
}

const labels = (source: string) => offered(source).map(({ label }) => label);

/** The text with the completion of that label inserted, its snippet places as they are. */
function inserted(source: string, label: string): string {
  const { text, cursor } = marked(source);
  const lines = new TextLines(text);
  const context = demoContextAt(parseNote(text), lines, cursor);
  const item = offered(source).find((one) => one.label === label);
  if (!context || !item) throw new Error(`${label} is not offered in ${source}.`);
  const { start, end } = context.range;
  return text.slice(0, lines.offsetAt(start)) + item.snippet + text.slice(lines.offsetAt(end));
}

const ids = ['dropout', 'bagging'];

describe('In a demo block completion offers', () => {
  it.each([
    ['all experiments', '```demo\nexperiment: ¦\n```', ids],
    ['them while one is typed', '```demo\nexperiment: dr¦op\n```', ids],
    ['them in quotes', '> ```demo\n> experiment: "b¦"\n> ```', ids],
    ['the first key', '```demo\n¦\n```', ['experiment', 'seed']],
    ['it in a block that is never closed', '```demo\n¦', ['experiment', 'seed']],
    [
      'the keys that are missing, and the one that is being typed',
      '```demo\nexperiment: dropout\nwidth: 7\nseed¦: 3\n```',
      ['hiddenRate', 'learningRate', 'activation', 'scaling', 'seed', 'sweep'],
    ],
    ['no sweep where there are no numbers', '```demo\nexperiment: bagging\ns¦\n```', ['seed']],
    ['values of a choice', '```demo\nexperiment: dropout\nactivation: t¦\n```', ['relu', 'tanh']],
    ['values of a switch', '- ```demo\n  experiment: dropout\n  scaling: ¦\n  ```', ['true', 'false']],
    [
      'numbers to sweep, with their ranges',
      '```demo\nexperiment: dropout\nsweep: ¦\n```',
      ['hiddenRate 0..0.9', 'width 4..512', 'learningRate 0.001..1000'],
    ],
  ])('%s', (_name, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  it.each([
    ['a number', '```demo\nexperiment: dropout\nwidth: ¦\n```'],
    ['a comment', '```demo\nexperiment: dropout\n# see¦\n```'],
    ['the values of a sweep', '```demo\nexperiment: dropout\nsweep: width 1¦\n```'],
    ['an unknown parameter', '```demo\nexperiment: dropout\nx: ¦\n```'],
    ['the closing fence', '```demo\nexperiment: dropout\n```¦'],
    ['the line behind it', '```demo\nexperiment: dropout\n```\n¦'],
    ['other code', '```yaml\nexperiment: ¦\n```'],
    ['prose', 'experiment: ¦'],
  ])('nothing in %s', (_name, source) => {
    expect(labels(source)).toEqual([]);
  });

  it.each([
    [
      '```demo\nexperiment: dropout\nhid¦\n```',
      'hiddenRate',
      '```demo\nexperiment: dropout\nhiddenRate: 0.5\n```',
    ],
    [
      '> ```demo\n> experiment: dropout\n> ¦\n> ```',
      'scaling',
      '> ```demo\n> experiment: dropout\n> scaling: true\n> ```',
    ],
    [
      '```demo\nexperiment: dropout\nhid¦Rate: 1\n```',
      'hiddenRate',
      '```demo\nexperiment: dropout\nhiddenRate: 1\n```',
    ],
    ['```demo\nexperiment:¦\n```', 'bagging', '```demo\nexperiment: bagging\n```'],
    ['```demo\nexperiment: dro¦pp # so\n```', 'dropout', '```demo\nexperiment: dropout # so\n```'],
    [
      '```demo\nexperiment: dropout\nsweep: w¦\n```',
      'width 4..512',
      `\`\`\`demo\nexperiment: dropout\nsweep: width \${1:4}..\${2:512}\n\`\`\``,
    ],
    [
      '```demo\nexperiment: dropout\nsweep: w¦ 16..32\n```',
      'width 4..512',
      '```demo\nexperiment: dropout\nsweep: width 16..32\n```',
    ],
  ])('what is written so: %j', (source, label, expected) => {
    expect(inserted(source, label)).toBe(expected);
  });

  it('what people call it', () => {
    expect(offered('```demo\nexperiment: ¦\n```')[0]).toMatchObject({
      title: 'Dropout im Netz',
      help: 'Masks (de)',
    });
    expect(
      offered('```demo\nexperiment: dropout\nw¦\n```').find(({ label }) => label === 'width'),
    ).toMatchObject({
      title: 'Breite',
      help: 'More units (de)',
    });
  });
});

describe('Behind the marks of a fence completion offers a block', () => {
  const choice = `experiment: \${1|dropout,bagging|}`;
  it.each([
    ['at the start of a line', 'Text\n\n```¦\n', `Text\n\n\`\`\`demo\n${choice}\n$0\n\`\`\`\n`],
    ['where it is begun', '~~~~ de¦', `~~~~ demo\n${choice}\n$0\n~~~~`],
    ['in a quote', '> Text\n> ```¦', `> Text\n> \`\`\`demo\n> ${choice}\n> $0\n> \`\`\``],
    ['in a list', '- ```¦', `- \`\`\`demo\n  ${choice}\n  $0\n  \`\`\``],
    ['that is closed and empty', '```¦\n\n```\n', `\`\`\`demo\n${choice}\n\n\`\`\`\n`],
    [
      'before other code',
      '```¦\n\n```js\na\n```\n',
      `\`\`\`demo\n${choice}\n$0\n\`\`\`\n\n\`\`\`js\na\n\`\`\`\n`,
    ],
  ])('%s', (_name, source, expected) => {
    expect(inserted(source, 'demo')).toBe(expected);
  });

  it.each(['```js\na\n```¦', '```js\n~~~¦\n```', '```demo¦\n```', '```¦ js\n```', 'a ```¦'])(
    'not in %j',
    (source) => {
      expect(labels(source)).toEqual([]);
    },
  );
});

describe('In the property demos completion offers experiments', () => {
  it.each([
    '---\ndemos: ¦\n---\n',
    '---\ndemos: dr¦\n---\n',
    '---\ndemos: [dropout, b¦]\n---\n',
    '---\ntags: [a]\ndemos:\n  - dropout\n  - ¦\n---\n',
    '---\ndemos:\n- Bagging & Dropout: ¦\n---\n',
    '---\ndemos:\n  "Bagging & Dropout": [bagging, ¦]\n---\n',
    '---\ndemos: { Teil: ¦ }\n---\n',
  ])('in %j', (source) => {
    expect(labels(source)).toEqual(ids);
  });

  it.each(['---\ntags: ¦\n---\n', '---\ndemos: x\ntags:\n- ¦\n---\n', '---\na: b\n---\ndemos: ¦'])(
    'and not in %j',
    (source) => {
      expect(labels(source)).toEqual([]);
    },
  );

  it('and replaces what is typed', () => {
    expect(inserted('---\ndemos: [dr¦op, bagging]\n---\n', 'dropout')).toBe(
      '---\ndemos: [dropout, bagging]\n---\n',
    );
  });
});

describe('Help', () => {
  function help(source: string): string | undefined {
    const { text, cursor, ranges } = marked(source);
    const found = demoHelpAt(parseNote(text), cursor, experiments);
    if (found) expect(found.range).toEqual(ranges[0]);
    switch (found?.kind) {
      case 'experiment':
        return `${found.experiment.id}${found.block ? ' of a block' : ''}`;
      case 'param':
        return found.param.label.en;
      case 'key':
        return `key ${found.key}`;
    }
    return undefined;
  }

  it.each([
    ['an experiment', '```demo\nexperiment: ⟦drop¦out⟧\n```', 'dropout of a block'],
    ['one in the properties', '---\ndemos: [a, "⟦bag¦ging⟧"]\n---\n', 'bagging'],
    ['a parameter', '> ```demo\n> experiment: dropout\n> ⟦¦width⟧: 7\n> ```', 'Width'],
    ['a parameter that is swept', '```demo\nexperiment: dropout\nsweep: ⟦wid¦th⟧ 8..16\n```', 'Width'],
    ['a key', '```demo\n⟦sweep¦⟧: x\n```', 'key sweep'],
    ['no value', '```demo\nexperiment: dropout\nwidth: 1¦7\n```', undefined],
    ['nothing unknown', '```demo\nexperiment: droopt\nwi¦dth: 17\n```', undefined],
    ['no prose', 'drop¦out', undefined],
  ])('is there for %s', (_name, source, expected) => {
    expect(help(source)).toBe(expected);
  });
});
