import { defineExperiment, type Trace } from '../kit/experiment';
import { worstSteps } from './quadratic';

/** How many shifts are compared, from none to the largest. */
export const SHIFTS = 7;
/** Further starts on a circle around the minimum, for each preparation. */
export const SWARM_STARTS = 32;
/** Share of the excess loss at the start at which a descent has arrived. */
export const GOAL = 0.01;
/** Raster of the loss surface, in cells, and the ranges of both effects. */
export const PLANE = { rows: 120, columns: 120, xRange: [-0.5, 4.5], yRange: [-3, 2] } as const;

/** What is done to the inputs, in the order of the paths of a frame. */
export const PREPARATIONS = [
  { de: 'roh', en: 'raw' },
  { de: 'nur skaliert', en: 'only scaled' },
  { de: 'nur zentriert', en: 'only centered' },
  { de: 'standardisiert', en: 'standardized' },
] as const;

/** Computed before the first step; every array but the surface is `[shifts]`. */
export type Setup = {
  /** Distance of the features' means from zero, in standard deviations of each; the first is 0. */
  readonly shifts: Float32Array;
  /** Loss over the effects of both features with the best bias for each, `[rows, columns]`; row 0 is the largest second effect. */
  readonly surface: Float32Array;
  /** Share of the excess loss at the start that counts as arrived. */
  readonly goal: number;
  /** Steps to the goal from the worst start, by the condition number that the settings imply; NaN: never. */
  readonly rawStepsTheory: Float32Array;
  readonly scaledStepsTheory: Float32Array;
  readonly centeredStepsTheory: Float32Array;
  readonly standardizedStepsTheory: Float32Array;
  /** Condition number that the settings imply for infinitely many points. */
  readonly rawConditionTheory: Float32Array;
  readonly scaledConditionTheory: Float32Array;
  readonly centeredConditionTheory: Float32Array;
  readonly standardizedConditionTheory: Float32Array;
};

/** State after `step` steps. Preparations in the order of `PREPARATIONS`. */
export type Frame = {
  /** Steps done. */
  readonly step: number;
  /** Step at which each descent first came to the goal, `[shifts]`; NaN: not yet. */
  readonly rawSteps: Float32Array;
  readonly scaledSteps: Float32Array;
  readonly centeredSteps: Float32Array;
  readonly standardizedSteps: Float32Array;
  /** Condition number of the Hessian on the sample, `[shifts]`; the same in every frame. */
  readonly rawCondition: Float32Array;
  readonly scaledCondition: Float32Array;
  readonly centeredCondition: Float32Array;
  readonly standardizedCondition: Float32Array;
  /** Loss above its minimum under the largest shift, as a share of what it was at the start, `[preparations]`; NaN: diverged. */
  readonly excess: Float32Array;
  /** Norm of the gradient under the largest shift, `[preparations]`; NaN: diverged. */
  readonly gradientNorm: Float32Array;
  /** Effects of both features under the largest shift, `[preparations, 2]`; NaN: overflown. */
  readonly paths: Float32Array;
  /** The same for the starts on the circle, `[preparations, starts, 2]`. */
  readonly swarm: Float32Array;
};

const LARGEST = SHIFTS - 1;

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

const LECUN = 'LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)';
const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
/** Shrinkage a step and steps to the goal for a bowl of that condition number whose descent has a rate of its own. */
function prospects(condition: number, stability: number) {
  return {
    kappa: condition,
    r: Math.max(Math.abs(1 - 2 * stability), Math.abs(1 - (2 * stability) / condition)),
    steps: worstSteps(condition, stability, GOAL),
  };
}

const WORST_CASE = { de: 'schlechtester Start: ln 0,01 / (2 ln r)', en: 'worst start: ln 0.01 / (2 ln r)' };

/** Inputs raw, scaled, centered and standardized: gradient descent on the quadratic loss of a linear regression. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'input-scaling',
  title: { de: 'Skalierung der Eingabedaten', en: 'Input scaling' },
  summary: {
    de: 'Dieselbe Regression mit rohen, skalierten, zentrierten und standardisierten Eingaben: Der Gradientenabstieg braucht mal zwei, mal Hunderte Schritte.',
    en: 'The same regression with raw, scaled, centered, and standardized inputs: gradient descent takes two steps in one case and hundreds in another.',
  },
  explanation: {
    de: String.raw`
Eine lineare Regression $\hat y = w_1x_1 + w_2x_2 + b$ lernt mit dem halben mittleren quadratischen Fehler. Ihr Verlust ist eine Schüssel, deren Krümmung allein von den Eingaben abhängt:
$$
H = \frac1N \sum_i \tilde x_i \tilde x_i^\top, \quad \tilde x = (x_1, x_2, 1)^\top, \qquad \kappa = \frac{\lambda_{\max}(H)}{\lambda_{\min}(H)} .
$$
Die **Konditionszahl** $\kappa$ sagt, wie langgestreckt die Schüssel ist. Die steilste Richtung begrenzt die Lernrate auf $\eta < 2/\lambda_{\max}$; die flachste schrumpft dann je Schritt nur um den Faktor $1 - \eta\lambda_{\min}$. Insgesamt gilt $r = \max_i |1 - \eta\lambda_i|$ je Schritt, und mit $\eta = 1/\lambda_{\max}$ sind bis auf 1 % des Überschusses rund $2{,}3\,\kappa$ Schritte nötig.

Zwei Dinge verschlechtern $\kappa$: Merkmale mit verschiedenen Streuungen (das zweite streut $s$-mal so stark wie das erste) und Mittelwerte fern von null (um $\mu$ Standardabweichungen). Die **Standardisierung** $x \mapsto (x - \bar x)/\sigma$ behebt beides, Skalieren oder Zentrieren allein jeweils nur eines. Alle vier Abstiege rechnen mit denselben Daten, beginnen bei der Funktion $\hat y = 0$ und enden bei derselben Lösung; jeder bekommt die Lernrate, die zu seinem $\lambda_{\max}$ passt (oder, wenn gewünscht, alle dieselbe).`,
    en: String.raw`
A linear regression $\hat y = w_1x_1 + w_2x_2 + b$ learns with half the mean squared error. Its loss is a bowl whose curvature depends on the inputs alone:
$$
H = \frac1N \sum_i \tilde x_i \tilde x_i^\top, \quad \tilde x = (x_1, x_2, 1)^\top, \qquad \kappa = \frac{\lambda_{\max}(H)}{\lambda_{\min}(H)} .
$$
The **condition number** $\kappa$ says how elongated the bowl is. The steepest direction limits the learning rate to $\eta < 2/\lambda_{\max}$; the flattest then shrinks only by the factor $1 - \eta\lambda_{\min}$ a step. On the whole $r = \max_i |1 - \eta\lambda_i|$ holds for a step, and with $\eta = 1/\lambda_{\max}$ it takes about $2.3\,\kappa$ steps to come down to 1 % of the excess.

Two things make $\kappa$ worse: features that spread differently (the second spreads $s$ times as much as the first) and means far from zero (by $\mu$ standard deviations). **Standardization** $x \mapsto (x - \bar x)/\sigma$ cures both; scaling or centering alone cures only one. All four descents use the same data, begin at the function $\hat y = 0$, and end at the same solution; each is given the learning rate that suits its own $\lambda_{\max}$ (or, if you like, all get the same).`,
  },
  limits: {
    de: String.raw`Die Regel „Mittelwert 0, Standardabweichung 1“ macht die Schüssel genau dann rund, wenn die Merkmale unkorreliert sind. Sind sie mit $\rho$ korreliert, so bleibt $\kappa = (1 + |\rho|)/(1 - |\rho|)$, bei $\rho = 0{,}9$ also 19; dagegen hilft erst Dekorrelieren (Whitening). Exakt gelten die Formeln für eine lineare Regression, und $\kappa$ beschreibt den schlechtesten Start; wer zufällig günstig beginnt, ist schneller da. In einem tiefen Netz rundet die Standardisierung nur die Sicht der ersten Schicht; für die Eingaben der weiteren sorgen Initialisierung und Batch-Normalisierung. Adam gleicht verschiedene Maßstäbe der Merkmale zum Teil selbst aus, eine Verschiebung aber nicht, denn sie koppelt die Gewichte miteinander und mit dem Bias. Mittelwert und Standardabweichung stammen immer aus den Trainingsdaten. Bei dünn besetzten Eingaben zerstört das Zentrieren die Nullen; dort wird meist nur skaliert.`,
    en: String.raw`The rule “mean 0, standard deviation 1” makes the bowl round exactly when the features are uncorrelated. With a correlation of $\rho$ there remains $\kappa = (1 + |\rho|)/(1 - |\rho|)$, which is 19 for $\rho = 0.9$; only decorrelating (whitening) helps against that. The formulas are exact for a linear regression, and $\kappa$ describes the worst start; one that happens to be favorable arrives sooner. In a deep network standardization rounds only what the first layer sees; initialization and batch normalization look after the inputs of the others. Adam partly evens out different scales of the features by itself, but not a shift, which couples the weights with one another and with the bias. Mean and standard deviation always come from the training data. With sparse inputs centering destroys the zeros; they are usually scaled only.`,
  },
  concepts: {
    de: [
      'Skalierung der Eingabedaten',
      'Skalierung der Eingaben',
      'Skalierung der Daten',
      'Standardisierung',
      'Datennormalisierung',
      'Normalisierung der Daten',
      'Normalisierung der Eingabedaten',
      'Normalisierung der Eingaben',
      'Merkmalsskalierung',
      'Zentrierung der Daten',
      'Konditionszahl',
      'Kondition',
      'schlechte Konditionierung',
      'Initialisierung der Eingangssignale',
      'Skalierung der Eingangssignale',
      'Initialisierung',
    ],
    en: [
      'input scaling',
      'scaling of the inputs',
      'feature scaling',
      'standardization',
      'standardisation',
      'data normalization',
      'data normalisation',
      'input normalization',
      'mean centering',
      'condition number',
      'ill-conditioning',
      'initialization',
      'initialisation',
    ],
  },
  stepsPerFrame: 10,
  params: {
    scaleRatio: {
      kind: 'number',
      label: { de: 'Verhältnis der Streuungen', en: 'Ratio of spreads' },
      symbol: 's',
      help: {
        de: 'Wievielmal so stark das zweite Merkmal streut wie das erste: Ohne Skalierung wächst κ mit dem Quadrat.',
        en: 'How many times as much the second feature spreads as the first: unless scaled, κ grows with the square.',
      },
      min: 1,
      max: 30,
      step: 0.5,
      scale: 'linear',
      default: 3,
    },
    largestShift: {
      kind: 'number',
      label: { de: 'Größte Verschiebung', en: 'Largest shift' },
      symbol: '\\mu_{\\max}',
      unit: { de: 'σ', en: 'σ' },
      help: {
        de: 'Wie viele Standardabweichungen die Mittelwerte der Merkmale höchstens von null entfernt sind.',
        en: 'How many standard deviations the means of the features are away from zero at most.',
      },
      min: 0.6,
      max: 4.2,
      step: 0.3,
      scale: 'linear',
      default: 1.8,
    },
    correlation: {
      kind: 'number',
      label: { de: 'Korrelation der Merkmale', en: 'Correlation of the features' },
      symbol: '\\rho',
      help: {
        de: 'Je stärker die Merkmale zusammenhängen, desto langgestreckter bleibt die Schüssel auch nach der Standardisierung.',
        en: 'The more the features are related, the more elongated the bowl remains even after standardization.',
      },
      min: 0,
      max: 0.95,
      step: 0.05,
      scale: 'linear',
      default: 0,
    },
    stability: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta\\lambda_{\\max}/2',
      help: {
        de: 'Gemessen an der steilsten Richtung der Schüssel; über 1 divergiert der Abstieg.',
        en: 'Measured by the steepest direction of the bowl; above 1 descent diverges.',
      },
      min: 0.1,
      max: 1.1,
      step: 0.05,
      scale: 'linear',
      default: 0.5,
    },
    rates: {
      kind: 'choice',
      label: { de: 'Maßstab der Lernrate', en: 'Yardstick of the learning rate' },
      help: {
        de: 'Mit der Lernrate, die für standardisierte Eingaben gut ist, divergieren alle, deren Schüssel viel steiler ist.',
        en: 'With the learning rate that is good for standardized inputs all those diverge whose bowl is much steeper.',
      },
      options: [
        { value: 'own', label: { de: 'jeder das eigene', en: 'each its own' } },
        { value: 'shared', label: { de: 'alle das standardisierte', en: 'all the standardized one' } },
      ],
      default: 'own',
    },
    points: {
      kind: 'number',
      label: { de: 'Trainingspunkte', en: 'Training points' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Mit wenigen Punkten sind die Merkmale zufällig korreliert, und κ weicht von der Theorie ab.',
        en: 'With few points the features are correlated by chance, and κ departs from theory.',
      },
      min: 20,
      max: 500,
      step: 20,
      scale: 'linear',
      integer: true,
      default: 200,
    },
    steps: {
      kind: 'number',
      label: { de: 'Schritte', en: 'Steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Wie viele Schritte jeder Abstieg macht; wer sein Ziel bis dahin nicht erreicht, bleibt eine Lücke.',
        en: 'How many steps each descent takes; one that has not reached its goal by then remains a gap.',
      },
      min: 100,
      max: 4000,
      step: 100,
      scale: 'linear',
      integer: true,
      default: 1200,
    },
  },
  presets: [
    {
      id: 'only-the-scale',
      title: { de: 'Verschiedene Streuungen', en: 'Different spreads' },
      why: {
        de: 'Kaum Verschiebung, aber $s = 10$: Jetzt kostet das fehlende Skalieren am meisten; Zentrieren allein hilft wenig.',
        en: 'Hardly any shift, but $s = 10$: now it is the missing scaling that costs most; centering alone is little help.',
      },
      params: { scaleRatio: 10, largestShift: 0.6 },
    },
    {
      id: 'only-the-shift',
      title: { de: 'Verschobene Mittelwerte', en: 'Shifted means' },
      why: {
        de: 'Gleiche Streuungen, Mittelwerte bis drei Standardabweichungen neben null: Skalieren ändert nichts, Zentrieren alles.',
        en: 'Equal spreads, means up to three standard deviations away from zero: scaling changes nothing, centering everything.',
      },
      params: { scaleRatio: 1, largestShift: 3 },
    },
    {
      id: 'correlated-features',
      title: { de: 'Korrelierte Merkmale', en: 'Correlated features' },
      why: {
        de: 'Mit $\\rho = 0{,}9$ bleibt auch der standardisierten Schüssel $\\kappa \\approx 19$: die Grenze der Regel.',
        en: 'With $\\rho = 0.9$ even the standardized bowl keeps $\\kappa \\approx 19$: the limit of the rule.',
      },
      params: { correlation: 0.9 },
    },
    {
      id: 'one-learning-rate',
      title: { de: 'Dieselbe Lernrate', en: 'One learning rate' },
      why: {
        de: 'Alle bekommen die Lernrate, mit der standardisierte Eingaben in zwei Schritten am Ziel sind: Die anderen drei divergieren.',
        en: 'All get the learning rate with which standardized inputs arrive in two steps: the other three diverge.',
      },
      params: { rates: 'shared' },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'scale-or-center',
      question: {
        de: 'Das zweite Merkmal streut stärker, und beide Mittelwerte liegen neben null. Wenn nur eines erlaubt ist: Was macht die Schüssel bei der größten Verschiebung runder?',
        en: 'The second feature spreads more, and both means are away from zero. If only one is allowed: what makes the bowl rounder under the largest shift?',
      },
      options: [
        { id: 'scaling', text: { de: 'Skalieren', en: 'Scaling' } },
        { id: 'centering', text: { de: 'Zentrieren', en: 'Centering' } },
        { id: 'equal', text: { de: 'Beides gleich (auf 10 %)', en: 'Both the same (to 10 %)' } },
      ],
      answer: (trace) => {
        const { scaledCondition, centeredCondition } = lastFrame(trace);
        const ratio = scaledCondition[LARGEST]! / centeredCondition[LARGEST]!;
        if (ratio > 1.1) return 'centering';
        return ratio < 1 / 1.1 ? 'scaling' : 'equal';
      },
      because: {
        de: 'Ohne Skalieren wächst $\\kappa$ mit $s^2$. Eine Verschiebung koppelt außerdem alle Gewichte mit dem Bias: Schon drei Standardabweichungen kosten mehr als ein Streuungsverhältnis von 10.',
        en: 'Unless scaled, $\\kappa$ grows with $s^2$. A shift moreover couples all weights with the bias: three standard deviations already cost more than a ratio of spreads of 10.',
      },
    },
    {
      kind: 'curve',
      id: 'steps-over-shift',
      question: {
        de: 'Wie viele Schritte brauchen rohe Eingaben, wenn ihre Mittelwerte von null wegrücken?',
        en: 'How many steps do raw inputs need as their means move away from zero?',
      },
      view: 'steps-by-shift',
      series: 0,
      range: [1, 10_000],
      because: {
        de: 'Die Schritte folgen $\\kappa$, und $\\kappa$ wächst mit hohen Potenzen von $\\mu$: Die Mittelwerte machen eine Richtung steil und ziehen mit dem Bias zusammen eine andere flach.',
        en: 'The steps follow $\\kappa$, and $\\kappa$ grows with high powers of $\\mu$: the means make one direction steep and, together with the bias, another one flat.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Schritte bis 1 % vom schlechtesten Start, rohe Eingaben, größte Verschiebung, Lernrate am eigenen $\\lambda_{\\max}$',
        en: 'Steps to 1 % from the worst start, raw inputs, largest shift, learning rate by its own $\\lambda_{\\max}$',
      },
      tex: String.raw`\kappa = \live{kappa}, \quad \frac{\ln\frac{1}{100}}{2\ln r} = \frac{\ln\frac{1}{100}}{2\ln\live{r}} = \live{steps}`,
      values: ({ frames }, frame, { stability }) =>
        prospects(frames[frame]?.rawCondition[LARGEST] ?? Number.NaN, stability),
    },
    {
      label: {
        de: 'Konditionszahl nach der Standardisierung: vorhergesagt und auf der Stichprobe',
        en: 'Condition number after standardization: predicted and on the sample',
      },
      tex: String.raw`\frac{1 + |\rho|}{1 - |\rho|} = \frac{1 + \live{rho}}{1 - \live{rho}} = \live{theory} \approx \live{kappa}`,
      values: ({ frames }, frame, { correlation }) => ({
        rho: correlation,
        theory: (1 + correlation) / (1 - correlation),
        kappa: frames[frame]?.standardizedCondition[LARGEST] ?? Number.NaN,
      }),
    },
  ],
  divergence: {
    watched: 'excess',
    norm: 'gradientNorm',
    normLabel: { de: 'Gradientennorm ‖g‖', en: 'gradient norm ‖g‖' },
    variants: { labels: PREPARATIONS },
    cause: {
      de: 'Die Lernrate liegt über $2/\\lambda_{\\max}$ dieser Schüssel: Längs der steilsten Richtung ist jeder Fehler größer als der vorige. Es hilft eine kleinere Lernrate oder die Standardisierung.',
      en: 'The learning rate is above $2/\\lambda_{\\max}$ of this bowl: along the steepest direction every error is larger than the one before. A smaller learning rate helps, or standardization.',
    },
  },
  views: [
    {
      kind: 'response',
      id: 'steps-by-shift',
      title: { de: 'Schritte bis zum Ziel', en: 'Steps to the goal' },
      caption: {
        de: 'Schritte, bis nur noch 1 % des Überschusses da ist: Ohne Zentrieren steigen sie mit der Verschiebung steil an; standardisiert genügen ein oder zwei.',
        en: 'Steps until only 1 % of the excess is left: without centering they climb steeply with the shift; standardized, one or two are enough.',
      },
      x: {
        field: 'shifts',
        title: { de: 'Verschiebung μ (in Standardabweichungen)', en: 'Shift μ (in standard deviations)' },
      },
      y: {
        title: { de: 'Schritte bis 1 %', en: 'Steps to 1 %' },
        scale: 'log',
      },
      series: [
        { field: 'rawSteps', label: PREPARATIONS[0] },
        { field: 'scaledSteps', label: PREPARATIONS[1] },
        { field: 'centeredSteps', label: PREPARATIONS[2] },
        { field: 'standardizedSteps', label: PREPARATIONS[3] },
      ],
      theory: [
        { field: 'rawStepsTheory', label: WORST_CASE, source: `${LECUN}, 5.1`, series: 0 },
        { field: 'scaledStepsTheory', label: WORST_CASE, source: `${LECUN}, 5.1`, series: 1 },
        { field: 'centeredStepsTheory', label: WORST_CASE, source: `${LECUN}, 5.1`, series: 2 },
        { field: 'standardizedStepsTheory', label: WORST_CASE, source: `${LECUN}, 5.1`, series: 3 },
      ],
    },
    {
      kind: 'landscape',
      id: 'bowl',
      title: { de: 'Vier Wege in dieselbe Schüssel', en: 'Four ways into the same bowl' },
      caption: {
        de: 'In diesen Achsen ist es für alle dieselbe Schüssel; nur wer standardisiert, läuft gerade zur Mitte. Ohne Standardisierung fällt der Kreis der Starts schnell zu einer Linie zusammen und kriecht dann (größte Verschiebung).',
        en: 'On these axes the bowl is the same for all; only the standardized descent runs straight to the middle. Otherwise the circle of starts quickly collapses into a line and then creeps (largest shift).',
      },
      surface: 'surface',
      rows: PLANE.rows,
      columns: PLANE.columns,
      x: {
        title: { de: 'Wirkung von x₁: w₁σ₁', en: 'Effect of x₁: w₁σ₁' },
        scale: 'linear',
        range: PLANE.xRange,
      },
      y: {
        title: { de: 'Wirkung von x₂: w₂σ₂', en: 'Effect of x₂: w₂σ₂' },
        scale: 'linear',
        range: PLANE.yRange,
      },
      colorTitle: { de: 'Verlust L beim besten Bias', en: 'Loss L with the best bias' },
      paths: { field: 'paths', labels: PREPARATIONS },
      swarm: 'swarm',
    },
    {
      kind: 'timeline',
      id: 'excess',
      title: { de: 'Überschuss im Verlauf', en: 'Excess over time' },
      caption: {
        de: 'Verlust über dem Minimum bei der größten Verschiebung: Nach dem ersten Sturz wird jede Kurve gerade, und ihre Steigung ist $2\\ln r$ je Schritt.',
        en: 'Loss above the minimum under the largest shift: after the first plunge every curve becomes straight, and its slope is $2\\ln r$ a step.',
      },
      y: {
        title: { de: 'Überschuss (Anteil vom Start)', en: 'Excess (share of the start)' },
        scale: 'log',
        range: [1e-6, 2],
      },
      series: PREPARATIONS.map((label, index) => ({ field: 'excess', index, label }) as const),
      threshold: { field: 'goal', label: { de: 'Ziel: 1 %', en: 'Goal: 1 %' } },
    },
    {
      kind: 'response',
      id: 'condition-by-shift',
      title: { de: 'Konditionszahl', en: 'Condition number' },
      caption: {
        de: 'Die Schritte folgen der Konditionszahl: Vor dem ersten Schritt steht schon fest, wie lange der Abstieg dauert.',
        en: 'The steps follow the condition number: how long descent will take is settled before its first step.',
      },
      x: {
        field: 'shifts',
        title: { de: 'Verschiebung μ (in Standardabweichungen)', en: 'Shift μ (in standard deviations)' },
      },
      y: { title: { de: 'Konditionszahl κ', en: 'Condition number κ' }, scale: 'log' },
      series: [
        { field: 'rawCondition', label: PREPARATIONS[0] },
        { field: 'scaledCondition', label: PREPARATIONS[1] },
        { field: 'centeredCondition', label: PREPARATIONS[2] },
        { field: 'standardizedCondition', label: PREPARATIONS[3] },
      ],
      theory: [
        {
          field: 'rawConditionTheory',
          label: { de: 'κ für N → ∞', en: 'κ for N → ∞' },
          source: `${LECUN}, 4.3`,
          series: 0,
        },
        {
          field: 'scaledConditionTheory',
          label: { de: 'κ für N → ∞', en: 'κ for N → ∞' },
          source: `${LECUN}, 4.3`,
          series: 1,
        },
        {
          field: 'centeredConditionTheory',
          label: { de: 'κ für N → ∞', en: 'κ for N → ∞' },
          source: `${LECUN}, 4.3`,
          series: 2,
        },
        {
          field: 'standardizedConditionTheory',
          label: { de: 'κ für N → ∞', en: 'κ for N → ∞' },
          source: `${LECUN}, 4.3`,
          series: 3,
        },
      ],
    },
  ],
  claims: [
    {
      id: 'raw-inputs-need-over-a-hundred-times-the-steps',
      text: {
        de: 'Bei der größten Verschiebung brauchen rohe Eingaben mindestens 150-mal so viele Schritte wie standardisierte (gemessen: Verhältnis).',
        en: 'Under the largest shift raw inputs need at least 150 times as many steps as standardized ones (measured: ratio).',
      },
      source: `${LECUN}, 4.3`,
      measure: (trace) => lastFrame(trace).rawSteps[LARGEST]! / lastFrame(trace).standardizedSteps[LARGEST]!,
      bound: { atLeast: 150 },
      over: 'every-seed',
    },
    {
      id: 'standardization-makes-the-bowl-round',
      text: {
        de: 'Standardisiert ist die Schüssel fast rund, bei jeder Verschiebung: $\\kappa$ ist höchstens 1,5 (größter Wert).',
        en: 'Standardized, the bowl is almost round whatever the shift: $\\kappa$ is at most 1.5 (largest value).',
      },
      source: `${GOODFELLOW}, 8.2.1`,
      measure: (trace) => Math.max(...lastFrame(trace).standardizedCondition),
      bound: { atMost: 1.5 },
      over: 'every-seed',
    },
    {
      id: 'a-shift-costs-more-than-a-scale',
      text: {
        de: 'Eine Verschiebung um drei Standardabweichungen kostet mehr als ein Streuungsverhältnis von 10: Nur skaliert braucht der Abstieg mindestens anderthalbmal so viele Schritte wie nur zentriert.',
        en: 'A shift of three standard deviations costs more than a ratio of spreads of 10: descent on inputs that are only scaled takes at least one and a half times as many steps as on inputs that are only centered.',
      },
      source: `${LECUN}, 4.3`,
      params: { scaleRatio: 10, largestShift: 3 },
      measure: (trace) => lastFrame(trace).scaledSteps[LARGEST]! / lastFrame(trace).centeredSteps[LARGEST]!,
      bound: { atLeast: 1.5 },
      over: 'every-seed',
    },
    {
      id: 'shift-and-scale-multiply',
      text: {
        de: 'Beides zusammen ist weit schlimmer: Mit $s = 10$ und $\\mu = 3$ ist $\\kappa$ der rohen Eingaben mindestens 10 000.',
        en: 'Both together are far worse: with $s = 10$ and $\\mu = 3$ the $\\kappa$ of the raw inputs is at least 10,000.',
      },
      source: `${GOODFELLOW}, 8.2.1`,
      params: { scaleRatio: 10, largestShift: 3 },
      measure: (trace) => lastFrame(trace).rawCondition[LARGEST]!,
      bound: { atLeast: 10_000 },
      over: 'every-seed',
    },
    {
      id: 'steps-follow-the-condition-number',
      text: {
        de: 'Die Schritte folgen der Konditionszahl: Rohe Eingaben brauchen bei der größten Verschiebung das Ein- bis Dreifache von $\\kappa$ (gemessen: Schritte durch $\\kappa$).',
        en: 'The steps follow the condition number: under the largest shift raw inputs need one to three times $\\kappa$ (measured: steps divided by $\\kappa$).',
      },
      source: `${LECUN}, 5.1`,
      measure: (trace) => lastFrame(trace).rawSteps[LARGEST]! / lastFrame(trace).rawCondition[LARGEST]!,
      bound: { atLeast: 1, atMost: 3 },
      over: 'every-seed',
    },
    {
      id: 'standardization-leaves-the-correlation',
      text: {
        de: 'Gegen Korrelation hilft Standardisierung nicht: Mit $\\rho = 0{,}9$ bleibt $\\kappa$ zwischen 12 und 28 (Theorie: 19).',
        en: 'Standardization does not help against correlation: with $\\rho = 0.9$ a $\\kappa$ between 12 and 28 remains (theory: 19).',
      },
      source: `${LECUN}, 4.3`,
      params: { correlation: 0.9 },
      measure: (trace) => lastFrame(trace).standardizedCondition[LARGEST]!,
      bound: { atLeast: 12, atMost: 28 },
      over: 'every-seed',
    },
  ],
});
