import { defineExperiment, type Trace } from '../kit/experiment';

/** Weights of each of the two tasks. */
export const FEATURES = 20;
/** Distances δ of the tasks that are compared. */
export const DISTANCES: readonly number[] = [0, 0.1, 0.3, 1, 3];
/** Penalties λ that are compared: none, half decades from 0.001 to 1000, and hard sharing. */
export const PENALTIES: readonly number[] = [
  0,
  ...Array.from({ length: 13 }, (_, index) => 10 ** (index / 2 - 3)),
  Number.POSITIVE_INFINITY,
];
/** Index of the penalty 1000, before hard sharing. */
const STRONGEST = PENALTIES.length - 2;
/** Rows of the distances that the claims look at. */
const [SAME, NEAR, CLOSE, FAR, STRANGERS] = [0, 1, 2, 3, 4] as const;

/** Computed before the first repetition. Expected over noise and true weights, for the inputs of all repetitions. */
export type Setup = {
  /** λ: 0, 0.001 … 1000, and infinite for hard sharing, `[penalties]`. */
  readonly penalties: Float32Array;
  /** δ, `[distances]`. */
  readonly distances: Float32Array;
  /** Expected test error, `[distances, penalties]`. */
  readonly expectedError: Float32Array;
  /** The same at the shown λ, `[distances]`. */
  readonly expectedShared: Float32Array;
  /** The same with hard sharing, `[distances]`. */
  readonly expectedHard: Float32Array;
  /** Effective number of parameters, `[penalties]`. */
  readonly expectedParameters: Float32Array;
  /** The same at the shown λ. */
  readonly expectedShownParameters: number;
  /** Two points with equal coordinates, `[2, 2]`. */
  readonly diagonal: Float32Array;
};

/** State after `step` + 1 repetitions. Errors are expected squared errors on new data, mean over both tasks and all repetitions so far. */
export type Frame = {
  /** Repetitions before the last one. */
  readonly step: number;
  /** Test error, `[distances, penalties]`. */
  readonly error: Float32Array;
  /** Test error without sharing, `[distances]`. */
  readonly separateByDistance: Float32Array;
  /** The same at the shown λ. */
  readonly sharedByDistance: Float32Array;
  /** The same with hard sharing. */
  readonly hardByDistance: Float32Array;
  /** Effective number of parameters, measured from the noise, `[penalties]`. */
  readonly parameters: Float32Array;
  /** Test error at the shown δ: without sharing, at the shown λ, with hard sharing. */
  readonly separateError: number;
  readonly sharedError: number;
  readonly hardError: number;
  /** Effective number of parameters at the shown λ. */
  readonly shownParameters: number;
  /** Root mean square of ŵ_A − ŵ_B at the shown δ and λ. */
  readonly fittedDistance: number;
  /** Both weights of every feature at the shown δ in the last repetition, `[features, 2]`: without sharing, … */
  readonly separatePairs: Float32Array;
  /** … at the shown λ, … */
  readonly sharedPairs: Float32Array;
  /** … with hard sharing, … */
  readonly hardPairs: Float32Array;
  /** … and the true ones. */
  readonly truePairs: Float32Array;
};

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** Test error of every penalty for one of the distances. */
function errorsAt(trace: Trace<Setup, Frame>, distance: number): Float32Array {
  const columns = PENALTIES.length;
  return lastFrame(trace).error.subarray(distance * columns, (distance + 1) * columns);
}

/** Test error of hard sharing over that of separate models. */
function hardOverSeparate(trace: Trace<Setup, Frame>, distance: number): number {
  const errors = errorsAt(trace, distance);
  return errors.at(-1)! / errors[0]!;
}

/** Smallest test error over the smaller of the two extremes, no sharing and hard sharing. */
function bestOverExtremes(trace: Trace<Setup, Frame>, distance: number): number {
  const errors = errorsAt(trace, distance);
  return Math.min(...errors) / Math.min(errors[0]!, errors.at(-1)!);
}

/** λ* = σ² / (N δ²); NaN where the tasks are the same. */
function bestPenalty(noise: number, points: number, distance: number): number {
  return distance === 0 ? Number.NaN : noise ** 2 / (points * distance ** 2);
}

/** Test error at the compared λ next to λ* over the smallest one, under the defaults. */
function ruleOverBest(trace: Trace<Setup, Frame>, distance: number): number {
  const errors = errorsAt(trace, distance);
  const rule = bestPenalty(0.7, 25, DISTANCES[distance]!);
  const steps = PENALTIES.map((penalty) => Math.abs(Math.log(penalty / rule)));
  return errors[steps.indexOf(Math.min(...steps))]! / Math.min(...errors);
}

function penaltyLabel(penalty: number): { de: string; en: string } {
  if (penalty === Number.POSITIVE_INFINITY) return { de: 'hart', en: 'hard' };
  const text = String(Number(penalty.toPrecision(2)));
  return { de: text.replace('.', ','), en: text };
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const CARUANA = 'Caruana: Multitask learning (1997)';
const HASTIE = 'Hastie, Tibshirani, Friedman: The Elements of Statistical Learning (2nd ed., 2009)';

/** Two related regressions, tied by a penalty on the distance of their weights, from separate models to shared parameters. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'parameter-sharing',
  title: { de: 'Parameter Sharing: weich und hart', en: 'Parameter sharing: soft and hard' },
  summary: {
    de: 'Zwei verwandte Aufgaben: getrennte Modelle, eine Strafe auf den Abstand ihrer Gewichte oder dieselben Gewichte für beide.',
    en: 'Two related tasks: separate models, a penalty on the distance of their weights, or the same weights for both.',
  },
  explanation: {
    de: String.raw`
Zwei lineare Regressionen A und B haben je 20 Gewichte und je $N$ verrauschte Beispiele. Die wahren Gewichte sind verwandt: $w_B = w_A + \delta \cdot \text{(zufällige Richtung)}$. Getrennt gelernt gibt das 40 Parameter aus wenigen Daten. Eine **Strafe auf den Abstand** koppelt die beiden (**weiches Parameter Sharing**, auch **Parameter Tying**):
$$
\frac{1}{2N}\|X_A w_A - y_A\|^2 + \frac{1}{2N}\|X_B w_B - y_B\|^2 + \frac{\lambda}{2}\,\|w_A - w_B\|_2^2 .
$$
Mit $\lambda \to \infty$ werden die Gewichte gleich. Dann kann man auch von vornherein nur einen Satz speichern: das ist **hartes Parameter Sharing**, mit 20 statt 40 Parametern und den Daten beider Aufgaben.

Teilen senkt die Varianz, denn jede Aufgabe lernt aus den Daten der anderen mit. Es kostet Bias, sobald die Aufgaben verschieden sind. Wie viel die eine und das andere ausmachen, lässt sich für kleinste Quadrate ausrechnen; das sind die gestrichelten Linien. Hält man $w_A - w_B$ von vornherein für normalverteilt mit der Standardabweichung $\delta$ je Gewicht, so ist die Strafe die passende A-priori-Verteilung und
$$
\lambda^* = \frac{\sigma^2}{N \delta^2}
$$
die beste Stärke: viel Rauschen und wenige Daten sprechen fürs Teilen, verschiedene Aufgaben dagegen.

Ein Schritt ist hier eine Wiederholung mit neuen Aufgaben und neuen Daten. Das **Faltungsnetz** ist der bekannteste Fall harten Teilens: Jede Stelle des Bildes benutzt dieselben Filtergewichte.`,
    en: String.raw`
Two linear regressions A and B have 20 weights and $N$ noisy examples each. The true weights are related: $w_B = w_A + \delta \cdot \text{(random direction)}$. Learned separately, these are 40 parameters from few data. A **penalty on the distance** ties the two together (**soft parameter sharing**, also **parameter tying**):
$$
\frac{1}{2N}\|X_A w_A - y_A\|^2 + \frac{1}{2N}\|X_B w_B - y_B\|^2 + \frac{\lambda}{2}\,\|w_A - w_B\|_2^2 .
$$
As $\lambda \to \infty$ the weights become equal. One may then just as well store a single set from the start: that is **hard parameter sharing**, with 20 parameters instead of 40 and the data of both tasks.

Sharing lowers the variance, for each task also learns from the data of the other. It costs bias as soon as the tasks differ. How much either amounts to can be calculated for least squares; these are the dashed lines. If $w_A - w_B$ is held to be normally distributed beforehand, with a standard deviation of $\delta$ for each weight, the penalty is the fitting prior and
$$
\lambda^* = \frac{\sigma^2}{N \delta^2}
$$
the best strength: much noise and few data speak for sharing, different tasks against it.

One step here is a repetition with new tasks and new data. The **convolutional network** is the best-known case of hard sharing: every place of the image uses the same filter weights.`,
  },
  concepts: {
    de: [
      'Parameter Sharing',
      'Parameter-Sharing',
      'Parameterteilung',
      'Parameter Tying',
      'Parameter-Tying',
      'Parameter Penalty',
      'Weight Sharing',
      'Weight-Sharing',
      'Gewichtsteilung',
      'geteilte Parameter',
      'gemeinsame Parameter',
      'geteilte Gewichte',
      'gemeinsame Gewichte',
      'Multi-Task Learning',
      'Multi-Task-Lernen',
      'Parametersharing',
      'Paramater Sharing',
    ],
    en: [
      'parameter sharing',
      'parameter tying',
      'parameter penalty',
      'weight sharing',
      'weight tying',
      'shared parameters',
      'shared weights',
      'tied weights',
      'multi-task learning',
      'multitask learning',
      'paramater sharing',
    ],
  },
  stepsPerFrame: 1,
  params: {
    distance: {
      kind: 'number',
      label: { de: 'Gezeigter Abstand der Aufgaben', en: 'Shown distance of the tasks' },
      symbol: '\\delta',
      help: {
        de: 'Um wie viel sich die wahren Gewichte je Merkmal unterscheiden (im quadratischen Mittel); bei 0 sind die Aufgaben dieselben.',
        en: 'By how much the true weights differ for each feature (root mean square); at 0 the tasks are the same.',
      },
      min: 0,
      max: 3,
      step: 0.1,
      scale: 'linear',
      default: 0.3,
    },
    penalty: {
      kind: 'number',
      label: { de: 'Gezeigte Strafe', en: 'Shown penalty' },
      symbol: '\\lambda',
      help: {
        de: 'Wie stark der Abstand der gelernten Gewichte bestraft wird: Je größer, desto näher rücken sie zusammen. Die Kurven über λ zeigen immer alle.',
        en: 'How strongly the distance of the learned weights is penalized: the larger, the closer they move. The curves over λ always show all of them.',
      },
      min: 1e-3,
      max: 1e3,
      step: 0.1,
      scale: 'log',
      default: 0.2,
    },
    trainingPoints: {
      kind: 'number',
      label: { de: 'Trainingspunkte je Aufgabe', en: 'Training points for each task' },
      symbol: 'N',
      unit: { de: 'Punkte', en: 'points' },
      help: {
        de: 'Je mehr Daten jede Aufgabe selbst hat, desto weniger nützen ihr die der anderen.',
        en: 'The more data each task has itself, the less it profits from those of the other.',
      },
      min: 22,
      max: 200,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 25,
    },
    noise: {
      kind: 'number',
      label: { de: 'Rauschen der Zielwerte', en: 'Noise in the targets' },
      symbol: '\\sigma',
      help: {
        de: 'Standardabweichung des Rauschens: Je größer, desto mehr lohnt es sich, Daten zu teilen.',
        en: 'Standard deviation of the noise: the larger, the more it pays to share data.',
      },
      min: 0.1,
      max: 2,
      step: 0.1,
      scale: 'linear',
      default: 0.7,
    },
    repetitions: {
      kind: 'number',
      label: { de: 'Wiederholungen', en: 'Repetitions' },
      unit: { de: 'Wiederholungen', en: 'repetitions' },
      help: {
        de: 'Wie oft neue Aufgaben gezogen werden: Je öfter, desto näher kommen die Mittelwerte der Theorie.',
        en: 'How often new tasks are drawn: the more often, the closer the means come to theory.',
      },
      min: 10,
      max: 100,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 40,
    },
  },
  predictions: [
    {
      kind: 'choice',
      id: 'close-tasks',
      question: {
        de: String.raw`Die wahren Gewichte sind von der Größe 1 und unterscheiden sich um $\delta = 0{,}3$. Was gibt den kleinsten Testfehler?`,
        en: String.raw`The true weights are of size 1 and differ by $\delta = 0.3$. What gives the smallest test error?`,
      },
      options: [
        {
          id: 'separate',
          text: {
            de: 'getrennte Modelle, denn die Aufgaben sind verschieden',
            en: 'separate models, for the tasks differ',
          },
        },
        {
          id: 'soft',
          text: { de: 'eine mittlere Strafe auf den Abstand', en: 'a moderate penalty on the distance' },
        },
        { id: 'hard', text: { de: 'dieselben Gewichte für beide', en: 'the same weights for both' } },
      ],
      answer: (trace) => {
        const errors = errorsAt(trace, CLOSE);
        const best = errors.indexOf(Math.min(...errors));
        if (best === 0) return 'separate';
        return best >= STRONGEST ? 'hard' : 'soft';
      },
      because: {
        de: 'Wie ähnlich sich die Aufgaben sind, zählt im Vergleich zu Rauschen und Datenmenge: Eine Strafe der Größe $\\sigma^2 / (N\\delta^2)$ nimmt die Varianz und lässt den Unterschied stehen.',
        en: 'How similar the tasks are counts relative to noise and amount of data: a penalty of the size of $\\sigma^2 / (N\\delta^2)$ takes away the variance and leaves the difference standing.',
      },
    },
    {
      kind: 'choice',
      id: 'different-tasks',
      question: {
        de: String.raw`Und bei $\delta = 1$, wenn der Unterschied so groß ist wie die Gewichte selbst: Hilft die Strafe mit dem besten $\lambda$ noch?`,
        en: String.raw`And at $\delta = 1$, where the difference is as large as the weights themselves: does the penalty still help with the best $\lambda$?`,
      },
      options: [
        {
          id: 'harms',
          text: {
            de: 'nein, jede der verglichenen Strafen schadet',
            en: 'no, any of the compared penalties does harm',
          },
        },
        { id: 'little', text: { de: 'kaum, weniger als 10 %', en: 'hardly, less than 10 %' } },
        { id: 'clearly', text: { de: 'ja, um mindestens 10 %', en: 'yes, by at least 10 %' } },
      ],
      answer: (trace) => {
        const errors = errorsAt(trace, FAR);
        const ratio = Math.min(...errors) / errors[0]!;
        if (ratio >= 1) return 'harms';
        return ratio > 0.9 ? 'little' : 'clearly';
      },
      because: {
        de: 'Eine schwache Strafe zieht fast nur in den Richtungen, die die eigenen Daten kaum festlegen. Mit wenigen Daten gibt es solche Richtungen immer; mit vielen nicht.',
        en: 'A weak penalty pulls almost only in those directions that a task’s own data hardly determine. With few data there always are such directions; with many there are not.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Beste Strafe beim gezeigten Abstand, und die gezeigte',
        en: 'Best penalty at the shown distance, and the shown one',
      },
      tex: String.raw`\lambda^* = \frac{\sigma^2}{N \delta^2} = \frac{\live{variance}}{\live{spread}} = \live{best}, \qquad \lambda = \live{shown}`,
      values: (_trace, _frame, { noise, trainingPoints, distance, penalty }) => ({
        variance: noise ** 2,
        spread: trainingPoints * distance ** 2,
        best: bestPenalty(noise, trainingPoints, distance),
        shown: penalty,
      }),
    },
    {
      label: {
        de: 'Testfehler beim gezeigten Abstand: getrennt, mit der gezeigten Strafe, hart geteilt',
        en: 'Test error at the shown distance: separate, with the shown penalty, shared hard',
      },
      tex: String.raw`E_{0} = \live{separate}, \qquad E_{\lambda} = \live{shared}, \qquad E_{\infty} = \live{hard}`,
      values: ({ frames }, frame) => {
        const { separateError, sharedError, hardError } = frames[frame]!;
        return { separate: separateError, shared: sharedError, hard: hardError };
      },
    },
    {
      label: {
        de: String.raw`Wirksame Parameter beim gezeigten $\lambda$, erwartet und gemessen; $\kappa_i$ sind die Eigenwerte von $G_A^{-1} + G_B^{-1}$ mit $G = X^\top X / N$`,
        en: String.raw`Effective parameters at the shown $\lambda$, expected and measured; $\kappa_i$ are the eigenvalues of $G_A^{-1} + G_B^{-1}$ with $G = X^\top X / N$`,
      },
      tex: String.raw`40 - \sum_{i=1}^{20} \frac{\lambda\kappa_i}{1 + \lambda\kappa_i} = \live{expected} \approx \live{measured}`,
      values: ({ setup, frames }, frame) => ({
        expected: setup.expectedShownParameters,
        measured: frames[frame]!.shownParameters,
      }),
    },
  ],
  views: [
    {
      kind: 'response',
      id: 'error-by-penalty',
      title: { de: 'Testfehler je Strafe', en: 'Test error by penalty' },
      caption: {
        de: 'Gleiche Aufgaben: je mehr Teilen, desto besser. Ähnliche: Das Minimum liegt dazwischen. Verschiedene: Hartes Teilen schadet.',
        en: 'Equal tasks: the more sharing the better. Similar ones: the minimum lies in between. Different ones: hard sharing does harm.',
      },
      x: {
        field: 'penalties',
        title: { de: 'Strafe λ auf den Abstand', en: 'Penalty λ on the distance' },
        labels: PENALTIES.map(penaltyLabel),
      },
      y: { title: { de: 'Mittlerer quadratischer Fehler', en: 'Mean squared error' }, scale: 'log' },
      series: [{ field: 'error', label: { de: 'Test', en: 'Test' } }],
      variants: { field: 'distances', symbol: 'δ' },
      theory: [
        {
          field: 'expectedError',
          label: { de: 'σ² + Bias² + Varianz', en: 'σ² + bias² + variance' },
          source: `${HASTIE}, 7.3`,
          series: 0,
        },
      ],
    },
    {
      kind: 'scatter',
      id: 'pairs',
      title: { de: 'Die Gewichte beider Aufgaben', en: 'The weights of both tasks' },
      caption: {
        de: 'Ein Punkt je Merkmal. Getrennt gelernt streuen die Paare weit; die Strafe zieht sie zur Diagonale, hartes Teilen legt sie darauf.',
        en: 'One dot for each feature. Learned separately the pairs scatter widely; the penalty pulls them to the diagonal, hard sharing puts them on it.',
      },
      x: { title: { de: 'Gewicht von A', en: 'Weight of A' }, scale: 'linear', range: [-5, 5] },
      y: { title: { de: 'Gewicht von B', en: 'Weight of B' }, scale: 'linear', range: [-5, 5] },
      series: [
        { field: 'separatePairs', label: { de: 'getrennt', en: 'Separate' } },
        { field: 'sharedPairs', label: { de: 'gezeigtes λ', en: 'Shown λ' } },
        { field: 'hardPairs', label: { de: 'hart geteilt', en: 'Shared hard' } },
        { field: 'truePairs', label: { de: 'wahre Gewichte', en: 'True weights' } },
      ],
      line: { field: 'diagonal', label: { de: 'gleiche Gewichte', en: 'Equal weights' } },
    },
    {
      kind: 'response',
      id: 'error-by-distance',
      title: { de: 'Testfehler je Abstand der Aufgaben', en: 'Test error by distance of the tasks' },
      caption: {
        de: 'Getrennten Modellen ist der Abstand gleich; hartes Teilen ist bei $\\delta = 0{,}3$ noch besser und bei 1 schon viel schlechter.',
        en: 'Separate models do not care about the distance; hard sharing is still better at $\\delta = 0.3$ and already much worse at 1.',
      },
      x: { field: 'distances', title: { de: 'Abstand der Aufgaben δ', en: 'Distance of the tasks δ' } },
      y: { title: { de: 'Mittlerer quadratischer Fehler', en: 'Mean squared error' }, scale: 'log' },
      series: [
        { field: 'separateByDistance', label: { de: 'getrennt', en: 'Separate' } },
        { field: 'sharedByDistance', label: { de: 'gezeigtes λ', en: 'Shown λ' } },
        { field: 'hardByDistance', label: { de: 'hart geteilt', en: 'Shared hard' } },
      ],
      theory: [
        {
          field: 'expectedShared',
          label: { de: 'σ² + Bias² + Varianz', en: 'σ² + bias² + variance' },
          source: `${HASTIE}, 7.3`,
          series: 1,
        },
        {
          field: 'expectedHard',
          label: { de: 'σ² + Bias² + Varianz', en: 'σ² + bias² + variance' },
          source: `${HASTIE}, 7.3`,
          series: 2,
        },
      ],
    },
    {
      kind: 'response',
      id: 'parameters-by-penalty',
      title: { de: 'Wirksame Parameter', en: 'Effective parameters' },
      caption: {
        de: 'Gespeichert werden 40 Zahlen, erst hart geteilt nur 20; was sie den Daten anpassen können, sinkt dazwischen stetig.',
        en: 'Forty numbers are stored, and only with hard sharing twenty; what they can fit to the data falls steadily in between.',
      },
      x: {
        field: 'penalties',
        title: { de: 'Strafe λ auf den Abstand', en: 'Penalty λ on the distance' },
        labels: PENALTIES.map(penaltyLabel),
      },
      y: { title: { de: 'Wirksame Parameter', en: 'Effective parameters' }, scale: 'linear', range: [0, 45] },
      series: [
        {
          field: 'parameters',
          label: { de: 'gemessen: Σ Cov(ŷ, y) / σ²', en: 'Measured: Σ Cov(ŷ, y) / σ²' },
        },
      ],
      theory: [
        {
          field: 'expectedParameters',
          label: { de: 'tr(∂ŷ/∂y)', en: 'tr(∂ŷ/∂y)' },
          source: `${HASTIE}, 7.6`,
          series: 0,
        },
      ],
    },
  ],
  presets: [
    {
      id: 'same-task',
      title: { de: 'Dieselbe Aufgabe', en: 'The same task' },
      why: {
        de: String.raw`$\delta = 0$ und eine starke Strafe: Alle Punkte liegen fast auf der Diagonale und näher bei den wahren Gewichten; der Fehler ist rund 30 % des getrennten.`,
        en: String.raw`$\delta = 0$ and a strong penalty: all points lie almost on the diagonal and closer to the true weights; the error is about 30 % of the separate one.`,
      },
      params: { distance: 0, penalty: 100 },
    },
    {
      id: 'tied-too-firmly',
      title: { de: 'Zu fest gekoppelt', en: 'Tied too firmly' },
      why: {
        de: String.raw`$\delta = 1$ und $\lambda = 1000$: Die Gewichte werden gleich, obwohl die Aufgaben es nicht sind; der Fehler ist etwa das Dreifache des getrennten.`,
        en: String.raw`$\delta = 1$ and $\lambda = 1000$: the weights become equal although the tasks are not; the error is about three times the separate one.`,
      },
      params: { distance: 1, penalty: 1000 },
    },
    {
      id: 'plenty-of-data',
      title: { de: 'Viele Daten', en: 'Plenty of data' },
      why: {
        de: 'Mit 200 Punkten je Aufgabe bringt Teilen selbst dann nur etwa 5 %, wenn die Aufgaben dieselben sind.',
        en: 'With 200 points for each task sharing gives only about 5 % even if the tasks are the same.',
      },
      params: { trainingPoints: 200 },
    },
  ],
  limits: {
    de: String.raw`„Ähnliche Aufgaben, ähnliche Parameter“ gilt, solange der Unterschied klein ist gegen das, was das Rauschen ohnehin verwischt, etwa $\sigma / \sqrt{N}$ je Gewicht, und bei so wenigen Daten auch deutlich mehr. Wer stattdessen gleich dieselben Parameter verwendet, spart die Hälfte des Speichers, legt sich aber auf $\delta = 0$ fest: Schon bei $\delta = 1$ ist der Fehler rund dreimal so groß wie mit getrennten Modellen, bei $\delta = 3$ rund das 25-Fache. Die weiche Strafe spart keinen Speicher; dafür schadet sie mit passendem $\lambda$ nicht und hilft hier noch bei $\delta = 1$ um gut ein Viertel. Die Formel für $\lambda^*$ setzt $\delta$ und $\sigma$ voraus, die in der Praxis niemand kennt; man wählt $\lambda$ auf Validierungsdaten. In tiefen Netzen bezieht sich Teilen meist auf einen Teil der Schichten (Caruana 1997) oder auf alle Stellen eines Bildes wie beim Faltungsnetz; dort ist nicht der Abstand der Aufgaben die Frage, sondern ob die Welt wirklich an jeder Stelle dieselbe ist. Welche Gewichte sich Werte teilen sollen, kann auch mitgelernt werden (Nowlan und Hinton 1992). Beides zeigt dieses Experiment nicht.`,
    en: String.raw`“Similar tasks, similar parameters” holds as long as the difference is small against what the noise blurs anyway, about $\sigma / \sqrt{N}$ for each weight, and with so few data clearly more. Using the same parameters right away saves half of the memory but commits to $\delta = 0$: already at $\delta = 1$ the error is about three times that of separate models, at $\delta = 3$ about 25 times. The soft penalty saves no memory; in return it does no harm with a suitable $\lambda$ and here still helps by a good quarter at $\delta = 1$. The formula for $\lambda^*$ requires $\delta$ and $\sigma$, which nobody knows in practice; $\lambda$ is chosen on validation data. In deep networks sharing mostly concerns some of the layers (Caruana 1997) or all places of an image, as in a convolutional network; there the question is not how far the tasks are apart but whether the world really is the same at every place. Which weights are to share values can be learned as well (Nowlan and Hinton 1992). This experiment shows neither.`,
  },
  claims: [
    {
      id: 'the-same-task-is-best-shared',
      text: {
        de: 'Sind die Aufgaben dieselben, so hat hartes Teilen höchstens 45 % des Testfehlers getrennter Modelle.',
        en: 'If the tasks are the same, hard sharing has at most 45 % of the test error of separate models.',
      },
      source: `${GOODFELLOW}, 7.9`,
      measure: (trace) => hardOverSeparate(trace, SAME),
      bound: { atMost: 0.45 },
      over: 'every-seed',
    },
    {
      id: 'more-sharing-never-hurts-the-same-task',
      text: {
        de: 'Sind die Aufgaben dieselben, so steigt der Testfehler von keinem $\\lambda$ zum nächsten um mehr als 1 % (gemessen: größtes Verhältnis).',
        en: 'If the tasks are the same, the test error rises from no $\\lambda$ to the next by more than 1 % (measured: largest ratio).',
      },
      source: `${GOODFELLOW}, 7.9`,
      measure: (trace) => {
        const errors = errorsAt(trace, SAME);
        return Math.max(...errors.subarray(1).map((error, index) => error / errors[index]!));
      },
      bound: { atMost: 1.01 },
      over: 'every-seed',
    },
    {
      id: 'similar-tasks-want-a-moderate-penalty',
      text: {
        de: 'Bei $\\delta = 0{,}3$ liegt das Minimum dazwischen: Der kleinste Testfehler ist höchstens 88 % des besseren der beiden Enden, getrennt und hart.',
        en: 'At $\\delta = 0.3$ the minimum lies in between: the smallest test error is at most 88 % of the better of the two ends, separate and hard.',
      },
      source: `${GOODFELLOW}, 7.9`,
      measure: (trace) => bestOverExtremes(trace, CLOSE),
      bound: { atMost: 0.88 },
      over: 'every-seed',
    },
    {
      id: 'hard-sharing-harms-different-tasks',
      text: {
        de: 'Bei $\\delta = 1$ ist der Testfehler mit hartem Teilen im Mittel mindestens doppelt so groß wie getrennt.',
        en: 'At $\\delta = 1$ the test error with hard sharing is on average at least twice that of separate models.',
      },
      source: CARUANA,
      measure: (trace) => hardOverSeparate(trace, FAR),
      bound: { atLeast: 2 },
      over: 'mean',
    },
    {
      id: 'hard-sharing-ruins-unrelated-tasks',
      text: {
        de: 'Bei $\\delta = 3$ ist der Testfehler mit hartem Teilen im Mittel mindestens das Zwölffache dessen von getrennten Modellen.',
        en: 'At $\\delta = 3$ the test error with hard sharing is on average at least twelve times that of separate models.',
      },
      source: CARUANA,
      measure: (trace) => hardOverSeparate(trace, STRANGERS),
      bound: { atLeast: 12 },
      over: 'mean',
    },
    {
      id: 'a-weak-penalty-still-helps-different-tasks',
      text: {
        de: 'Auch bei $\\delta = 1$ hilft die Strafe mit dem besten $\\lambda$: Der Testfehler ist im Mittel höchstens 85 % des getrennten.',
        en: 'Even at $\\delta = 1$ the penalty helps with the best $\\lambda$: the test error is on average at most 85 % of the separate one.',
      },
      source: `${GOODFELLOW}, 7.9`,
      measure: (trace) => bestOverExtremes(trace, FAR),
      bound: { atMost: 0.85 },
      over: 'mean',
    },
    {
      id: 'a-strong-penalty-is-hard-sharing',
      text: {
        de: 'Mit $\\lambda = 1000$ gleicht der Testfehler dem von hartem Teilen bis auf 2 %, bei jedem $\\delta$ (gemessen: größte relative Abweichung).',
        en: 'With $\\lambda = 1000$ test error equals that of hard sharing to 2 %, at every $\\delta$ (measured: largest relative deviation).',
      },
      source: `${GOODFELLOW}, 7.9`,
      measure: (trace) =>
        Math.max(
          ...DISTANCES.map((_, distance) => {
            const errors = errorsAt(trace, distance);
            return Math.abs(errors[STRONGEST]! / errors.at(-1)! - 1);
          }),
        ),
      bound: { atMost: 0.02 },
      over: 'every-seed',
    },
    {
      id: 'the-rule-finds-the-best-penalty',
      text: {
        de: 'Das $\\lambda$ der Reihe, das $\\sigma^2 / (N\\delta^2)$ am nächsten liegt, kostet bei $\\delta = 0{,}1$; 0,3 und 1 im Mittel höchstens 10 % mehr Testfehler als das beste (gemessen: größtes Verhältnis).',
        en: 'The compared $\\lambda$ next to $\\sigma^2 / (N\\delta^2)$ costs at $\\delta = 0.1$, 0.3 and 1 on average at most 10 % more test error than the best one (measured: largest ratio).',
      },
      source: `${GOODFELLOW}, 5.6.1`,
      measure: (trace) => Math.max(...[NEAR, CLOSE, FAR].map((distance) => ruleOverBest(trace, distance))),
      bound: { atMost: 1.1 },
      over: 'mean',
    },
    {
      id: 'sharing-halves-the-parameters',
      text: {
        de: 'Hart geteilt sind, am Rauschen gemessen, 40 bis 60 % der Parameter wirksam, die es getrennt sind (gemessen: Anteil).',
        en: 'Shared hard, measured from the noise, 40 to 60 % of the parameters are effective that are so separately (measured: share).',
      },
      source: `${HASTIE}, 7.6`,
      measure: (trace) => lastFrame(trace).parameters.at(-1)! / lastFrame(trace).parameters[0]!,
      bound: { atLeast: 0.4, atMost: 0.6 },
      over: 'every-seed',
    },
  ],
});
