import type { WorkerReport } from '../../src/protocol/workerMessages';
import { isWorkerRequest } from './isWorkerRequest';
import { type OwnHeader, type OwnModule, takeOwnExperiment } from './own/ownExperiment';
import { SurveyService } from './survey';
import { TrainingService } from './trainingService';

declare const self: DedicatedWorkerGlobalScope & {
  /** Called by the script of a worker with an experiment of the learner's own, see `ownWorkerSource`. */
  lectureLabOwn?: (header: OwnHeader, module: OwnModule) => void;
  /** The canvas whose context computes; `undefined` on the CPU. Nothing reads it but tests that make it lose its context. */
  lectureLabCanvas?: OffscreenCanvas | undefined;
};

// Taken now: a worker with an experiment of the learner's own has it no more.
const send = self.postMessage.bind(self);

function post(report: WorkerReport, buffers: readonly ArrayBufferLike[]): void {
  send(report, buffers as Transferable[]);
}

const training = new TrainingService(post, (canvas) => {
  self.lectureLabCanvas = canvas;
});
const survey = new SurveyService(post);

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  // Thrown rather than reported: without a run it belongs to, only the worker's error event can carry it.
  if (!isWorkerRequest(data))
    throw new TypeError(`Not a request to the training worker: ${JSON.stringify(data)}`);
  if (data.type === 'survey') survey.accept(data);
  else training.accept(data);
});

self.lectureLabOwn = (header, module) =>
  takeOwnExperiment(globalThis, header, module, (report) => post(report, []));
post({ type: 'loaded' }, []);
