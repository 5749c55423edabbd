import type { SourcePlace } from './ownExperiments';
import type { HostMessage, LabState, Origin, ParamValues, SweepOrder, ViewMessage } from './panelMessages';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isAbsentOr = (value: unknown, isRight: (value: unknown) => boolean) =>
  value === undefined || isRight(value);

/** Whether a value is a plain object of numbers, strings and booleans. Whether the names and values fit an experiment is for `checkParams` to say. */
export function isParamValues(value: unknown): value is ParamValues {
  return (
    isFields(value) &&
    Object.values(value).every((entry) => ['number', 'string', 'boolean'].includes(typeof entry))
  );
}

/** Whether a value names a place in a note. */
export function isOrigin(value: unknown): value is Origin {
  return (
    isFields(value) &&
    isText(value.uri) &&
    isText(value.noteTitle) &&
    isText(value.anchorText) &&
    isCount(value.line) &&
    isAbsentOr(value.demoLine, isCount)
  );
}

/** Whether a value names a setting and two to twelve finite numbers. Whether they fit an experiment is for `checkParams` to say. */
export function isSweepOrder(value: unknown): value is SweepOrder {
  return (
    isFields(value) &&
    isText(value.param) &&
    Array.isArray(value.values) &&
    value.values.length >= 2 &&
    value.values.length <= 12 &&
    value.values.every(Number.isFinite)
  );
}

/** Whether a value, as it comes out of a saved state, is a `LabState`; further fields are allowed. */
export function isLabState(value: unknown): value is LabState {
  return (
    isFields(value) &&
    isText(value.experimentId) &&
    isParamValues(value.params) &&
    isCount(value.seed) &&
    value.seed < 2 ** 32 &&
    isCount(value.frame) &&
    isAbsentOr(value.origin, isOrigin)
  );
}

function isOpen(message: Fields): boolean {
  return (
    (message.locale === 'de' || message.locale === 'en') &&
    isAbsentOr(message.params, isParamValues) &&
    isAbsentOr(message.seed, (seed) => typeof seed === 'number') &&
    isAbsentOr(message.sweep, isSweepOrder) &&
    isAbsentOr(message.origin, isOrigin) &&
    isAbsentOr(message.own, isOwnExperiment)
  );
}

function isTerms({ terms }: Fields): boolean {
  return Array.isArray(terms) && terms.every(isExplainedTerm);
}

function isExplainedTerm(value: unknown): boolean {
  return (
    isFields(value) &&
    isCount(value.passage) &&
    isCount(value.start) &&
    isCount(value.end) &&
    value.start < value.end &&
    [value.name, value.html, value.from].every(isText) &&
    isAbsentOr(value.origin, isOrigin)
  );
}

function isTexts({ inline, block, formulas }: Fields): boolean {
  return [inline, block, formulas].every((texts) => isFields(texts) && Object.values(texts).every(isText));
}

function isOwnProblem(value: unknown): boolean {
  return isFields(value) && isText(value.message) && isAbsentOr(value.place, isSourcePlace);
}

/** Whether a value is a place in a file. */
export function isSourcePlace(value: unknown): value is SourcePlace {
  return isFields(value) && isCount(value.line) && isCount(value.column);
}

function isInsertion(value: unknown): boolean {
  return isFields(value) && isSourcePlace(value) && isCount(value.length);
}

function isOwnContent(value: unknown): boolean {
  if (!isFields(value)) return false;
  if (Array.isArray(value.problems)) return value.problems.every(isOwnProblem);
  return isText(value.code) && Array.isArray(value.insertions) && value.insertions.every(isInsertion);
}

function isOwnExperiment(value: unknown): boolean {
  return isFields(value) && [value.id, value.path, value.uri].every(isText) && isOwnContent(value.content);
}

const hostMessageChecks: Readonly<Record<HostMessage['type'], (message: Fields) => boolean>> = {
  open: isOpen,
  ownChanged: ({ own }) => isOwnExperiment(own),
  texts: isTexts,
  terms: isTerms,
};

/**
 * Whether a value has the shape of an order to the page. `version`, and whether the experiment exists and its settings are in range,
 * are left to the reader, who can tell the learner what is wrong with them.
 */
export function isHostMessage(value: unknown): value is HostMessage {
  return (
    isFields(value) &&
    isCount(value.version) &&
    isText(value.experimentId) &&
    isText(value.type) &&
    Object.hasOwn(hostMessageChecks, value.type) &&
    hostMessageChecks[value.type as HostMessage['type']](value)
  );
}

/** Whether a message names a run, and at most one place that it was opened from. */
function isRun({ experimentId, params, seed, origin }: Fields): boolean {
  return (
    isText(experimentId) &&
    isParamValues(params) &&
    isCount(seed) &&
    seed < 2 ** 32 &&
    isAbsentOr(origin, isOrigin)
  );
}

function isJudgedClaim(value: unknown): boolean {
  return (
    isFields(value) &&
    [value.text, value.measured, value.bound].every(isText) &&
    ['holds', 'deviates', 'fails'].includes(value.verdict as string)
  );
}

const viewMessageChecks: Readonly<Record<ViewMessage['type'], (message: Fields) => boolean>> = {
  ready: (message) => isCount(message.version),
  progressed: (message) =>
    isText(message.experimentId) &&
    isCount(message.frame) &&
    isCount(message.frameCount) &&
    (message.backend === 'webgl' || message.backend === 'cpu') &&
    isText(message.renderer),
  originRequested: (message) => isOrigin(message.origin),
  exportRequested: (message) =>
    isText(message.fileName) &&
    ['svg', 'csv', 'png'].includes(message.format as string) &&
    isText(message.content),
  keepRequested: (message) => isRun(message) && isAbsentOr(message.sweep, isSweepOrder),
  insertRequested: (message) =>
    isRun(message) &&
    [message.title, message.figureTitle, message.fileName, message.content].every(isText) &&
    Array.isArray(message.claims) &&
    message.claims.every(isJudgedClaim) &&
    isCount(message.step) &&
    ['svg', 'png'].includes(message.format as string),
  termsRequested: (message) =>
    isText(message.experimentId) &&
    Array.isArray(message.passages) &&
    message.passages.every(isText) &&
    isAbsentOr(message.origin, isOrigin),
  textsRequested: ({ experimentId, inline, block, formulas }) =>
    isText(experimentId) &&
    [inline, block, formulas].every((texts) => Array.isArray(texts) && texts.every(isText)),
  ownRequested: ({ experimentId, origin }) => isText(experimentId) && isAbsentOr(origin, isOrigin),
  predictFirstChanged: (message) => typeof message.isOn === 'boolean',
  failed: (message) => isText(message.message),
};

/** Whether a value is a report from the page. */
export function isViewMessage(value: unknown): value is ViewMessage {
  if (!isFields(value) || !isText(value.type) || !Object.hasOwn(viewMessageChecks, value.type)) return false;
  return viewMessageChecks[value.type as ViewMessage['type']](value);
}
