import type { RunnableExperiment } from '../../src/core/features/runnableExperiment';
import type { RunnableConcepts } from '../../src/core/index/conceptTable';

const texts = (text: string) => ({ de: `${text} (de)`, en: `${text} (en)` });

/** Two experiments with a setting of every kind, for tests of what notes say about demos. */
export const experiments: readonly (RunnableExperiment & RunnableConcepts)[] = [
  {
    id: 'dropout',
    title: { de: 'Dropout im Netz', en: 'Dropout in a network' },
    summary: texts('Masks'),
    concepts: { de: ['Dropout'], en: ['dropout'] },
    params: {
      hiddenRate: {
        kind: 'number',
        label: { de: 'Rate im Inneren', en: 'Hidden rate' },
        help: texts('More silence'),
        min: 0,
        max: 0.9,
        scale: 'linear',
        symbol: 'p_h',
        default: 0.5,
      },
      width: {
        kind: 'number',
        label: { de: 'Breite', en: 'Width' },
        help: texts('More units'),
        min: 4,
        max: 512,
        scale: 'log',
        integer: true,
        unit: { de: 'Einheiten', en: 'units' },
        default: 64,
      },
      learningRate: {
        kind: 'number',
        label: { de: 'Lernrate', en: 'Learning rate' },
        help: texts('Longer steps'),
        min: 0.001,
        max: 1000,
        scale: 'log',
        default: 0.01,
      },
      activation: {
        kind: 'choice',
        label: { de: 'Aktivierung', en: 'Activation' },
        help: texts('Shape'),
        options: [
          { value: 'relu', label: { de: 'ReLU', en: 'ReLU' } },
          { value: 'tanh', label: { de: 'Tangens hyperbolicus', en: 'Hyperbolic tangent' } },
        ],
        default: 'relu',
      },
      scaling: {
        kind: 'switch',
        label: { de: 'Skalieren', en: 'Scale' },
        help: texts('Weights are scaled'),
        default: true,
      },
    },
  },
  {
    id: 'bagging',
    title: { de: 'Bagging', en: 'Bagging' },
    summary: texts('Many models'),
    concepts: { de: ['Bagging', 'Ensemble'], en: ['bagging'] },
    params: {},
  },
];
