import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { engine, registerKernel, type Tensor, type TensorInfo, tensor } from '@tensorflow/tfjs-core';

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
  /** Whole numbers that follow from the shapes, such as the bound of a loop; GLSL knows them as `int` of that name. */
  readonly sizes: (shapes: Readonly<Record<Input, Shape>>, uniforms: Numbers<Uniform>) => Numbers<Size>;
  readonly outputShape: (sizes: Numbers<Size>) => Shape;
  /**
   * What one run of the fragment program computes.
   * `element`: `float element(int matrix, int row, int column)`; `getX(matrix, row, column)` reads the input `X`.
   * `block`: two rows by two columns, as a `vec4` (top left, top right, bottom left, bottom right):
   * `vec4 block(int matrix, int row, int column)`; `getXBlock(matrix, row, column)` reads the input `X`, where row and column count
   * blocks: element (r, c) is in block (r / 2, c / 2). Beyond an odd edge every block holds zeros. A product of matrices needs an
   * eighth of the reads this way, which is what its time goes into. A tensor should see one kind only: changing it costs a draw.
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

const ELEMENT_MAIN = `
  void main() {
    ivec3 at = getOutputCoords();
    setOutput(element(at.x, at.y, at.z));
  }`;

const BLOCK_MAIN = `
  void main() {
    ivec3 at = getOutputCoords();
    vec4 result = block(at.x, at.y, at.z);
    if (at.y + 1 >= outShape.y) result.zw = vec2(0.0);
    if (at.z + 1 >= outShape.z) result.yw = vec2(0.0);
    setOutput(result);
  }`;

/**
 * Reads a block by its place in the texture, which holds the blocks row by row. The division is done in floating point, as whole
 * numbers are divided slowly by most GPUs; with less than four million blocks it is exact.
 */
function blockReader(input: string): string {
  return `
  vec4 get${input}Block(int matrix, int row, int column) {
    int index = (matrix * blocksOf${input}.x + row) * blocksOf${input}.y + column;
    int width = (${input}TexShape.y + 1) / 2;
    int line = int((float(index) + 0.5) / float(width));
    return texelFetch(${input}, ivec2(index - line * width, line), 0);
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

function glslOf({ unit, inputs, glsl }: AnyDefinition): string {
  if (unit === 'element') return glsl + ELEMENT_MAIN;
  return [...inputs.map(blockReader), glsl, BLOCK_MAIN].join('\n');
}

/** The numbers that GLSL knows by name, with their values for this call. */
function numbersOf(definition: AnyDefinition, sizes: Numbers<string>, { inputs, attrs }: Call) {
  const number = (type: 'float' | 'int') => (name: string) => ({
    name,
    type,
    value: [{ ...attrs, ...sizes }[name]!],
  });
  const blockCounts = definition.inputs.map((name) => {
    const [, rows, columns] = shapeOf(inputs[name]!);
    return {
      name: `blocksOf${name}`,
      type: 'ivec2' as const,
      value: [Math.ceil(rows / 2), Math.ceil(columns / 2)],
    };
  });
  return [
    ...definition.uniforms.map(number('float')),
    ...Object.keys(sizes).map(number('int')),
    ...(definition.unit === 'block' ? blockCounts : []),
  ];
}

function runOnWebgl(definition: AnyDefinition, userCode: string, call: Call): TensorInfo {
  const sizes = definition.sizes(mapValues(call.inputs, shapeOf), call.attrs);
  const numbers = numbersOf(definition, sizes, call);
  const program = {
    variableNames: [...definition.inputs],
    outputShape: [...definition.outputShape(sizes)],
    userCode,
    packedInputs: definition.unit === 'block',
    packedOutput: definition.unit === 'block',
    enableShapeUniforms: true,
    customUniforms: numbers,
  };
  const operands = definition.inputs.map((name) => call.inputs[name]!);
  const values = numbers.map(({ value }) => value);
  return (call.backend as MathBackendWebGL).runWebGLProgram(program, operands, 'float32', values);
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
  const glsl = glslOf(plain);
  // tfjs types a kernel's inputs and attributes more loosely than this module lets them be.
  const onWebgl = ((call: Call) => runOnWebgl(plain, glsl, call)) as never;
  const onCpu = ((call: Call) => runOnCpu(plain, call)) as never;
  registerKernel({ kernelName, backendName: 'webgl', kernelFunc: onWebgl });
  registerKernel({ kernelName, backendName: 'cpu', kernelFunc: onCpu });
  return (inputs, uniforms) => engine().runKernel(kernelName, { ...inputs }, { ...uniforms });
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
