import type { DemoBlock, DemoEntry, Note } from '../notes/note';
import { contains, type Position, type Range } from '../text';
import { demoKeys, experimentOf } from './demoBlock';
import type { RunnableExperiment, RunnableParam } from './runnableExperiment';

/** What a name in a `demo` block, or in the property `demos`, stands for. */
export type DemoHelp = { readonly range: Range } & (
  | {
      readonly kind: 'experiment';
      readonly experiment: RunnableExperiment;
      /** `undefined` in the properties. */
      readonly block: DemoBlock | undefined;
    }
  | { readonly kind: 'param'; readonly name: string; readonly param: RunnableParam }
  | { readonly kind: 'key'; readonly key: (typeof demoKeys)[number] }
);

/** What stands at a position, if it is the name of an experiment, a setting or a key; `undefined` elsewhere. */
export function demoHelpAt(
  note: Note,
  position: Position,
  experiments: readonly RunnableExperiment[],
): DemoHelp | undefined {
  const block = note.demoBlocks.find(({ range }) => contains(range, position));
  return block ? helpInBlock(block, position, experiments) : helpInProperty(note, position, experiments);
}

function helpInBlock(
  block: DemoBlock,
  position: Position,
  experiments: readonly RunnableExperiment[],
): DemoHelp | undefined {
  const entry = block.entries.find(
    ({ nameRange, valueRange }) => contains(nameRange, position) || contains(valueRange, position),
  );
  if (!entry) return undefined;
  const experiment = experimentOf(block, experiments);
  const { name, nameRange, valueRange } = entry;
  const key = demoKeys.find((other) => other === name);
  if (contains(nameRange, position))
    return key ? { kind: 'key', key, range: nameRange } : paramHelp(name, nameRange, experiment);
  if (key === 'experiment' && experiment) return { kind: 'experiment', experiment, block, range: valueRange };
  return key === 'sweep' ? sweptHelp(entry, position, experiment) : undefined;
}

/** The setting that a sweep is about. */
function sweptHelp(
  { value, valueRange: { start } }: DemoEntry,
  position: Position,
  experiment: RunnableExperiment | undefined,
): DemoHelp | undefined {
  const name = /^\S*/.exec(value)?.[0] ?? '';
  const range = { start, end: { line: start.line, column: start.column + name.length } };
  return contains(range, position) ? paramHelp(name, range, experiment) : undefined;
}

function paramHelp(
  name: string,
  range: Range,
  experiment: RunnableExperiment | undefined,
): DemoHelp | undefined {
  const params = experiment?.params ?? {};
  const param = Object.hasOwn(params, name) ? params[name] : undefined;
  return param && { kind: 'param', name, param, range };
}

function helpInProperty(
  { properties }: Note,
  position: Position,
  experiments: readonly RunnableExperiment[],
): DemoHelp | undefined {
  const names = properties.demos?.offers.flatMap(({ demos }) => demos) ?? [];
  const name = names.find(({ range }) => contains(range, position));
  const experiment = experiments.find(({ id }) => id === name?.text);
  return name && experiment && { kind: 'experiment', experiment, block: undefined, range: name.range };
}
