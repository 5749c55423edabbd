import { defineExperiment, type Trace } from '../kit/experiment';

/** Turns to either side, in degrees, of the variants that only turn and whose range the learner does not set. */
export const TURNS = [90, 180] as const;
/** What each variant does to its copies; the turns of `TURNS` are the last ones. */
export const KIND = { none: 0, noise: 1, shift: 2, rotation: 3, elastic: 4, all: 5, turns: 6 } as const;
/** How many networks train at once. */
export const VARIANTS = KIND.turns + TURNS.length;
/** The variant with the largest turns. */
export const LAST_TURN = VARIANTS - 1;
/** The variants of the pictures by kind, in their order. */
export const SHOWN = [
  KIND.none,
  KIND.noise,
  KIND.shift,
  KIND.rotation,
  KIND.elastic,
  KIND.all,
  LAST_TURN,
] as const;
/** Place of the largest turns among the shown ones. */
const TURNED = SHOWN.length - 1;
/** The original and its copies in a row of the pictures. */
export const ACROSS = 9;

/** Computed before the first step. */
export type Setup = {
  /** Place of each shown variant, 0, 1, … */
  readonly kinds: Float32Array;
  /** Largest turn of the variants that only turn, in degrees, ascending from 0; the learner's own is among them. */
  readonly ranges: Float32Array;
  /** For the noise: σ √196, how far copies are from their originals; NaN for the other kinds. As long as `kinds`. */
  readonly noiseDistance: Float32Array;
  /** Digits of one training step. */
  readonly batch: number;
};

/** State after `step` training steps. Arrays without a shape are as long as `kinds`. */
export type Frame = {
  /** Training steps done. */
  readonly step: number;
  /** A digit and copies of it, ink 0…255, `[shown, ACROSS, 14, 14]`. */
  readonly images: Uint8Array;
  /** What the network of each row reads in them, 0 … 9, `[shown, ACROSS]`. */
  readonly readings: Float32Array;
  /** 1 where that is wrong, `[shown, ACROSS]`. */
  readonly misread: Uint8Array;
  /** Share of the training digits, unchanged, that are read correctly. */
  readonly trainAccuracy: Float32Array;
  /** Share of digits that no network was trained on that are read correctly. */
  readonly testAccuracy: Float32Array;
  /** Mean cross entropy on the training digits, unchanged, in nats. */
  readonly trainLoss: Float32Array;
  /** Mean cross entropy on the test digits, in nats. */
  readonly testLoss: Float32Array;
  /** How far copies are from their originals: root mean square of ‖copy − original‖, one unit for a pixel from paper to ink. */
  readonly distance: Float32Array;
  /** Share of test digits read correctly, by `ranges`. */
  readonly turnedAccuracy: Float32Array;
  /** Share of the sixes and nines of the test that are read as the other, by `ranges`. */
  readonly mixed: Float32Array;
  /** Share of the test digits of each class (row) read as each class (column), network without augmentation, `[10, 10]`. */
  readonly confusionsPlain: Float32Array;
  /** The same for the network with turns up to ±180°. */
  readonly confusionsTurned: Float32Array;
};

function lastFrame({ frames }: Trace<Setup, Frame>): Frame {
  return frames.at(-1)!;
}

/** By how much more of the test digits this kind reads correctly than the network without augmentation, in percentage points. */
function gainOf(trace: Trace<Setup, Frame>, place: number): number {
  const { testAccuracy } = lastFrame(trace);
  return 100 * (testAccuracy[place]! - testAccuracy[KIND.none]!);
}

const GOODFELLOW = 'Goodfellow, Bengio, Courville: Deep Learning (2016), 7.4';
const SIMARD =
  'Simard, Steinkraus, Platt: Best practices for convolutional neural networks applied to visual document analysis (2003)';

const kindLabels = [
  { de: 'ohne', en: 'none' },
  { de: 'Rauschen', en: 'noise' },
  { de: 'Verschiebung', en: 'shift' },
  { de: 'Drehung', en: 'rotation' },
  { de: 'elastisch', en: 'elastic' },
  { de: 'alle drei', en: 'all three' },
  { de: '±180°', en: '±180°' },
] as const;

const digitSide = (de: string, en: string) => ({ title: { de, en }, count: 10, first: 0 });

/** Data augmentation: eight networks that learn the same hundred digits, each from its own kind of changed copies. */
export const spec = defineExperiment<Setup, Frame>()({
  id: 'data-augmentation',
  title: { de: 'Data Augmentation: Ziffern verändern', en: 'Data augmentation: changing digits' },
  summary: {
    de: 'Acht Netze lernen dieselben wenigen Ziffern; jedes sieht sie anders verändert: verrauscht, verschoben, gedreht oder elastisch verformt.',
    en: 'Eight networks learn the same few digits; each sees them changed in another way: with noise, shifted, rotated or elastically deformed.',
  },
  explanation: {
    de: String.raw`
Mehr Trainingsdaten sind das beste Mittel gegen Overfitting, aber sie sind teuer. **Data Augmentation** stellt welche her: Bei jedem Schritt sieht das Netz statt der Ziffer $x$ eine zufällig veränderte Kopie $T(x)$ mit demselben Label $y$. Minimiert wird also
$$
\tilde L(\theta) = \frac1N \sum_{i=1}^{N} \mathbb{E}_T\, L\big(\theta;\, T(x_i),\, y_i\big).
$$
Welche $T$ man wählt, ist *Wissen über die Aufgabe*: Eine etwas gedrehte oder verschobene Sechs bleibt eine Sechs. Die **elastische Verformung** verschiebt jeden Pixel um ein zufälliges, aber glattes Feld und ahmt so nach, wie eine Hand schwankt.

Hier lernen acht Netze gleichzeitig dieselben Ziffern in $14 \times 14$ Pixeln, mit denselben Anfangsgewichten, in derselben Reihenfolge und mit denselben Zufallszahlen. Sie unterscheiden sich nur darin, *wie* ihre Kopien verändert sind: gar nicht, mit **Rauschen**, verschoben (**Translation**), gedreht (**Rotation**), elastisch verformt oder alles drei (ohne Rauschen); zwei weitere drehen zu weit, bis $\pm 90°$ und bis $\pm 180°$. Geprüft werden alle an 500 unveränderten Ziffern.`,
    en: String.raw`
More training data are the best remedy for overfitting, but they are expensive. **Data augmentation** makes some: at every step the network sees, instead of the digit $x$, a randomly changed copy $T(x)$ with the same label $y$. So what is minimized is
$$
\tilde L(\theta) = \frac1N \sum_{i=1}^{N} \mathbb{E}_T\, L\big(\theta;\, T(x_i),\, y_i\big).
$$
Which $T$ to choose is *knowledge about the task*: a six that is turned or shifted a little is still a six. An **elastic deformation** moves every pixel by a random but smooth field and so imitates how a hand wavers.

Here eight networks learn the same digits of $14 \times 14$ pixels at the same time, from the same initial weights, in the same order and with the same random numbers. They differ only in *how* their copies are changed: not at all, with **noise**, shifted (**translation**), turned (**rotation**), elastically deformed, or all three (without noise); two more turn too far, up to $\pm 90°$ and up to $\pm 180°$. All are tested on 500 unchanged digits.`,
  },
  limits: {
    de: 'Die Kopien müssen in der Klasse bleiben *und* dem ähneln, was später zu lesen ist. Deshalb helfen hier Drehungen bis $\\pm 15°$ und elastische Verformung, Drehungen bis $\\pm 180°$ aber schaden, und Rauschen oder ein Pixel Verschiebung bringen im Mittel höchstens etwa zwei Prozentpunkte: MNIST-Ziffern sind sauber und zentriert, und ein Netz ohne Faltungen muss jede Lage eigens lernen. Für zu kleine Netze oder zu kurzes Training ist alles zusammen nicht besser als das Beste allein; die Trainingsziffern werden dann selbst nicht mehr fehlerfrei gelesen. Ein Label-Fehler durch die Änderung (6 und 9, aber auch b und d beim Spiegeln) ist schlimmer als keine Kopie. Und Kopien sind nicht unabhängig: Hundert Ziffern, tausendfach verändert, ersetzen keine hunderttausend. Eine einzelne Stichprobe kann vom Mittel um mehrere Prozentpunkte abweichen.',
    en: 'The copies have to stay in their class *and* resemble what will be read later. That is why rotations up to $\\pm 15°$ and elastic deformation help here, while rotations up to $\\pm 180°$ do harm, and noise or a shift by one pixel gains no more than about two percentage points on average: the digits of MNIST are clean and centred, and a network without convolutions has to learn every position by itself. For a network too small or training too short everything together is no better than the best alone; then not even the training digits are read without mistakes. A label made wrong by the change (6 and 9, but also b and d when mirrored) is worse than no copy. And copies are not independent: a hundred digits, each changed a thousand times, do not replace a hundred thousand. A single sample can differ from the mean by several percentage points.',
  },
  concepts: {
    de: [
      'Data Augmentation',
      'Datenaugmentation',
      'Datenaugmentierung',
      'Datenvermehrung',
      'Augmentierung',
      'Data Augmentierung',
      'Data Augmentaion',
      'elastische Verformung',
      'elastische Verzerrung',
      'künstliche Trainingsdaten',
      'Bildtransformation',
    ],
    en: [
      'data augmentation',
      'dataset augmentation',
      'image augmentation',
      'data augmentaion',
      'augmentation',
      'elastic deformation',
      'elastic distortion',
      'label-preserving transformation',
      'artificial training data',
    ],
  },
  stepsPerFrame: 50,
  params: {
    source: {
      kind: 'choice',
      label: { de: 'Ziffern', en: 'Digits' },
      help: {
        de: 'Handgeschriebene Ziffern aus MNIST oder gezeichnete: aus Strichen mit zufälliger Neigung, Breite und zitternder Hand.',
        en: 'Handwritten digits from MNIST or drawn ones: from strokes with random slant, width and a shaky hand.',
      },
      options: [
        { value: 'mnist', label: { de: 'MNIST', en: 'MNIST' } },
        { value: 'drawn', label: { de: 'gezeichnet', en: 'drawn' } },
      ],
      default: 'mnist',
    },
    noise: {
      kind: 'number',
      label: { de: 'Rauschen', en: 'Noise' },
      symbol: '\\sigma',
      help: {
        de: 'Standardabweichung dessen, was zu jedem Pixel hinzukommt (Papier ist 0, Tinte 1).',
        en: 'Standard deviation of what is added to every pixel (paper is 0, ink 1).',
      },
      min: 0,
      max: 0.6,
      step: 0.05,
      scale: 'linear',
      default: 0.3,
    },
    shift: {
      kind: 'number',
      label: { de: 'Verschiebung', en: 'Shift' },
      unit: { de: 'Pixel', en: 'pixels' },
      help: {
        de: 'So viele Pixel wandert eine Kopie höchstens, waagerecht und senkrecht. Eine Ziffer ist etwa 10 Pixel hoch.',
        en: 'A copy moves by at most this many pixels, horizontally and vertically. A digit is about 10 pixels high.',
      },
      min: 0,
      max: 3,
      step: 1,
      scale: 'linear',
      integer: true,
      default: 1,
    },
    rotation: {
      kind: 'number',
      label: { de: 'Drehung', en: 'Rotation' },
      symbol: '\\varphi',
      unit: { de: 'Grad', en: 'degrees' },
      help: {
        de: 'So weit dreht sich eine Kopie höchstens, nach beiden Seiten.',
        en: 'A copy turns by at most this much, to either side.',
      },
      min: 0,
      max: 180,
      step: 5,
      scale: 'linear',
      default: 15,
    },
    elastic: {
      kind: 'number',
      label: { de: 'Elastische Verformung', en: 'Elastic deformation' },
      symbol: 's',
      unit: { de: 'Pixel', en: 'pixels' },
      help: {
        de: 'Standardabweichung des glatten Felds, das die Pixel verschiebt: je größer, desto zittriger die Hand.',
        en: 'Standard deviation of the smooth field that moves the pixels: the larger, the shakier the hand.',
      },
      min: 0,
      max: 2,
      step: 0.1,
      scale: 'linear',
      default: 0.8,
    },
    trainingDigits: {
      kind: 'number',
      label: { de: 'Trainingsziffern', en: 'Training digits' },
      symbol: 'N',
      unit: { de: 'Ziffern', en: 'digits' },
      help: {
        de: 'Von jeder Klasse gleich viele, zufällig ausgewählt. Je mehr echte Daten, desto weniger bringen künstliche.',
        en: 'As many of each class, chosen at random. The more real data there are, the less artificial ones gain.',
      },
      min: 20,
      max: 500,
      step: 10,
      scale: 'linear',
      integer: true,
      default: 100,
    },
    learningRate: {
      kind: 'number',
      label: { de: 'Lernrate', en: 'Learning rate' },
      symbol: '\\eta',
      help: {
        de: 'Adam ändert jedes Gewicht je Schritt um höchstens etwa so viel.',
        en: 'Adam changes every weight by at most about this much in a step.',
      },
      min: 0.0006,
      max: 0.06,
      step: 0.1,
      scale: 'log',
      default: 0.006,
    },
    hiddenUnits: {
      kind: 'number',
      label: { de: 'Verdeckte Units', en: 'Hidden units' },
      unit: { de: 'Units', en: 'units' },
      help: {
        de: 'Breite der einen verdeckten Schicht. Mehr Units machen auch das Training langsamer.',
        en: 'Width of the single hidden layer. More units also make training slower.',
      },
      min: 8,
      max: 64,
      step: 8,
      scale: 'linear',
      integer: true,
      default: 32,
    },
    steps: {
      kind: 'number',
      label: { de: 'Trainingsschritte', en: 'Training steps' },
      unit: { de: 'Schritte', en: 'steps' },
      help: {
        de: 'Jeder Schritt nimmt 25 Ziffern, jede neu verändert. Wer aus Kopien lernt, braucht länger.',
        en: 'Every step takes 25 digits, each changed anew. Learning from copies takes longer.',
      },
      min: 50,
      max: 2000,
      step: 50,
      scale: 'linear',
      integer: true,
      default: 500,
    },
  },
  presets: [
    {
      id: 'few-digits',
      title: { de: 'Sehr wenige Ziffern', en: 'Very few digits' },
      why: {
        de: 'Zwei Beispiele je Klasse: Hier bringen die Kopien am meisten, vor allem die Verformung. Doch auch dann liest das Netz nicht viel mehr als 60 %.',
        en: 'Two examples of each class: here copies gain most, deforming above all. Yet even then the network reads hardly more than 60 %.',
      },
      params: { trainingDigits: 20 },
    },
    {
      id: 'many-digits',
      title: { de: 'Viele echte Ziffern', en: 'Many real digits' },
      why: {
        de: 'Mit fünfmal so vielen echten Ziffern liest schon das Netz ohne Augmentation mehr, als bei hundert die besten Kopien erreichen. Auch jetzt helfen Kopien noch ein wenig.',
        en: 'With five times as many real digits even the network without augmentation reads more than the best copies reach with a hundred. Copies still help a little.',
      },
      params: { trainingDigits: 500 },
    },
    {
      id: 'too-much',
      title: { de: 'Zu viel des Guten', en: 'Too much of a good thing' },
      why: {
        de: 'Alle Regler weit auf: Die Kopien sehen kaum noch wie Ziffern aus. Verschiebung und Verformung schaden nun sehr, alle drei zusammen am meisten; nur das Rauschen schadet nicht.',
        en: 'All sliders far up: the copies hardly look like digits any more. Shift and deformation now do great harm, all three together most; only noise does none.',
      },
      params: { noise: 0.6, shift: 3, rotation: 60, elastic: 2 },
    },
    {
      id: 'drawn-digits',
      title: { de: 'Gezeichnete Ziffern', en: 'Drawn digits' },
      why: {
        de: 'Diese Ziffern schwanken auf bekannte Weise: in Neigung, Größe, Ort und durch eine zitternde Hand. Eine Neun ist hier genau eine Sechs auf dem Kopf.',
        en: 'These digits vary in known ways: in slant, size and place, and by a shaky hand. Here a nine is exactly a six upside down.',
      },
      params: { source: 'drawn' },
    },
  ],
  predictions: [
    {
      kind: 'choice',
      id: 'turn-all-the-way',
      question: {
        de: 'Drehungen bis $\\pm 15°$ helfen. Wie gut liest das Netz die aufrechten Testziffern, wenn seine Kopien bis $\\pm 180°$ gedreht sind?',
        en: 'Rotations up to $\\pm 15°$ help. How well does the network read the upright test digits if its copies are turned by up to $\\pm 180°$?',
      },
      options: [
        {
          id: 'better',
          text: {
            de: 'noch besser, denn mehr Varianz ist immer gut',
            en: 'even better, for more variance is always good',
          },
        },
        {
          id: 'same',
          text: {
            de: 'etwa so gut wie ohne Augmentation (auf 5 Prozentpunkte genau)',
            en: 'about as well as without augmentation (within 5 percentage points)',
          },
        },
        { id: 'worse', text: { de: 'deutlich schlechter als ohne', en: 'clearly worse than without' } },
      ],
      answer: (trace) => {
        const gain = gainOf(trace, TURNED);
        if (gain > 5) return 'better';
        return gain < -5 ? 'worse' : 'same';
      },
      because: {
        de: 'Eine Drehung um $180°$ macht aus einer Sechs eine Neun, behält aber das Label: Solche Kopien lehren etwas Falsches. Und auch wo das Label stimmt, muss dasselbe kleine Netz nun jede Lage jeder Ziffer lernen, obwohl alle Testziffern aufrecht stehen.',
        en: 'A rotation by $180°$ turns a six into a nine but keeps the label: such copies teach something false. And even where the label is right, the same small network now has to learn every digit in every position, although all test digits are upright.',
      },
    },
    {
      kind: 'choice',
      id: 'noise-or-bending',
      question: {
        de: 'Verrauschte Kopien liegen weiter von ihren Originalen entfernt als elastisch verformte. Welche helfen mehr?',
        en: 'Noisy copies are farther from their originals than elastically deformed ones. Which help more?',
      },
      options: [
        {
          id: 'noise',
          text: {
            de: 'die verrauschten, denn sie bringen mehr Neues',
            en: 'the noisy ones, for they bring more that is new',
          },
        },
        {
          id: 'elastic',
          text: {
            de: 'die verformten, denn so unterscheiden sich auch echte Ziffern',
            en: 'the deformed ones, for real digits differ in this way too',
          },
        },
        {
          id: 'equal',
          text: {
            de: 'beide etwa gleich (auf 1 Prozentpunkt genau)',
            en: 'both about the same (within 1 percentage point)',
          },
        },
      ],
      answer: (trace) => {
        const lead = gainOf(trace, KIND.elastic) - gainOf(trace, KIND.noise);
        if (lead > 1) return 'elastic';
        return lead < -1 ? 'noise' : 'equal';
      },
      because: {
        de: 'Nicht die Entfernung zählt, sondern die Richtung: Unabhängiges Rauschen in jedem Pixel kommt in echten Ziffern nicht vor, eine schwankende Hand sehr wohl.',
        en: 'It is not the distance that counts but the direction: independent noise in every pixel does not occur in real digits, a wavering hand does.',
      },
    },
  ],
  formulas: [
    {
      label: {
        de: 'Wie viele Kopien ein Netz aus seinen $N$ Ziffern bisher gesehen hat, jede anders',
        en: 'How many copies of its $N$ digits a network has seen so far, each one different',
      },
      tex: String.raw`\text{steps} \cdot \text{batch} = \live{steps} \cdot \live{batch} = \live{copies}, \qquad N = \live{digits}`,
      values: ({ setup, frames }, at, { trainingDigits }) => {
        const { step } = frames[at]!;
        return { steps: step, batch: setup.batch, copies: step * setup.batch, digits: trainingDigits };
      },
    },
    {
      label: {
        de: 'Der Abstand zwischen Test und Training (mittlerer Verlust an den unveränderten Ziffern): ohne Augmentation und mit elastischer Verformung',
        en: 'The gap between test and training (mean loss on the unchanged digits): without augmentation and with elastic deformation',
      },
      tex: String.raw`L_\text{Test} - L_\text{Train} = \live{testPlain} - \live{trainPlain} = \live{gapPlain}, \qquad \live{testElastic} - \live{trainElastic} = \live{gapElastic}`,
      values: ({ frames }, at) => {
        const { testLoss, trainLoss } = frames[at]!;
        const [testPlain, trainPlain] = [testLoss[KIND.none]!, trainLoss[KIND.none]!];
        const [testElastic, trainElastic] = [testLoss[KIND.elastic]!, trainLoss[KIND.elastic]!];
        const gaps = { gapPlain: testPlain - trainPlain, gapElastic: testElastic - trainElastic };
        return { testPlain, trainPlain, testElastic, trainElastic, ...gaps };
      },
    },
    {
      label: {
        de: 'Wie weit verrauschte Kopien von ihren Originalen entfernt sind: 196 Pixel, jeder mit Varianz $\\sigma^2$',
        en: 'How far noisy copies are from their originals: 196 pixels, each with variance $\\sigma^2$',
      },
      tex: String.raw`\sqrt{\mathbb{E}\,\|T(x) - x\|^2} = \sigma\sqrt{196} = \live{sigma} \cdot 14 = \live{expected}, \qquad \live{measured}`,
      values: ({ frames }, at, { noise }) => ({
        sigma: noise,
        expected: 14 * noise,
        measured: frames[at]!.distance[KIND.noise]!,
      }),
    },
  ],
  views: [
    {
      kind: 'images',
      id: 'copies',
      title: { de: 'Was die Netze sehen', en: 'What the networks see' },
      caption: {
        de: 'Links das Original, eine Sechs; daneben neue Kopien, in jeder Zeile anders verändert. Darunter, was das Netz der Zeile liest. Ganz unten wird aus mancher Sechs eine Neun.',
        en: 'On the left the original, a six; beside it new copies, changed in another way in every row. Below each is what the network of that row reads. At the very bottom some sixes become nines.',
      },
      field: 'images',
      rows: 14,
      columns: 14,
      across: ACROSS,
      palette: 'ink',
      rowLabels: kindLabels,
      numbers: { field: 'readings', label: { de: 'gelesen als', en: 'read as' } },
      marked: { field: 'misread', label: { de: 'falsch gelesen', en: 'misread' } },
    },
    {
      kind: 'response',
      id: 'accuracy-by-kind',
      title: { de: 'Richtig gelesen je Art', en: 'Read correctly by kind' },
      caption: {
        de: 'Ihre Trainingsziffern lesen die meisten Netze fehlerfrei; worin sie sich unterscheiden, sind neue Ziffern.',
        en: 'Most networks read their training digits without a mistake; where they differ is new digits.',
      },
      x: {
        field: 'kinds',
        title: { de: 'Art der Augmentation', en: 'Kind of augmentation' },
        labels: kindLabels,
      },
      y: { title: { de: 'Anteil richtig', en: 'Share correct' }, scale: 'linear' },
      series: [
        { field: 'trainAccuracy', label: { de: 'Training (unverändert)', en: 'Training (unchanged)' } },
        { field: 'testAccuracy', label: { de: 'Test', en: 'Test' } },
      ],
    },
    {
      kind: 'timeline',
      id: 'accuracy-over-time',
      title: { de: 'Test im Verlauf', en: 'Test over time' },
      caption: {
        de: 'Ohne Augmentation ist nach wenigen Schritten alles gelernt, was zu lernen ist; wer immer neue Kopien sieht, holt auf und überholt.',
        en: 'Without augmentation all there is to learn is learnt after a few steps; a network that sees ever new copies catches up and overtakes.',
      },
      y: { title: { de: 'Testziffern richtig', en: 'Test digits correct' }, scale: 'linear' },
      series: kindLabels.map((label, index) => ({ field: 'testAccuracy' as const, index, label })),
    },
    {
      kind: 'response',
      id: 'accuracy-by-range',
      title: { de: 'Wie weit darf man drehen?', en: 'How far may one turn?' },
      caption: {
        de: 'Ein wenig Drehung hilft, viel schadet: Bei $\\pm 180°$ werden Sechsen und Neunen verwechselt.',
        en: 'A little rotation helps, much does harm: at $\\pm 180°$ sixes and nines get mixed up.',
      },
      x: { field: 'ranges', title: { de: 'Drehung bis ± Grad', en: 'Rotation up to ± degrees' } },
      y: { title: { de: 'Anteil der Testziffern', en: 'Share of test digits' }, scale: 'linear' },
      series: [
        { field: 'turnedAccuracy', label: { de: 'richtig gelesen', en: 'read correctly' } },
        {
          field: 'mixed',
          label: { de: '6 und 9 vertauscht (von diesen)', en: '6 and 9 swapped (of these)' },
        },
      ],
    },
    {
      kind: 'matrix',
      id: 'confusions-turned',
      title: { de: 'Verwechslungen, gedreht bis ±180°', en: 'Confusions, turned up to ±180°' },
      caption: {
        de: 'Neben der Diagonale stehen die Fehler; 6 und 9 werden in beiden Richtungen vertauscht.',
        en: 'The mistakes are off the diagonal; 6 and 9 are swapped in both directions.',
      },
      field: 'confusionsTurned',
      rows: digitSide('Ziffer', 'Digit'),
      columns: digitSide('gelesen als', 'read as'),
      value: { de: 'Anteil der Zeile', en: 'share of the row' },
      range: [0, 1],
    },
    {
      kind: 'matrix',
      id: 'confusions-plain',
      title: { de: 'Verwechslungen ohne Augmentation', en: 'Confusions without augmentation' },
      caption: {
        de: 'Zum Vergleich: Hier sind 4 und 9 oder 3 und 5 schwierig, 6 und 9 kaum.',
        en: 'For comparison: here 4 and 9 or 3 and 5 are hard, 6 and 9 hardly.',
      },
      field: 'confusionsPlain',
      rows: digitSide('Ziffer', 'Digit'),
      columns: digitSide('gelesen als', 'read as'),
      value: { de: 'Anteil der Zeile', en: 'share of the row' },
      range: [0, 1],
    },
    {
      kind: 'response',
      id: 'loss-by-kind',
      title: { de: 'Testverlust je Art', en: 'Test loss by kind' },
      caption: {
        de: 'Der Verlust zählt auch, wie *sicher* sich ein Netz irrt; hier ist der Unterschied deutlicher als im Anteil der richtigen.',
        en: 'The loss also counts how *sure* a network is of its mistakes; the difference is plainer here than in the share of correct ones.',
      },
      x: {
        field: 'kinds',
        title: { de: 'Art der Augmentation', en: 'Kind of augmentation' },
        labels: kindLabels,
      },
      y: {
        title: { de: 'Testverlust L', en: 'Test loss L' },
        unit: { de: 'nat', en: 'nats' },
        scale: 'linear',
      },
      series: [{ field: 'testLoss', label: { de: 'Test', en: 'Test' } }],
    },
    {
      kind: 'response',
      id: 'distance-by-kind',
      title: { de: 'Wie weit sind die Kopien entfernt?', en: 'How far away are the copies?' },
      caption: {
        de: 'Verrauschte Kopien sind weiter entfernt als elastisch verformte und helfen doch kaum: Auf die Richtung kommt es an.',
        en: 'Noisy copies are farther away than elastically deformed ones and yet hardly help: it is the direction that matters.',
      },
      x: {
        field: 'kinds',
        title: { de: 'Art der Augmentation', en: 'Kind of augmentation' },
        labels: kindLabels,
      },
      y: { title: { de: 'Abstand ‖T(x) − x‖', en: 'Distance ‖T(x) − x‖' }, scale: 'linear' },
      series: [{ field: 'distance', label: { de: 'Kopien', en: 'Copies' } }],
      theory: [
        {
          field: 'noiseDistance',
          label: { de: 'Rauschen: σ√196', en: 'noise: σ√196' },
          source: 'Goodfellow, Bengio, Courville: Deep Learning (2016), 3.8',
          series: 0,
        },
      ],
    },
  ],
  claims: [
    {
      id: 'elastic-copies-help',
      text: {
        de: 'Elastisch verformte Kopien helfen: Im Mittel über die Stichproben liest das Netz mindestens 2,5 Prozentpunkte mehr Testziffern richtig als ohne Augmentation (in einer einzelnen Stichprobe kann der Gewinn fehlen).',
        en: 'Elastically deformed copies help: on average over samples the network reads at least 2.5 percentage points more of the test digits correctly than without augmentation (a single sample may lack the gain).',
      },
      source: `${SIMARD}, 2 and table 1`,
      measure: (trace) => gainOf(trace, KIND.elastic),
      bound: { atLeast: 2.5 },
      over: 'mean',
    },
    {
      id: 'all-three-help',
      text: {
        de: 'Verschieben, drehen und verformen zusammen hilft auch, im Mittel um mindestens 1 Prozentpunkt.',
        en: 'Shifting, rotating and deforming together helps too, by at least 1 percentage point on average.',
      },
      source: GOODFELLOW,
      measure: (trace) => gainOf(trace, KIND.all),
      bound: { atLeast: 1 },
      over: 'mean',
    },
    {
      id: 'a-little-rotation-helps',
      text: {
        de: 'Drehungen bis $\\pm 15°$ bringen im Mittel mindestens 2 Prozentpunkte.',
        en: 'Rotations up to $\\pm 15°$ gain at least 2 percentage points on average.',
      },
      source: GOODFELLOW,
      measure: (trace) => gainOf(trace, KIND.rotation),
      bound: { atLeast: 2 },
      over: 'mean',
    },
    {
      id: 'noise-and-shift-help-little',
      text: {
        de: 'Rauschen und Verschiebung bringen hier wenig: Auch der größere ihrer beiden Gewinne bleibt im Mittel mindestens 1,5 Prozentpunkte unter dem der elastischen Verformung.',
        en: 'Noise and shift gain little here: on average even the larger of their two gains stays at least 1.5 percentage points below that of elastic deformation.',
      },
      source: `${SIMARD}, 2`,
      measure: (trace) =>
        gainOf(trace, KIND.elastic) - Math.max(gainOf(trace, KIND.noise), gainOf(trace, KIND.shift)),
      bound: { atLeast: 1.5 },
      over: 'mean',
    },
    {
      id: 'turning-all-the-way-harms',
      text: {
        de: 'Drehungen bis $\\pm 180°$ schaden: Das Netz liest im Mittel mindestens 14 Prozentpunkte weniger Testziffern richtig als ohne Augmentation (gemessen: die Änderung).',
        en: 'Rotations up to $\\pm 180°$ do harm: on average the network reads at least 14 percentage points fewer of the test digits correctly than without augmentation (measured: the change).',
      },
      source: GOODFELLOW,
      measure: (trace) => gainOf(trace, TURNED),
      bound: { atMost: -14 },
      over: 'mean',
    },
    {
      id: 'six-and-nine-get-mixed-up',
      text: {
        de: 'Bei $\\pm 180°$ werden im Mittel mindestens 10 % der Sechsen und Neunen miteinander vertauscht (gemessen: der Anteil, als Zahl von 0 bis 1).',
        en: 'At $\\pm 180°$ on average at least 10 % of the sixes and nines are swapped (measured: the share, from 0 to 1).',
      },
      source: GOODFELLOW,
      measure: (trace) => lastFrame(trace).mixed.at(-1)!,
      bound: { atLeast: 0.1 },
      over: 'mean',
    },
    {
      id: 'elastic-copies-lower-the-test-loss',
      text: {
        de: 'Elastisch verformte Kopien senken den Testverlust: Ohne Augmentation ist er im Mittel mindestens 1,25-mal so groß (gemessen: Verhältnis ohne zu mit).',
        en: 'Elastically deformed copies lower test loss: without augmentation it is at least 1.25 times as large on average (measured: ratio of without to with).',
      },
      source: `${SIMARD}, 2`,
      measure: ({ frames }) => frames.at(-1)!.testLoss[KIND.none]! / frames.at(-1)!.testLoss[KIND.elastic]!,
      bound: { atLeast: 1.25 },
      over: 'mean',
    },
    {
      id: 'the-gain-costs-training-loss',
      text: {
        de: 'Der Gewinn hat seinen Preis: Mit allen drei Änderungen ist der Verlust an den unveränderten Trainingsziffern im Mittel mindestens 0,15 nat höher als ohne.',
        en: 'The gain has its price: with all three changes the loss on the unchanged training digits is on average at least 0.15 nats higher than without.',
      },
      source: 'Goodfellow, Bengio, Courville: Deep Learning (2016), 5.2.2',
      measure: ({ frames }) => frames.at(-1)!.trainLoss[KIND.all]! - frames.at(-1)!.trainLoss[KIND.none]!,
      bound: { atLeast: 0.15 },
      over: 'mean',
    },
    {
      id: 'noise-moves-by-sigma-times-fourteen',
      text: {
        de: 'Verrauschte Kopien sind so weit von ihren Originalen entfernt, wie $\\sigma\\sqrt{196}$ sagt, auf 4 % genau (gemessen: größte relative Abweichung im Lauf).',
        en: 'Noisy copies are as far from their originals as $\\sigma\\sqrt{196}$ says, within 4 % (measured: largest relative deviation in the run).',
      },
      source: 'Goodfellow, Bengio, Courville: Deep Learning (2016), 3.8 (variance of independent sums)',
      measure: ({ setup, frames }) => {
        const expected = setup.noiseDistance[KIND.noise]!;
        return Math.max(...frames.map(({ distance }) => Math.abs(distance[KIND.noise]! / expected - 1)));
      },
      bound: { atMost: 0.04 },
      over: 'every-seed',
    },
  ],
});
