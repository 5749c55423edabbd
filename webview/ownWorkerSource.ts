import type { Locale } from '../src/experiments/kit/localized';
import type { OwnCode, OwnExperiment } from '../src/protocol/ownExperiments';
import type { OwnHeader } from './worker/own/ownExperiment';

/** A learner's own experiment that can be run, and the language of messages about it. */
export interface RunnableOwn {
  readonly experiment: OwnExperiment & { readonly content: OwnCode };
  readonly locale: Locale;
}

/**
 * The script of a worker that knows a learner's own experiment: the worker's code, which locks everything away, and below it the
 * learner's, line by line as in the file. A page may start workers from texts only, and these may load no further ones.
 */
export function ownWorkerSource(worker: string, { experiment, locale }: RunnableOwn): string {
  const { code, insertions } = experiment.content;
  const firstLine = worker.split('\n').length + 1;
  const header: OwnHeader = { id: experiment.id, locale, firstLine, insertions };
  return [
    worker,
    `lectureLabOwn(${JSON.stringify(header)}, function (lectureLabTick) { 'use strict';`,
    code,
    "return { spec: typeof spec === 'undefined' ? undefined : spec, run: typeof run === 'undefined' ? undefined : run }; });",
  ].join('\n');
}
