import type { WorkerReport } from '../../src/protocol/workerMessages';
import { isWorkerRequest } from './isWorkerRequest';
import { TrainingService } from './trainingService';

declare const self: DedicatedWorkerGlobalScope & {
  /** The canvas whose context computes; `undefined` on the CPU. Nothing reads it but tests that make it lose its context. */
  lectureLabCanvas?: OffscreenCanvas | undefined;
};

function post(report: WorkerReport, buffers: readonly ArrayBufferLike[]): void {
  self.postMessage(report, buffers as Transferable[]);
}

const service = new TrainingService(post, (canvas) => {
  self.lectureLabCanvas = canvas;
});

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  // Thrown rather than reported: without a run it belongs to, only the worker's error event can carry it.
  if (!isWorkerRequest(data))
    throw new TypeError(`Not a request to the training worker: ${JSON.stringify(data)}`);
  service.accept(data);
});

post({ type: 'loaded' }, []);
