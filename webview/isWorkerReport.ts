import { isSourcePlace } from '../src/protocol/checkPanelMessages';
import type { WorkerReport } from '../src/protocol/workerMessages';

type Message = Readonly<Record<string, unknown>>;

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null;
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

function isPostedValues(value: unknown): boolean {
  return (
    isMessage(value) &&
    Object.values(value).every(
      (entry) => typeof entry === 'number' || entry instanceof Float32Array || entry instanceof Uint8Array,
    )
  );
}

function isBackendInfo(value: unknown): boolean {
  return (
    isMessage(value) &&
    (value.name === 'webgl' || value.name === 'cpu') &&
    typeof value.renderer === 'string' &&
    [undefined, 'webgl-unavailable', 'context-lost', 'requested'].includes(value.reason as undefined)
  );
}

function isFailure({ message, place }: Message): boolean {
  return typeof message === 'string' && (place === undefined || isSourcePlace(place));
}

const checks: Readonly<Record<WorkerReport['type'], (message: Message) => boolean>> = {
  loaded: () => true,
  started: (message) =>
    isBackendInfo(message.backend) && isPostedValues(message.setup) && isCount(message.frameCount),
  frames: ({ index, frames, done, millisecondsPerFrame }) =>
    isCount(index) &&
    Array.isArray(frames) &&
    frames.every(isPostedValues) &&
    typeof done === 'boolean' &&
    typeof millisecondsPerFrame === 'number',
  recovered: (message) => isBackendInfo(message.backend),
  failed: isFailure,
  described: (message) => isMessage(message.spec),
  refused: isFailure,
  surveyed: ({ index, setup, last, claims }) =>
    isCount(index) &&
    isPostedValues(setup) &&
    isPostedValues(last) &&
    Array.isArray(claims) &&
    claims.every((measured) => typeof measured === 'number'),
  surveyFailed: ({ index, message }) => isCount(index) && typeof message === 'string',
};

/** What says which run or survey a report is about; one about the worker itself has none. */
function isAddressed({ type, runId, surveyId }: Message): boolean {
  if (type === 'loaded' || type === 'described' || type === 'refused') return true;
  return isCount(type === 'surveyed' || type === 'surveyFailed' ? surveyId : runId);
}

/** Whether this is a report of the training worker as `workerMessages.ts` declares it. Fields of frames are checked by what draws them. */
export function isWorkerReport(value: unknown): value is WorkerReport {
  if (!isMessage(value) || typeof value.type !== 'string' || !Object.hasOwn(checks, value.type)) return false;
  const isRight = checks[value.type as WorkerReport['type']];
  return isRight(value) && isAddressed(value);
}
