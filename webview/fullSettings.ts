import type { ExperimentSpec, Preset } from '../src/experiments/kit/experiment';
import type { ParamValues } from '../src/protocol/panelMessages';

/** Every setting of an experiment, where only some are named, as by a claim or a preset: the defaults for the rest. */
export function fullSettings(spec: ExperimentSpec, { params }: { readonly params?: object }): ParamValues {
  const defaults = Object.entries(spec.params).map(([name, param]) => [name, param.default] as const);
  return { ...Object.fromEntries(defaults), ...(params as ParamValues | undefined) };
}

/** The preset whose settings these are, to the last of them; `undefined`: none. */
export function chosenPreset(spec: ExperimentSpec, params: ParamValues): Preset | undefined {
  return spec.presets?.find((preset) =>
    Object.entries(fullSettings(spec, preset)).every(([name, value]) => params[name] === value),
  );
}
