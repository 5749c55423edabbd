import { defineExperiment, type Trace } from '../kit/experiment';

/** Activation functions compared, each in networks of its own. */
export const ACTIVATIONS = ['sigmoid', 'tanh', 'relu'] as const;
/** One of them. */
export type ActivationName = (typeof ACTIVATIONS)[number];
/** How many depths are compared. */
export const DEPTHS = 3;
/** Units of every hidden layer. */
export const WIDTH = 16;

/** Computed before the first step. */
export type Setup = {
  /** Layers of weights of each network, `[depths]`, ascending from 2. */
  readonly depths: Float32Array;
  /** 1 (first) … depth of the deepest networks, `[layers]`. */
  readonly layers: Float32Array;
  /** How many layers a product of Jacobian matrices spans, 1 … depth − 2, `[counts]`. */
  readonly counts: Float32Array;
  /** Loss of a network that knows nothing, ln 2 nats. */
  readonly chance: number;
  /** Expected root mean square of the singular values before training, `[counts]`. */
  readonly sigmoidExpected: Float32Array;
  /** As `sigmoidExpected`, with tanh. */
  readonly tanhExpected: Float32Array;
  /** As `sigmoidExpected`, with ReLU. */
  readonly reluExpected: Float32Array;
};

/** State after `step` training steps. Of a network whose training has diverged all numbers are NaN. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** Mean cross entropy on the training points in nats, `[depths]`. */
  readonly sigmoidLoss: Float32Array;
  readonly tanhLoss: Float32Array;
  readonly reluLoss: Float32Array;
  /** Norm of the gradient by the weights and biases of each layer of the deepest network, `[layers]`. */
  readonly sigmoidGradient: Float32Array;
  readonly tanhGradient: Float32Array;
  readonly reluGradient: Float32Array;
  /** Root mean square of the singular values of the Jacobian matrix of the last k hidden layers, `[counts]`. */
  readonly sigmoidTypical: Float32Array;
  readonly tanhTypical: Float32Array;
  readonly reluTypical: Float32Array;
  /** Largest of these singular values, `[counts]`. */
  readonly sigmoidLargest: Float32Array;
  readonly tanhLargest: Float32Array;
  readonly reluLargest: Float32Array;
  /** The losses of all networks: those with the sigmoid from shallow to deep, then tanh, then ReLU; `[networks]`. */
  readonly loss: Float32Array;
  /** Norm of the gradient by all weights and biases of a network, `[networks]`. */
  readonly gradientNorm: Float32Array;
};

const FAMILIES = [
  { id: 'sigmoid', label: { de: 'Sigmoid', en: 'Sigmoid' } },
  { id: 'tanh', label: { de: 'tanh', en: 'tanh' } },
  { id: 'relu', label: { de: 'ReLU', en: 'ReLU' } },
] as const;

/** One entry of a view's list for each activation function. */
function eachFamily<Name extends string>(suffix: Name) {
  return FAMILIES.map(({ id, label }) => ({ field: `${id}${suffix}` as const, label }));
}

const SIZES = [
  { de: '2 Schichten', en: '2 layers' },
  { de: 'mittlere Tiefe', en: 'middle depth' },
  { de: 'größte Tiefe', en: 'largest depth' },
] as const;

function firstFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames[0]!;
}

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** First entry ÷ last entry. */
function firstToLast(values: Float32Array): number {
  return values[0]! / values.at(-1)!;
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016)';
const PASCANU = 'Pascanu, Mikolov, Bengio: On the difficulty of training recurrent neural networks (2013)';
const BENGIO =
  'Bengio, Simard, Frasconi: Learning long-term dependencies with gradient descent is difficult (1994)';
const GLOROT = 'Glorot, Bordes, Bengio: Deep sparse rectifier neural networks (2011)';
const SCHOENHOLZ = 'Schoenholz et al.: Deep information propagation (2017)';
const SAXE =
  'Saxe, McClelland, Ganguli: Exact solutions to the nonlinear dynamics of learning in deep linear neural networks (2014)';
const KINGMA = 'Kingma, Ba: Adam: a method for stochastic optimization (2015)';

/** Vanishing and exploding gradients: networks of three depths with three activation functions. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'vanishing-gradients',
  title: { de: 'Verschwindende Gradienten', en: 'Vanishing gradients' },
  summary: {
    de: 'Neun Netze, drei Tiefen mal drei Aktivierungsfunktionen: Mit Sigmoid lernt nur das flachste, mit ReLU lernen alle.',
    en: 'Nine networks, three depths times three activation functions: with the sigmoid only the shallowest learns, with ReLU all do.',
  },
  explanation: {
    de: String.raw`
Backpropagation schickt den Gradienten durch ein Produkt von **Jacobi-Matrizen**: Mit den Ausgaben $h_\ell = \varphi(W_\ell h_{\ell-1} + b_\ell)$ ist
$$
\frac{\partial L}{\partial h_{\ell}} = J_{\ell+1}^\top J_{\ell+2}^\top \cdots J_{D-1}^\top\, \frac{\partial L}{\partial h_{D-1}}, \qquad J_\ell = \operatorname{diag}\bigl(\varphi'(z_\ell)\bigr)\, W_\ell .
$$
Streckt jeder Faktor im Mittel um weniger als 1, so **verschwindet** der Gradient exponentiell mit der Zahl der Schichten; streckt er um mehr als 1, so wächst er ebenso. Bei Zufallsgewichten mit Standardabweichung $g/\sqrt{n_{\mathrm{in}}}$ ist diese Streckung etwa $g\,\sqrt{\mathrm{E}[\varphi'(z)^2]}$. Für die Sigmoidfunktion ist $\varphi' \le \tfrac14$; für ReLU ist $\varphi'$ 0 oder 1, je zur Hälfte, und mit $g = \sqrt2$ kommt gerade 1 heraus.

Hier lernen Netze mit drei Tiefen und drei Aktivierungsfunktionen dieselbe Aufgabe: eine Kreisscheibe von dem Ring zu trennen, der sie umgibt. Alle folgen ihrem Gradienten mit derselben Lernrate. Gradient und Jacobi-Matrizen werden im jeweils tiefsten Netz gemessen, vor dem Training und nach je fünf Schritten.`,
    en: String.raw`
Backpropagation sends the gradient through a product of **Jacobian matrices**: with the outputs $h_\ell = \varphi(W_\ell h_{\ell-1} + b_\ell)$
$$
\frac{\partial L}{\partial h_{\ell}} = J_{\ell+1}^\top J_{\ell+2}^\top \cdots J_{D-1}^\top\, \frac{\partial L}{\partial h_{D-1}}, \qquad J_\ell = \operatorname{diag}\bigl(\varphi'(z_\ell)\bigr)\, W_\ell .
$$
If each factor stretches by less than 1 on average, the gradient **vanishes** exponentially with the number of layers; if it stretches by more than 1, the gradient grows just as fast. With random weights of standard deviation $g/\sqrt{n_{\mathrm{in}}}$ this stretch is about $g\,\sqrt{\mathrm{E}[\varphi'(z)^2]}$. For the sigmoid function $\varphi' \le \tfrac14$; for ReLU $\varphi'$ is 0 or 1, half of the time each, and $g = \sqrt2$ gives just 1.

Here networks of three depths with three activation functions learn the same task: to tell a disc from the ring around it. All follow their gradient with the same learning rate. Gradient and Jacobian matrices are measured in the deepest network of each kind, before training and after every five steps.`,
  },
  limits: {
    de: `„Eigenwerte größer 1 lassen den Gradienten explodieren, kleinere lassen ihn verschwinden“ gilt streng nur für Potenzen *derselben* Matrix, also etwa für ein lineares rekurrentes Netz. In einem tiefen Netz werden verschiedene Matrizen multipliziert; dort entscheiden die Singulärwerte des Produkts, und die fallen weit auseinander: Eine Richtung kann wachsen, während die meisten verschwinden. Dass die Sigmoidfunktion in tiefen Netzen nicht lernt, gilt für zufällige Gewichte ohne Normalisierung und für Gradientenabstieg. Adam teilt jeden Eintrag durch seine übliche Größe; damit kommt meist auch das tiefste Sigmoid-Netz voran, nur langsamer als die flacheren. ReLU ist ebenfalls keine Garantie: Mit $g = 1$ schrumpft der Gradient je Schicht auf das 0,7-Fache, mit $g = 3$ explodiert er. Residuale Netze und Normalisierung lösen das Problem auf anderem Weg und kommen hier nicht vor.`,
    en: `“Eigenvalues above 1 make the gradient explode, smaller ones make it vanish” strictly holds only for powers of *one* matrix, as in a linear recurrent network. A deep network multiplies different matrices; what counts there are the singular values of the product, and they drift far apart: one direction may grow while most vanish. That the sigmoid function does not learn in deep networks holds for random weights without normalization and for gradient descent. Adam divides each entry by its usual size; with it even the deepest sigmoid network mostly makes progress, only more slowly than the shallower ones. ReLU is no guarantee either: with $g = 1$ the gradient shrinks to 0.7 times its size per layer, with $g = 3$ it explodes. Residual networks and normalization solve the problem in another way and do not occur here.`,
  },
  concepts: {
    de: [
      'verschwindender Gradient',
      'verschwindende Gradienten',
      'Vanishing Gradient',
      'Vanishing Gradients',
      'Vanishing-Gradient-Problem',
      'Jacobi-Matrix',
      'Jacobimatrix',
      'Produkt von Jacobi-Matrizen',
      'Initialisierung',
    ],
    en: [
      'vanishing gradient',
      'vanishing gradients',
      'vanishing gradient problem',
      'Jacobian matrix',
      'Jacobian',
      'Jacobian product',
      'initialization',
      'initialisation',
    ],
  },
  stepsPerFrame: 5,
  params: {
    depth: {
      kind: 'number',
      label: { de: 'Größte Tiefe', en: 'Largest depth' },
      symbol: 'D',
      unit: { de: 'Schichten', en: 'layers' },
      help: {
        de: 'Schichten mit Gewichten im tiefsten Netz; dazu kommen Netze mit 2 Schichten und mit einer Tiefe in der Mitte.',
        en: 'Layers of weights in the deepest network; beside it train networks with 2 layers and with a depth halfway between.',
      },
      min: 5,
      max: 14,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 10,
    },
    gain: {
      kind: 'number',
      label: { de: 'Anfangsgröße der Gewichte', en: 'Initial size of the weights' },
      symbol: 'g',
      help: {
        de: 'Standardabweichung der Gewichte mal √n_in: Je größer, desto stärker streckt jede Schicht den Gradienten.',
        en: 'Standard deviation of the weights times √n_in: the larger, the more each layer stretches the gradient.',
      },
      min: 0.5,
      max: 4,
      step: 0.1,
      scale: 'linear',
      default: 1.4,
    },
    optimizer: {
      kind: 'choice',
      label: { de: 'Verfahren', en: 'Method' },
      help: {
        de: 'Gradientenabstieg macht Schritte, die so klein sind wie der Gradient; Adam gleicht dessen Größe aus.',
        en: 'Gradient descent takes steps as small as the gradient; Adam evens out its size.',
      },
      options: [
        { value: 'gradient-descent', label: { de: 'Gradientenabstieg', en: 'Gradient descent' } },
        { value: 'adam', label: { de: 'Adam', en: 'Adam' } },
      ],
      default: 'gradient-descent',
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Größere Werte lernen schneller, gegen einen Faktor von einer Million helfen sie nicht; für Adam passt 0,01.',
        en: 'Larger values learn faster, but do not help against a factor of a million; 0.01 suits Adam.',
      },
      min: 0.01,
      max: 1,
      step: 0.1,
      scale: 'log',
      default: 0.3,
    },
    steps: {
      kind: 'number',
      label: { de: 'Trainingsschritte', en: 'Training steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Wie lange trainiert wird, jeder Schritt über alle Punkte.',
        en: 'How long training lasts, each step over all points.',
      },
      min: 100,
      max: 1000,
      step: 50,
      scale: 'linear',
      integer: true,
      default: 250,
    },
  },
  presets: [
    {
      id: 'lecun-rule',
      title: { de: 'g = 1', en: 'g = 1' },
      why: {
        de: 'Die Regel $1/\\sqrt{n_{\\mathrm{in}}}$: Für tanh passt sie, bei ReLU schrumpft der Gradient, bei Sigmoid auf weniger als ein Viertel je Schicht.',
        en: 'The rule $1/\\sqrt{n_{\\mathrm{in}}}$: it suits tanh, with ReLU the gradient shrinks, with the sigmoid to less than a quarter per layer.',
      },
      params: { gain: 1 },
    },
    {
      id: 'exploding',
      title: { de: 'Explodierend', en: 'Exploding' },
      why: {
        de: 'Mit $g = 3$ wächst der Gradient bei ReLU auf etwa das Doppelte je Schicht: Das tiefste Netz divergiert meist in den ersten Schritten, manchmal auch das mittlere; die anderen merken nichts davon.',
        en: 'With $g = 3$ the gradient about doubles per layer with ReLU: the deepest network mostly diverges within the first steps, sometimes the middle one too; the others never notice.',
      },
      params: { gain: 3, steps: 100 },
    },
    {
      id: 'adam',
      title: { de: 'Adam', en: 'Adam' },
      why: {
        de: 'Die Gradienten sind so klein wie zuvor, doch Adam gleicht ihre Größe aus: Meist kommen auch tiefe Sigmoid-Netze voran.',
        en: 'The gradients are as small as before, but Adam evens out their size: deep sigmoid networks mostly make progress too.',
      },
      params: { optimizer: 'adam', learningRate: 0.01 },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'first-layer-of-the-sigmoid',
      question: {
        de: 'Das tiefste Sigmoid-Netz vor dem Training: Wie groß ist der Gradient der ersten Schicht, verglichen mit dem der letzten?',
        en: 'The deepest sigmoid network before training: how large is the gradient of the first layer compared with that of the last?',
      },
      options: [
        {
          id: 'similar',
          text: { de: 'mindestens ein Zehntel davon', en: 'at least a tenth of it' },
        },
        {
          id: 'smaller',
          text: { de: 'ein Zehntel bis ein Tausendstel', en: 'a tenth to a thousandth' },
        },
        { id: 'tiny', text: { de: 'weniger als ein Tausendstel', en: 'less than a thousandth' } },
      ],
      answer: (trace) => {
        const ratio = firstToLast(firstFrame(trace).sigmoidGradient);
        if (ratio >= 0.1) return 'similar';
        return ratio >= 1e-3 ? 'smaller' : 'tiny';
      },
      because: {
        de: String.raw`Wegen $\varphi' \le \tfrac14$ streckt jede Schicht im Mittel höchstens auf das $g/4$-Fache, und die Faktoren aller Schichten multiplizieren sich.`,
        en: String.raw`Because of $\varphi' \le \tfrac14$ each layer stretches by at most $g/4$ on average, and the factors of all layers multiply.`,
      },
    },
    {
      kind: 'curve',
      id: 'loss-of-the-sigmoid',
      question: {
        de: 'Mehr Schichten haben mehr Kapazität. Wie hängt der Verlust der Sigmoid-Netze am Ende von der Tiefe ab?',
        en: 'More layers have more capacity. How does the final loss of the sigmoid networks depend on their depth?',
      },
      view: 'loss-by-depth',
      series: 0,
      range: [0.01, 1],
      because: {
        de: 'Kapazität nützt nur, wo ein Gradient ankommt: Wo er verschwindet, bleibt der Verlust bei $\\ln 2 \\approx 0{,}693$.',
        en: 'Capacity is of use only where a gradient arrives: where it vanishes, the loss stays at $\\ln 2 \\approx 0.693$.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Gradient der ersten durch den der letzten Schicht, im tiefsten Sigmoid-Netz',
        en: 'Gradient of the first layer over that of the last, in the deepest sigmoid network',
      },
      tex: String.raw`\frac{\|\partial L/\partial W_1\|}{\|\partial L/\partial W_D\|} = \frac{\live{first}}{\live{last}} = \live{ratio}`,
      values: ({ frames }, at) => {
        const { sigmoidGradient } = frames[at]!;
        const ratio = firstToLast(sigmoidGradient);
        return { first: sigmoidGradient[0]!, last: sigmoidGradient.at(-1)!, ratio };
      },
    },
    {
      label: {
        de: 'Streckung je Schicht im tiefsten Sigmoid-Netz jetzt; rechts die Theorie für die Zeit vor dem Training',
        en: 'Stretch per layer in the deepest sigmoid network now; on the right the theory for the time before training',
      },
      tex: String.raw`\live{stretch}^{1/\live{layers}} = \live{factor}, \qquad g\sqrt{\mathrm{E}[\varphi'(z)^2]} \approx \live{expected}`,
      values: ({ setup, frames }, at) => {
        const [stretch, layers] = [frames[at]!.sigmoidTypical.at(-1)!, setup.counts.length];
        const expected = setup.sigmoidExpected.at(-1)! ** (1 / layers);
        return { stretch, layers, factor: stretch ** (1 / layers), expected };
      },
    },
  ],
  divergence: {
    watched: 'loss',
    norm: 'gradientNorm',
    normLabel: { de: 'Gradientennorm ‖∇L‖', en: 'gradient norm ‖∇L‖' },
    variants: {
      labels: FAMILIES.flatMap(({ label }) =>
        SIZES.map((size) => ({ de: `${label.de}, ${size.de}`, en: `${label.en}, ${size.en}` })),
      ),
    },
    cause: {
      de: 'Die Gewichte beginnen zu groß: Der Gradient wächst mit jeder Schicht, und ein einziger Schritt entlang eines so großen Gradienten wirft die Gewichte weit hinaus. Es helfen ein kleineres $g$, eine kleinere Lernrate oder ein Gradient mit begrenzter Norm.',
      en: 'The weights begin too large: the gradient grows with every layer, and a single step along so large a gradient throws the weights far out. A smaller $g$, a smaller learning rate or a gradient of limited norm help.',
    },
  },
  views: [
    {
      kind: 'response',
      id: 'loss-by-depth',
      title: { de: 'Verlust je Tiefe', en: 'Loss by depth' },
      caption: {
        de: 'Mit Sigmoid bleibt der Verlust der tiefen Netze bei $\\ln 2 \\approx 0{,}693$, dem Wert des Ratens; mit tanh und ReLU fällt er bei jeder Tiefe.',
        en: 'With the sigmoid the loss of the deep networks stays at $\\ln 2 \\approx 0.693$, that of guessing; with tanh and ReLU it falls at every depth.',
      },
      x: { field: 'depths', title: { de: 'Schichten mit Gewichten D', en: 'Layers of weights D' } },
      y: {
        title: { de: 'Trainingsverlust L', en: 'Training loss L' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'log',
      },
      series: eachFamily('Loss'),
    },
    {
      kind: 'profile',
      id: 'gradient-by-layer',
      title: { de: 'Gradient je Schicht', en: 'Gradient by layer' },
      caption: {
        de: 'Im tiefsten Netz, vor dem ersten Schritt: Mit Sigmoid ist der Gradient der ersten Schicht um Größenordnungen kleiner als der letzten, mit tanh und ReLU liegen alle nahe beieinander.',
        en: 'In the deepest network, before the first step: with the sigmoid the gradient of the first layer is orders of magnitude smaller than that of the last; with tanh and ReLU all are close together.',
      },
      x: { field: 'layers', title: { de: 'Schicht ℓ', en: 'Layer ℓ' }, scale: 'linear' },
      y: { title: { de: 'Gradientennorm ‖∂L/∂W‖', en: 'Gradient norm ‖∂L/∂W‖' }, scale: 'log' },
      series: eachFamily('Gradient'),
    },
    {
      kind: 'profile',
      id: 'stretch-by-layers',
      title: { de: 'Streckung durch k Jacobi-Matrizen', en: 'Stretch by k Jacobian matrices' },
      caption: {
        de: 'Wie stark die letzten $k$ verdeckten Schichten einen Gradienten im quadratischen Mittel strecken. Die Theorie gilt vor dem Training; danach ändern sich die Gewichte und mit ihnen die Kurven.',
        en: 'How much the last $k$ hidden layers stretch a gradient, as a root mean square. Theory is for the time before training; then the weights change, and the curves with them.',
      },
      x: {
        field: 'counts',
        title: { de: 'Schichten im Produkt k', en: 'Layers in the product k' },
        scale: 'linear',
      },
      y: {
        title: {
          de: 'Quadratisches Mittel der Singulärwerte',
          en: 'Root mean square of the singular values',
        },
        scale: 'log',
      },
      series: eachFamily('Typical'),
      theory: FAMILIES.map(({ id }, series) => ({
        field: `${id}Expected` as const,
        label: { de: 'g·√E[φ′(z)²] je Schicht', en: 'g·√E[φ′(z)²] per layer' },
        source: SCHOENHOLZ,
        series,
      })),
    },
    {
      kind: 'profile',
      id: 'largest-singular-value',
      title: { de: 'Größter Singulärwert', en: 'Largest singular value' },
      caption: {
        de: 'Die Richtung, die am stärksten gestreckt wird: Mit tanh und ReLU wächst sie, auch wo die mittlere Streckung nahe 1 liegt.',
        en: 'The direction that is stretched the most: with tanh and ReLU it exceeds 1 even where the mean stretch is close to 1.',
      },
      x: {
        field: 'counts',
        title: { de: 'Schichten im Produkt k', en: 'Layers in the product k' },
        scale: 'linear',
      },
      y: { title: { de: 'Größter Singulärwert', en: 'Largest singular value' }, scale: 'log' },
      series: eachFamily('Largest'),
    },
  ],
  claims: [
    {
      id: 'the-gradient-vanishes-with-the-sigmoid',
      text: {
        de: 'Mit Sigmoid ist der Gradient der ersten Schicht vor dem Training höchstens ein Zehntausendstel des Gradienten der letzten (gemessen: Verhältnis der Normen).',
        en: 'With the sigmoid the gradient of the first layer before training is at most one ten-thousandth of that of the last (measured: ratio of the norms).',
      },
      source: BENGIO,
      measure: (trace) => firstToLast(firstFrame(trace).sigmoidGradient),
      bound: { atMost: 1e-4 },
      over: 'every-seed',
    },
    {
      id: 'the-gradient-survives-with-relu',
      text: {
        de: 'Mit ReLU bleibt er in derselben Größenordnung: mindestens drei Hundertstel.',
        en: 'With ReLU it stays in the same range: at least three hundredths.',
      },
      source: GLOROT,
      measure: (trace) => firstToLast(firstFrame(trace).reluGradient),
      bound: { atLeast: 0.03 },
      over: 'every-seed',
    },
    {
      id: 'the-deep-sigmoid-network-does-not-learn',
      text: {
        de: 'Das tiefste Sigmoid-Netz lernt nichts: Sein Verlust bleibt über 0,68 nat; wer nur rät, hat $\\ln 2 \\approx 0{,}693$.',
        en: 'The deepest sigmoid network learns nothing: its loss stays above 0.68 nats; mere guessing has $\\ln 2 \\approx 0.693$.',
      },
      source: `${GOODFELLOW}, 6.3.2`,
      measure: (trace) => lastFrame(trace).sigmoidLoss.at(-1)!,
      bound: { atLeast: 0.68 },
      over: 'every-seed',
    },
    {
      id: 'deep-networks-with-tanh-and-relu-learn',
      text: {
        de: 'Die tiefsten Netze mit tanh und ReLU lernen: Der größere ihrer beiden Verluste ist höchstens 0,05 nat.',
        en: 'The deepest networks with tanh and ReLU learn: the larger of their two losses is at most 0.05 nats.',
      },
      source: GLOROT,
      measure: (trace) => Math.max(lastFrame(trace).tanhLoss.at(-1)!, lastFrame(trace).reluLoss.at(-1)!),
      bound: { atMost: 0.05 },
      over: 'every-seed',
    },
    {
      id: 'theory-predicts-the-decay',
      text: {
        de: 'Die Theorie sagt die Abnahme mit Sigmoid voraus: Der Logarithmus der Streckung durch alle verdeckten Schichten weicht um höchstens 15 % ab (als Anteil).',
        en: 'Theory predicts the decay with the sigmoid: the logarithm of the stretch by all hidden layers deviates by at most 15 % (as a share).',
      },
      source: SCHOENHOLZ,
      measure: (trace) => {
        const measured = Math.log(firstFrame(trace).sigmoidTypical.at(-1)!);
        return Math.abs(measured / Math.log(trace.setup.sigmoidExpected.at(-1)!) - 1);
      },
      bound: { atMost: 0.15 },
      over: 'every-seed',
    },
    {
      id: 'few-directions-carry-the-product',
      text: {
        de: 'Wenige Richtungen tragen das Produkt: Mit ReLU ist der größte Singulärwert von acht Schichten mindestens 2,5-mal so groß wie das quadratische Mittel aller 16; 4 hieße, dass nur eine Richtung übrig ist.',
        en: 'Few directions carry the product: with ReLU the largest singular value of eight layers is at least 2.5 times the root mean square of all 16; 4 would mean that a single direction is left.',
      },
      source: SAXE,
      measure: (trace) => firstFrame(trace).reluLargest.at(-1)! / firstFrame(trace).reluTypical.at(-1)!,
      bound: { atLeast: 2.5 },
      over: 'every-seed',
    },
    {
      id: 'large-weights-make-the-gradient-explode',
      text: {
        de: 'Mit $g = 3$ explodiert er mit ReLU: Acht Schichten strecken ihn vor dem Training mindestens auf das 50-Fache.',
        en: 'With $g = 3$ it explodes with ReLU: eight layers stretch it to at least 50 times its size before training.',
      },
      source: PASCANU,
      params: { gain: 3, steps: 100 },
      measure: (trace) => firstFrame(trace).reluTypical.at(-1)!,
      bound: { atLeast: 50 },
      over: 'every-seed',
    },
    {
      id: 'adam-gets-the-deep-sigmoid-network-going',
      text: {
        de: 'Mit Adam und $\\eta = 0{,}01$ kommt auch das tiefste Sigmoid-Netz voran: Im Mittel ist sein Verlust am Ende höchstens 0,62 nat.',
        en: 'With Adam and $\\eta = 0.01$ even the deepest sigmoid network makes progress: on average its final loss is at most 0.62 nats.',
      },
      source: KINGMA,
      params: { optimizer: 'adam', learningRate: 0.01 },
      measure: (trace) => lastFrame(trace).sigmoidLoss.at(-1)!,
      bound: { atMost: 0.62 },
      over: 'mean',
    },
  ],
});
