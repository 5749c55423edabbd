import { type GPGPUContext, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type BlockLayout, blockLayout, packBlocks, unpackBlocks } from './blockLayout';

/** A fragment program that computes one texel of its output from other tensors' texels. */
export interface FragmentProgram {
  /** Unique among all programs. */
  readonly name: string;
  /** Names of its samplers, in the order in which the inputs are given. */
  readonly inputs: readonly string[];
  /** The whole shader. */
  readonly source: string;
}

/** What a program is given with a call, besides its inputs. */
export interface ProgramNumbers {
  /** For the uniform array `ints`. */
  readonly ints: Int32Array;
  /** For the uniform array `floats`. */
  readonly floats: Float32Array;
}

/** A program on the graphics card. */
interface Compiled {
  readonly program: WebGLProgram;
  readonly locations: Readonly<Record<keyof ProgramNumbers, WebGLUniformLocation | null>>;
  /** What the uniforms hold. */
  ints: Int32Array;
  floats: Float32Array;
}

/** What tfjs knows of a tensor on this backend, as far as it is used here. */
interface Stored {
  readonly shape: readonly number[];
  values: Float32Array | null;
  texture: { readonly texture: WebGLTexture } | null;
  texShape: [number, number];
  isPacked: boolean;
  usage: number | null;
}

/** A member of tfjs' class that its types keep to itself. */
interface TextureStore {
  acquireTexture(
    texShape: [number, number],
    usage: null,
    dtype: 'float32',
    isPacked: true,
  ): Stored['texture'];
}

/** One triangle that covers everything, without a buffer of corners. */
const VERTEX_SHADER = `#version 300 es
  void main() {
    gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
  }`;

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/**
 * The WebGL backend of tfjs with tensors in blocks (`blockLayout.ts`) and programs that are ours from the first line to the last:
 * tfjs writes a shader for each combination of shapes, and spends longer on a call than a small program takes. What tfjs keeps doing is
 * to count tensors and to keep and reuse their textures. Its own operations do not know the blocks and must not be used on them.
 */
export class BlockBackend extends MathBackendWebGL {
  readonly #gl: WebGL2RenderingContext;
  readonly #framebuffer: WebGLFramebuffer;
  readonly #compiled = new Map<string, Compiled>();

  constructor(context: GPGPUContext) {
    super(context);
    this.#gl = context.gl as WebGL2RenderingContext;
    this.#framebuffer = this.#gl.createFramebuffer();
  }

  /** Draws a new tensor, the caller's to dispose. */
  run(
    program: FragmentProgram,
    inputs: readonly TensorInfo[],
    numbers: ProgramNumbers,
    shape: readonly [number, number, number],
  ): TensorInfo {
    // First, as nothing is made yet if it does not compile.
    this.#use(program, numbers);
    const textures = inputs.map((input) => this.#textureOf(input));
    const layout = blockLayout(shape);
    const output = this.makeTensorInfo([...shape], 'float32');
    const target = this.#createTexture(output, layout);
    const gl = this.#gl;
    for (const [unit, texture] of textures.entries()) {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, texture);
    }
    this.#bindFramebuffer(target);
    gl.viewport(0, 0, layout.width, layout.height);
    // tfjs draws within a rectangle, and switches that on whenever it asks for the context.
    gl.scissor(0, 0, layout.width, layout.height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    return output;
  }

  override readSync(dataId: object): Float32Array {
    const stored = this.#stored(dataId);
    if (!stored.values && stored.texture) {
      const shape = stored.shape as [number, number, number];
      const layout = blockLayout(shape);
      const blocks = new Float32Array(4 * layout.width * layout.height);
      this.#bindFramebuffer(stored.texture.texture);
      this.#gl.readPixels(0, 0, layout.width, layout.height, this.#gl.RGBA, this.#gl.FLOAT, blocks);
      stored.values = unpackBlocks(blocks, shape);
    }
    return super.readSync(dataId) as Float32Array;
  }

  override async read(dataId: object): Promise<Float32Array> {
    return this.readSync(dataId);
  }

  override dispose(): void {
    const gl = this.#gl;
    for (const { program } of this.#compiled.values()) gl.deleteProgram(program);
    this.#compiled.clear();
    gl.deleteFramebuffer(this.#framebuffer);
    super.dispose();
  }

  #compile({ name, source, inputs }: FragmentProgram): Compiled {
    const gl = this.#gl;
    const program = gl.createProgram();
    const shaders = [this.#shader(gl.VERTEX_SHADER, VERTEX_SHADER), this.#shader(gl.FRAGMENT_SHADER, source)];
    for (const shader of shaders) gl.attachShader(program, shader);
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
      const reasons = shaders.map((shader) => gl.getShaderInfoLog(shader));
      throw new Error(`${name} does not compile: ${[...reasons, gl.getProgramInfoLog(program)].join(' ')}`);
    }
    // They live on as long as the program.
    for (const shader of shaders) gl.deleteShader(shader);
    gl.useProgram(program);
    for (const [unit, input] of inputs.entries()) gl.uniform1i(gl.getUniformLocation(program, input), unit);
    const locations = {
      ints: gl.getUniformLocation(program, 'ints'),
      floats: gl.getUniformLocation(program, 'floats'),
    };
    return { program, locations, ints: new Int32Array(0), floats: new Float32Array(0) };
  }

  #shader(type: number, source: string): WebGLShader {
    const shader = this.#gl.createShader(type)!;
    this.#gl.shaderSource(shader, source);
    this.#gl.compileShader(shader);
    return shader;
  }

  #stored(dataId: object): Stored {
    return this.texData.get(dataId) as unknown as Stored;
  }

  /** The tensor's blocks on the graphics card; brings them there if they are not. */
  #textureOf(tensor: TensorInfo): WebGLTexture {
    const stored = this.#stored(tensor.dataId);
    if (stored.texture) return stored.texture.texture;
    const layout = blockLayout(shapeOf(tensor));
    const blocks = packBlocks(stored.values!, shapeOf(tensor));
    const texture = this.#createTexture(tensor, layout);
    const gl = this.#gl;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, layout.width, layout.height, gl.RGBA, gl.FLOAT, blocks);
    stored.values = null;
    return texture;
  }

  /** Gives a tensor a texture of tfjs', which takes it back when the tensor is disposed of. */
  #createTexture({ dataId }: TensorInfo, { width, height }: BlockLayout): WebGLTexture {
    const stored = this.#stored(dataId);
    stored.texShape = [2 * height, 2 * width];
    stored.isPacked = true;
    stored.usage = null;
    const store = this as unknown as TextureStore;
    stored.texture = store.acquireTexture(stored.texShape, null, 'float32', true);
    return stored.texture!.texture;
  }

  #bindFramebuffer(target: WebGLTexture): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, target, 0);
  }

  /** Makes a program the one that draws next, with these numbers. */
  #use(program: FragmentProgram, { ints, floats }: ProgramNumbers): void {
    const gl = this.#gl;
    const compiled = this.#compiled.get(program.name) ?? this.#compile(program);
    this.#compiled.set(program.name, compiled);
    gl.useProgram(compiled.program);
    if (!isSame(compiled.ints, ints)) gl.uniform1iv(compiled.locations.ints, ints);
    if (!isSame(compiled.floats, floats)) gl.uniform1fv(compiled.locations.floats, floats);
    compiled.ints = ints;
    compiled.floats = floats;
  }
}

function shapeOf({ shape }: TensorInfo): [number, number, number] {
  return shape as [number, number, number];
}
