import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import { engine, registerKernel, type Tensor, type TensorInfo, tensor } from '@tensorflow/tfjs-core';
import type { BlockBackend, FragmentProgram } from './blockBackend';
import { blockLayout } from './blockLayout';

export type { Tensor };

/** Lengths of the three axes that every tensor here has, `[matrices, rows, columns]`; values are row-major. */
export type Shape = readonly [number, number, number];

/** A tensor as a program's CPU version sees it. */
export interface Operand {
  readonly values: Float32Array;
  readonly shape: Shape;
}

type Numbers<Name extends string> = Readonly<Record<Name, number>>;

/** One operation in two versions: a fragment program for WebGL and a function for the CPU. */
export interface ProgramDefinition<Input extends string, Uniform extends string, Size extends string> {
  /** Unique among all programs, PascalCase. */
  readonly name: string;
  /** Names of the tensor inputs, PascalCase. */
  readonly inputs: readonly Input[];
  /** Names of `float` numbers that the caller gives; they may change from call to call without another compilation. */
  readonly uniforms: readonly Uniform[];
  /** Whole numbers that follow from the shapes, such as the bound of a loop; GLSL knows them as `int` of that name. Always the same names. */
  readonly sizes: (shapes: Readonly<Record<Input, Shape>>, uniforms: Numbers<Uniform>) => Numbers<Size>;
  readonly outputShape: (sizes: Numbers<Size>) => Shape;
  /**
   * What `glsl` computes at a time.
   * `block`: two rows by two columns, as a `vec4` (top left, top right, bottom left, bottom right):
   * `vec4 block(int matrix, int row, int column)`; `getXBlock(matrix, row, column)` reads the input `X`. Row and column count blocks:
   * element (r, c) is in block (r >> 1, c >> 1). Beyond an odd edge every block holds zeros. A product of matrices needs an eighth of
   * the reads this way, which is what its time goes into.
   * `element`: `float element(int matrix, int row, int column)`; `getX(matrix, row, column)` reads the input `X`.
   * In a long loop, work out places beforehand: `texture(X, placeOfX(matrix, row, column))` is `getXBlock`; the place of the next block
   * of rows is `stepOfX.x` to the right, that of the next block of columns in the same matrix `stepOfX.y` further down.
   * Shift, do not divide: software WebGL divides whole numbers one by one, which costs as much as several reads.
   */
  readonly unit: 'element' | 'block';
  /** The function named by `unit`, and what it calls. */
  readonly glsl: string;
  /** Fills `output`, zeros before. */
  readonly cpu: (
    inputs: Readonly<Record<Input, Operand>>,
    numbers: Numbers<Uniform | Size>,
    output: Float32Array,
  ) => void;
}

/** Runs a program on the current backend. The result is a new tensor, the caller's to dispose. */
export type Program<Input extends string, Uniform extends string> = (
  inputs: Readonly<Record<Input, Tensor>>,
  uniforms: Numbers<Uniform>,
) => Tensor;

interface Call {
  readonly inputs: Readonly<Record<string, TensorInfo>>;
  readonly attrs: Numbers<string>;
  readonly backend: unknown;
}

/** What a program with the unit `element` adds to be one of blocks. */
const BLOCK_OF_ELEMENTS = `
  vec4 block(int matrix, int row, int column) {
    int r = row << 1;
    int c = column << 1;
    return vec4(element(matrix, r, c), element(matrix, r, c + 1), element(matrix, r + 1, c), element(matrix, r + 1, c + 1));
  }`;

/** Whole numbers are divided in floating point, as most GPUs divide them slowly; with less than four million lines it is exact. */
function mainOf(assignments: string): string {
  return `
  void main() {
    ${assignments}
    ivec2 at = ivec2(gl_FragCoord.xy);
    int matrix = int((float(at.y) + 0.5) / float(columnPairsOfResult));
    int column = at.y - matrix * columnPairsOfResult;
    result = block(matrix, at.x, column);
    if (2 * at.x + 1 >= rowsOfResult) result.zw = vec2(0.0);
    if (2 * column + 1 >= columnsOfResult) result.yw = vec2(0.0);
  }`;
}

/** `texture` and not `texelFetch`: on software WebGL a product of matrices takes three quarters of the time with it. */
function blockReaderOf(input: string): string {
  return `
  vec2 placeOf${input}(int matrix, int row, int column) {
    return (vec2(row, matrix * columnPairsOf${input} + column) + 0.5) * stepOf${input};
  }
  vec4 get${input}Block(int matrix, int row, int column) {
    return texture(${input}, placeOf${input}(matrix, row, column));
  }`;
}

function elementReaderOf(input: string): string {
  return `
  float get${input}(int matrix, int row, int column) {
    vec4 pairs = get${input}Block(matrix, row >> 1, column >> 1);
    vec2 pair = (row & 1) == 0 ? pairs.xy : pairs.zw;
    return (column & 1) == 0 ? pair.x : pair.y;
  }`;
}

/** A program whose names only its own definition knows. */
type AnyDefinition = ProgramDefinition<string, string, string>;

function shapeOf(info: TensorInfo): Shape {
  return info.shape as [number, number, number];
}

/** Object with the same keys and mapped values. */
function mapValues<A, B>(source: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(source).map(([key, value]) => [key, map(value)]));
}

/** Names of the sizes in their order, which is the same whatever the shapes. */
function sizeNames({ inputs, uniforms, sizes }: AnyDefinition): readonly string[] {
  const shapes = Object.fromEntries(inputs.map((name) => [name, [1, 1, 1] as const]));
  return Object.keys(sizes(shapes, Object.fromEntries(uniforms.map((name) => [name, 1]))));
}

/** Names of the whole numbers that a fragment program is given, in order. */
function intNames(definition: AnyDefinition): readonly string[] {
  const ofInputs = definition.inputs.map((name) => `columnPairsOf${name}`);
  return [...sizeNames(definition), 'rowsOfResult', 'columnsOfResult', 'columnPairsOfResult', ...ofInputs];
}

/** The whole shader. The numbers come as two arrays, one call each, and are spread into variables of their names. */
function sourceOf(definition: AnyDefinition): string {
  const { inputs, uniforms, unit, glsl } = definition;
  const ints = intNames(definition);
  const floatCount = uniforms.length + 2 * inputs.length;
  const assignments = [
    ...ints.map((name, at) => `${name} = ints[${at}];`),
    ...uniforms.map((name, at) => `${name} = floats[${at}];`),
    ...inputs.map((name, input) => {
      const at = uniforms.length + 2 * input;
      return `stepOf${name} = vec2(floats[${at}], floats[${at + 1}]);`;
    }),
  ];
  return `#version 300 es
  precision highp float;
  precision highp int;
  precision highp sampler2D;
  uniform int ints[${ints.length}];
  ${floatCount > 0 ? `uniform float floats[${floatCount}];` : ''}
  ${inputs.map((name) => `uniform sampler2D ${name}; vec2 stepOf${name};`).join('\n')}
  ${ints.map((name) => `int ${name};`).join('\n')}
  ${uniforms.map((name) => `float ${name};`).join('\n')}
  out vec4 result;
  ${inputs.map(blockReaderOf).join('\n')}
  ${unit === 'element' ? inputs.map(elementReaderOf).join('\n') : ''}
  ${glsl}
  ${unit === 'element' ? BLOCK_OF_ELEMENTS : ''}
  ${mainOf(assignments.join('\n'))}`;
}

function runOnWebgl(definition: AnyDefinition, program: FragmentProgram, call: Call): TensorInfo {
  const operands = definition.inputs.map((name) => call.inputs[name]!);
  const sizes = definition.sizes(mapValues(call.inputs, shapeOf), call.attrs);
  const shape = definition.outputShape(sizes);
  const layouts = operands.map((operand) => blockLayout(shapeOf(operand)));
  const { columnPairs } = blockLayout(shape);
  const columnPairsOfInputs = layouts.map((layout) => layout.columnPairs);
  const steps = layouts.flatMap(({ width, height }) => [1 / width, 1 / height]);
  const numbers = {
    ints: Int32Array.from([...Object.values(sizes), shape[1], shape[2], columnPairs, ...columnPairsOfInputs]),
    floats: Float32Array.from([...definition.uniforms.map((name) => call.attrs[name]!), ...steps]),
  };
  return (call.backend as BlockBackend).run(program, operands, numbers, shape);
}

function runOnCpu(definition: AnyDefinition, { inputs, attrs, backend }: Call): TensorInfo {
  const cpu = backend as MathBackendCPU;
  const sizes = definition.sizes(mapValues(inputs, shapeOf), attrs);
  const shape = definition.outputShape(sizes);
  const output = new Float32Array(shape[0] * shape[1] * shape[2]);
  const operands = mapValues(inputs, (info) => ({
    values: cpu.data.get(info.dataId).values as Float32Array,
    shape: shapeOf(info),
  }));
  definition.cpu(operands, { ...attrs, ...sizes }, output);
  return cpu.makeTensorInfo([...shape], 'float32', output);
}

/**
 * Declares an operation once for both backends; registers it with tfjs under its name. Derivatives are programs of their own:
 * tfjs' automatic differentiation does not know them.
 */
export function defineProgram<const I extends string, const U extends string, const S extends string>(
  definition: ProgramDefinition<I, U, S>,
): Program<I, U> {
  const kernelName = definition.name;
  const plain = definition as unknown as AnyDefinition;
  const { inputs } = plain;
  const program = { name: kernelName, inputs, source: sourceOf(plain) };
  // tfjs types a kernel's inputs and attributes more loosely than this module lets them be.
  const onWebgl = ((call: Call) => runOnWebgl(plain, program, call)) as never;
  const onCpu = ((call: Call) => runOnCpu(plain, call)) as never;
  registerKernel({ kernelName, backendName: 'webgl', kernelFunc: onWebgl });
  registerKernel({ kernelName, backendName: 'cpu', kernelFunc: onCpu });
  return (tensors, uniforms) => engine().runKernel(kernelName, { ...tensors }, { ...uniforms });
}

/** A new tensor with these values, which must not be changed afterwards; the caller's to dispose. */
export function upload(values: Float32Array, shape: Shape): Tensor {
  return tensor(values, [...shape], 'float32');
}

/**
 * The values of a tensor, row-major. Waits for the backend: in a worker that blocks nobody, and it is eight times as fast as asking
 * for a promise (1.1 instead of 9 ms for 10,000 numbers on software WebGL). The array must not be changed.
 */
export function download(source: Tensor): Float32Array {
  return source.dataSync<'float32'>();
}

/** How many tensors exist; for the tests that look for leaks. */
export function countTensors(): number {
  return engine().state.numTensors;
}
