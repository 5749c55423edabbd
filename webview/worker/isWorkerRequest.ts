import { isParamValues } from '../../src/protocol/checkPanelMessages';
import type { WorkerRequest } from '../../src/protocol/workerMessages';

type Message = Readonly<Record<string, unknown>>;

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null;
}

function isWhole(value: unknown, largest: number): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= largest;
}

function isStart(message: Message): boolean {
  return (
    typeof message.experimentId === 'string' &&
    isParamValues(message.params) &&
    isWhole(message.seed, 2 ** 32 - 1) &&
    (message.backend === 'auto' || message.backend === 'cpu') &&
    (message.locale === 'de' || message.locale === 'en')
  );
}

function isAdvance({ count, budgetMilliseconds }: Message): boolean {
  return isWhole(count, Number.MAX_SAFE_INTEGER) && typeof budgetMilliseconds === 'number';
}

function isSurveyedRun(value: unknown): boolean {
  return isMessage(value) && isParamValues(value.params) && isWhole(value.seed, 2 ** 32 - 1);
}

function isSurvey(message: Message): boolean {
  return (
    isWhole(message.surveyId, Number.MAX_SAFE_INTEGER) &&
    typeof message.experimentId === 'string' &&
    Array.isArray(message.runs) &&
    message.runs.every(isSurveyedRun) &&
    (message.locale === 'de' || message.locale === 'en')
  );
}

/** Whether this is a request of the page as `workerMessages.ts` declares it. Parameter values are checked later, by their spec. */
export function isWorkerRequest(value: unknown): value is WorkerRequest {
  if (!isMessage(value)) return false;
  if (value.type === 'survey') return isSurvey(value);
  if (!isWhole(value.runId, Number.MAX_SAFE_INTEGER)) return false;
  if (value.type === 'start') return isStart(value);
  if (value.type === 'advance') return isAdvance(value);
  return value.type === 'stop';
}
