import '@tensorflow/tfjs-backend-cpu/dist/base';
import { GPGPUContext, setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { env, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { BlockBackend } from './blockBackend';

/** What computes the tensors from now on. */
export interface TensorBackend {
  readonly name: 'webgl' | 'cpu';
  /** What the driver calls itself; "JavaScript" for the CPU. */
  readonly renderer: string;
  /** The canvas whose context computes; `undefined` on the CPU. Nothing is ever drawn on it. */
  readonly canvas: OffscreenCanvas | undefined;
  /** Whether the context is lost: every tensor on it is then gone, and what was read last must not be trusted. */
  readonly isLost: () => boolean;
}

/** Bytes of textures beyond which freed ones are deleted instead of kept for reuse: shapes change as learners turn the controls. */
const TEXTURE_BYTES = 256 * 2 ** 20;

function setFlags(): void {
  // Without it tfjs refuses software WebGL: virtual machines, remote desktops and `--disable-gpu` would all fall to the CPU.
  env().set('SOFTWARE_WEBGL_ENABLED', true);
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', TEXTURE_BYTES);
}

function createContext(canvas: OffscreenCanvas): WebGL2RenderingContext | null {
  return canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    failIfMajorPerformanceCaveat: false,
  });
}

function rendererOf(gl: WebGL2RenderingContext): string {
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

/**
 * Makes tfjs compute on the context of this canvas. Not by passing it the canvas: it would then listen for the loss of that context
 * and on that event forget whatever context is current, which may be the one that replaced it.
 */
async function installContext(gl: WebGL2RenderingContext): Promise<void> {
  setWebGLContext(2, gl);
  removeBackend('webgl');
  registerBackend('webgl', () => new BlockBackend(new GPGPUContext()));
  if (!(await setBackend('webgl'))) throw new Error('tfjs could not start its WebGL backend');
}

/**
 * Starts WebGL 2 on a canvas of its own and makes it the backend of all further tensors. Dispose the tensors of the former backend
 * first. `undefined` where this machine has no WebGL 2 with 32-bit float textures that tfjs can use; the backend is then as before or unusable.
 */
export async function startWebgl(): Promise<TensorBackend | undefined> {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  const canvas = new OffscreenCanvas(1, 1);
  const gl = createContext(canvas);
  // Half floats underflow below 6e-8, which is where the moments of Adam live.
  if (!gl?.getExtension('EXT_color_buffer_float')) return undefined;
  let lost = false;
  canvas.addEventListener('webglcontextlost', () => {
    lost = true;
  });
  setFlags();
  try {
    await installContext(gl);
  } catch {
    // Whatever tfjs dislikes about this driver: the learner gets the CPU instead of an error.
    return undefined;
  }
  return { name: 'webgl', renderer: rendererOf(gl), canvas, isLost: () => lost || gl.isContextLost() };
}

/** Makes plain JavaScript the backend of all further tensors. Dispose the tensors of the former backend first. */
export async function startCpu(): Promise<TensorBackend> {
  // Off are then checks of every operation's arguments and an advertisement on Node's console.
  env().set('PROD', true);
  if (!(await setBackend('cpu'))) throw new Error('tfjs could not start its CPU backend');
  return { name: 'cpu', renderer: 'JavaScript', canvas: undefined, isLost: () => false };
}
