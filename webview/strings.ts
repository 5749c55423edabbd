import type { Locale } from '../src/experiments/kit/localized';
import type { SourcePlace } from '../src/protocol/ownExperiments';
import { formatCount } from './numbers';

/** Every text of the lab's interface. Texts of experiments are in their specs. */
export interface Strings {
  readonly appName: string;
  readonly experiment: string;
  readonly backTo: (noteTitle: string) => string;
  readonly backToHint: (anchorText: string) => string;
  readonly settings: string;
  readonly presets: string;
  readonly undo: string;
  readonly undoHint: (count: number) => string;
  readonly nothingToUndo: string;
  readonly isDefault: string;
  readonly isFirstFrame: string;
  readonly isLastFrame: string;
  readonly symbolValue: (label: string) => string;
  readonly resetParam: (label: string, value: string) => string;
  readonly on: string;
  readonly off: string;
  readonly notANumber: string;
  readonly run: string;
  readonly seed: string;
  readonly seedHelp: string;
  readonly seedProblem: (largest: number) => string;
  readonly newSeed: string;
  readonly cpuOnly: string;
  readonly cpuOnlyHelp: string;
  readonly play: string;
  readonly pause: string;
  readonly stepForward: string;
  readonly stepBack: string;
  readonly toStart: string;
  readonly toEnd: string;
  readonly speed: string;
  readonly speedName: (factor: number) => string;
  readonly course: string;
  readonly progress: (step: number, total: number) => string;
  readonly progressUnknown: string;
  readonly perFrame: (milliseconds: string) => string;
  readonly status: {
    readonly idle: string;
    readonly starting: string;
    readonly replaying: (step: number) => string;
    readonly playing: string;
    readonly paused: (step: number) => string;
    readonly finished: (step: number) => string;
    readonly failed: string;
  };
  readonly backendStarting: string;
  readonly backendNames: { readonly webgl: string; readonly cpu: string };
  readonly backendTitle: (name: string, renderer: string) => string;
  readonly backendNotes: {
    readonly unavailable: string;
    readonly lost: string;
    readonly requested: string;
    readonly recovered: string;
    readonly software: string;
  };
  readonly pictures: string;
  readonly explanation: string;
  readonly limits: string;
  readonly claims: string;
  readonly claimsHint: string;
  readonly claimsJudged: (holding: number, judged: number) => string;
  readonly verdicts: {
    readonly open: string;
    readonly holds: string;
    readonly deviates: string;
    readonly fails: string;
    readonly otherSettings: string;
  };
  readonly measured: (value: string) => string;
  readonly required: (bound: string) => string;
  readonly meanClaim: string;
  readonly judgedUnder: (settings: string) => string;
  readonly useSettings: string;
  readonly source: string;
  readonly tableOf: string;
  readonly step: string;
  readonly noCursor: string;
  readonly placeOfWalkers: (axes: string) => string;
  readonly keyboardHint: string;
  readonly measuredOverTheory: (ratio: string) => string;
  readonly axisTitle: (title: string, unit: string | undefined) => string;
  readonly classLabel: (index: number) => string;
  readonly boundary: string;
  readonly probability: string;
  readonly plane: (x: string, y: string) => string;
  readonly mapOf: (caption: string) => string;
  readonly swarm: string;
  readonly swarmNone: string;
  readonly swarmAll: string;
  readonly swarmOf: (label: string) => string;
  readonly path: string;
  readonly logarithmic: string;
  readonly fromTo: (from: string, to: string) => string;
  readonly refused: string;
  readonly refusedAdvice: string;
  readonly unknownExperiment: (id: string) => string;
  readonly versionMismatch: string;
  readonly workerSlow: string;
  readonly workerFailed: (reason: string) => string;
  /** The learner's own experiment hangs. */
  readonly ownHung: string;
  /** Heading of what is wrong with the learner's own file. */
  readonly ownRefused: (path: string) => string;
  /** A problem with its place in the learner's own file. */
  readonly ownPlace: (path: string, place: SourcePlace, message: string) => string;
  /** Button that leads to a line, counted from 1. */
  readonly ownShowLine: (line: number) => string;
  readonly runFailed: (reason: string) => string;
  readonly retry: string;
  readonly dismiss: string;
  /** Picking a variant out and enlarging pictures. */
  readonly enlarge: string;
  readonly pickHint: string;
  readonly enlargedMap: (caption: string) => string;
  readonly previousMap: string;
  readonly nextMap: string;
  readonly isFirstMap: string;
  readonly isLastMap: string;
  readonly closeMap: string;
  readonly probabilityAt: (x: string, y: string, probability: string) => string;
  readonly mapHint: string;
  /** Predicting before a run. */
  readonly prediction: {
    readonly heading: string;
    readonly comparison: string;
    readonly questionOf: (number: number, count: number) => string;
    readonly predictAndStart: string;
    readonly chooseFirst: string;
    readonly nothingDrawn: string;
    readonly drawIn: (view: string) => string;
    readonly goToView: string;
    readonly drawHint: string;
    readonly drawLabel: (view: string) => string;
    readonly done: string;
    readonly notWhole: string;
    readonly undoStroke: string;
    readonly skip: string;
    readonly switchOff: string;
    readonly switchOffHint: string;
    readonly yours: string;
    readonly outcome: string;
    readonly yourCurve: string;
    readonly yourCurveIsDrawn: string;
    readonly pending: string;
    readonly right: string;
    readonly otherwise: string;
    readonly otherSettings: string;
    readonly nothingMeasured: string;
    readonly closeness: {
      readonly veryClose: string;
      readonly close: string;
      readonly roughly: string;
      readonly different: string;
    };
    readonly offByFactor: (factor: string) => string;
    readonly offBy: (distance: string, percent: string | undefined) => string;
    readonly extremes: Readonly<
      Record<
        'minimum' | 'maximum',
        Readonly<Record<'right' | 'flat', (place: string) => string>> & {
          readonly elsewhere: (place: string, yours: string) => string;
        }
      >
    >;
    readonly next: string;
    readonly again: string;
    readonly predictFirst: string;
    readonly predictFirstHelp: string;
  };
  /** Formulas with the numbers of the run. */
  readonly liveFormulas: string;
  /** Saving pictures and their numbers. */
  readonly exportFigure: string;
  readonly exportFormats: Readonly<Record<'png' | 'svg' | 'csv', string>>;
  readonly nothingToExport: (title: string) => string;
  readonly exportFailed: (title: string, reason: string) => string;
  readonly exportFoot: (experimentId: string, seed: number, step: number, settings: string) => string;
  /** Trying to refute a claim. */
  readonly survey: {
    /** `ranges` such as "1–5". */
    readonly testedOn: (ranges: readonly string[]) => string;
    readonly tryToRefute: string;
    readonly further: (count: number) => string;
    readonly cancel: string;
    readonly blocked: string;
    readonly tried: (tried: number, planned: number, holding: number) => string;
    readonly meanIs: (tried: number, mean: string, bound: string) => string;
    readonly verdicts: {
      readonly refuted: string;
      readonly standing: string;
      readonly standingSoFar: string;
    };
    readonly refutedBy: (seed: number, measured: string, bound: string) => string;
    readonly closest: (seed: number, measured: string, bound: string) => string;
    readonly weakest: (seed: number, measured: string) => string;
    readonly finding: { readonly everySeed: string; readonly mean: string };
    readonly noNumber: string;
    readonly failedRun: (seed: number, message: string) => string;
    readonly showRun: string;
    readonly stripOf: (bound: string) => string;
    readonly markTitle: (seed: number, measured: string, holds: boolean) => string;
    readonly seed: string;
    readonly measured: string;
    readonly result: string;
    readonly holds: (isHolding: boolean) => string;
  };
  /** Sweeping a setting. */
  readonly sweep: {
    readonly title: string;
    readonly help: string;
    readonly setting: string;
    readonly quantity: string;
    readonly from: string;
    readonly to: string;
    readonly count: string;
    readonly values: (list: string) => string;
    readonly newSeeds: (count: number) => string;
    readonly outside: (min: string, max: string) => string;
    readonly notAscending: string;
    readonly notWhole: string;
    readonly countProblem: (fewest: number, most: number) => string;
    readonly start: string;
    readonly blocked: string;
    readonly notRight: string;
    readonly progress: (done: number, total: number) => string;
    readonly cancelled: (done: number, total: number) => string;
    readonly cost: (seconds: string) => string;
    readonly caption: string;
    readonly now: (value: string) => string;
    readonly current: (setting: string, value: string) => string;
    readonly picked: (setting: string, value: string) => string;
    readonly pickHint: string;
    readonly use: string;
    readonly otherSettings: string;
    readonly failed: (value: string, message: string) => string;
    readonly variant: string;
  };
  /** Trainings that have blown up. */
  readonly divergedTitle: (count: number) => string;
  readonly divergedLine: (name: string, step: string, norm: string | undefined) => string;
  readonly tryClipping: string;
  /** Terms of the texts with their definitions. */
  readonly terms: {
    readonly from: string;
    readonly openHint: (title: string) => string;
  };
  /** Pictures whose items are read off one by one. */
  readonly reading: {
    readonly image: string;
    readonly network: string;
    readonly point: string;
    readonly row: string;
    readonly series: string;
    readonly of: (number: number, count: number) => string;
    readonly below: (label: string) => string;
    readonly signed: string;
    readonly input: string;
    readonly hidden: (number: number | undefined) => string;
    readonly output: string;
    readonly layers: (counted: readonly string[]) => string;
    readonly off: (units: readonly string[]) => string;
    readonly allOn: string;
    readonly unit: string;
    readonly droppedUnit: string;
    readonly positive: string;
    readonly negative: string;
    readonly thickest: (value: string) => string;
    readonly weight: (from: string, to: string) => string;
  };
  /** Writing into the note. */
  readonly keep: string;
  readonly keepHint: string;
  readonly insertIntoNote: string;
}

const de: Strings = {
  appName: 'Lecture Lab',
  experiment: 'Experiment',
  backTo: (noteTitle) => `aus: ${noteTitle}`,
  backToHint: (anchorText) => `Zurück in die Notiz, zu „${anchorText}“`,
  settings: 'Einstellungen',
  presets: 'Lohnende Einstellungen',
  undo: 'Rückgängig',
  undoHint: (count) =>
    count === 1 ? 'Eine Änderung, auch mit Strg+Z.' : `${count} Änderungen, auch mit Strg+Z.`,
  nothingToUndo: 'Noch ist nichts geändert.',
  isDefault: 'Das ist schon der voreingestellte Wert.',
  isFirstFrame: 'Das ist das erste Bild.',
  isLastFrame: 'Das ist das letzte Bild.',
  symbolValue: (label) => `${label}: Wert`,
  resetParam: (label, value) => `${label} auf ${value} zurücksetzen`,
  on: 'an',
  off: 'aus',
  notANumber: 'Das ist keine Zahl.',
  run: 'Lauf',
  seed: 'Startwert des Zufalls',
  seedHelp: 'Gleicher Startwert und gleiche Einstellungen ergeben denselben Lauf, Bild für Bild.',
  seedProblem: (largest) => `Erlaubt ist eine ganze Zahl von 0 bis ${largest}.`,
  newSeed: 'Neu würfeln',
  cpuOnly: 'Ohne Grafikkarte rechnen',
  cpuOnlyHelp: 'Rechnet auf dem Prozessor: meist langsamer, dieselben Aussagen.',
  play: 'Start',
  pause: 'Pause',
  stepForward: 'Ein Bild weiter',
  stepBack: 'Ein Bild zurück',
  toStart: 'Zum Anfang',
  toEnd: 'Bis zum Ende rechnen',
  speed: 'Tempo',
  speedName: (factor) =>
    Number.isFinite(factor) ? `Tempo ${String(factor).replace('.', ',')}×` : 'Tempo max.',
  course: 'Verlauf',
  progress: (step, total) => `Schritt ${formatCount(step)} / ${formatCount(total)}`,
  progressUnknown: 'Schritt –',
  perFrame: (milliseconds) => `${milliseconds} ms je Bild`,
  status: {
    idle: 'Bereit.',
    starting: 'Der Lauf wird vorbereitet …',
    replaying: (step) => `Wird bis Schritt ${formatCount(step)} gerechnet …`,
    playing: 'Läuft.',
    paused: (step) => `Angehalten bei Schritt ${formatCount(step)}.`,
    finished: (step) => `Fertig nach ${formatCount(step)} Schritten.`,
    failed: 'Der Lauf ist abgebrochen.',
  },
  backendStarting: 'Recheneinheit startet …',
  backendNames: { webgl: 'WebGL', cpu: 'CPU' },
  backendTitle: (name, renderer) => `Gerechnet wird mit ${name} auf: ${renderer}`,
  backendNotes: {
    unavailable:
      'WebGL ist hier nicht verfügbar. Gerechnet wird auf dem Prozessor: langsamer, aber mit denselben Aussagen.',
    lost: 'WebGL ging während des Laufs verloren und kam nicht zurück. Der Lauf wurde auf dem Prozessor bis zur selben Stelle wiederholt; nichts ist verloren.',
    requested: 'Sie haben gewählt, ohne Grafikkarte zu rechnen.',
    recovered:
      'WebGL ging während des Laufs verloren und wurde neu gestartet. Der Lauf wurde bis zur selben Stelle wiederholt; nichts ist verloren.',
    software: 'WebGL läuft hier ohne Grafikkarte, als Programm auf dem Prozessor.',
  },
  pictures: 'Bilder des Laufs',
  explanation: 'Was hier geschieht',
  limits: 'Wo die Regel gilt und wo nicht',
  claims: 'Behauptungen',
  claimsHint: 'Geprüft wird am fertigen Lauf.',
  claimsJudged: (holding, judged) => `Am fertigen Lauf geprüft: ${holding} von ${judged} treffen zu.`,
  verdicts: {
    open: 'noch offen',
    holds: 'trifft zu',
    deviates: 'in diesem Lauf nicht',
    fails: 'trifft hier nicht zu',
    otherSettings: 'nicht geprüft',
  },
  measured: (value) => `gemessen ${value}`,
  required: (bound) => `behauptet ${bound}`,
  meanClaim: 'Behauptet für das Mittel über viele Startwerte; ein einzelner Lauf darf abweichen.',
  judgedUnder: (settings) => `Gilt nur unter anderen Einstellungen: ${settings}.`,
  useSettings: 'Diese Einstellungen wählen',
  source: 'Quelle:',
  tableOf: 'Werte als Tabelle',
  step: 'Schritt',
  placeOfWalkers: (axes) => `Ort ${axes}`,
  noCursor: 'Zeiger oder Pfeiltasten: genaue Werte',
  keyboardHint: 'Pfeiltasten lesen Werte ab.',
  measuredOverTheory: (ratio) => `gemessen ÷ Theorie: ${ratio}`,
  axisTitle: (title, unit) => (unit ? `${title} in ${unit}` : title),
  classLabel: (index) => `Klasse ${index}`,
  boundary: 'Grenze (50 %)',
  probability: 'Wahrscheinlichkeit der Klasse 1',
  plane: (x, y) => `Ausschnitt: x₁ von ${x} (nach rechts), x₂ von ${y} (nach oben)`,
  mapOf: (caption) => `Entscheidungskarte für ${caption}`,
  swarm: 'Schwarm',
  swarmNone: 'keiner',
  swarmAll: 'alle',
  swarmOf: (label) => `nur ${label}`,
  path: 'Weg',
  logarithmic: '(logarithmisch)',
  fromTo: (from, to) => `${from} bis ${to}`,
  refused: 'Diese Angaben wurden nicht übernommen:',
  refusedAdvice: 'Dafür gelten die zuletzt benutzten oder voreingestellten Werte.',
  unknownExperiment: (id) =>
    `Das Experiment „${id}“ gibt es nicht. Wählen Sie oben eines der vorhandenen Experimente.`,
  versionMismatch:
    'Dieses Fenster gehört zu einer anderen Version der Erweiterung. Laden Sie das Fenster neu (Befehl „Entwickler: Fenster neu laden“).',
  workerSlow: 'Die Recheneinheit hat sich nach 10 Sekunden nicht gemeldet.',
  workerFailed: (reason) => `Die Recheneinheit ließ sich nicht starten: ${reason}`,
  ownHung:
    'Das Experiment hat 10 Sekunden lang nicht geantwortet und wurde angehalten. Hängt ein Aufruf, der nie zurückkehrt?',
  ownRefused: (path) => `${path} lässt sich nicht ausführen:`,
  ownPlace: (path, { line, column }, message) => `${path}:${line + 1}:${column + 1}: ${message}`,
  ownShowLine: (line) => `Zeile ${line} zeigen`,
  runFailed: (reason) => `Der Lauf ist abgebrochen: ${reason}`,
  retry: 'Noch einmal versuchen',
  dismiss: 'Meldung schließen',
  enlarge: 'Vergrößern',
  pickHint: 'Die Eingabetaste hebt die Variante in allen Bildern hervor.',
  enlargedMap: (caption) => `Vergrößert: ${caption}`,
  previousMap: 'Vorherige Karte',
  nextMap: 'Nächste Karte',
  isFirstMap: 'Dies ist die erste Karte.',
  isLastMap: 'Dies ist die letzte Karte.',
  closeMap: 'Vergrößerung schließen',
  probabilityAt: (x, y, probability) => `x₁ = ${x}, x₂ = ${y}: Wahrscheinlichkeit ≈ ${probability}`,
  mapHint: 'Karte anklicken: groß zeigen und in allen Bildern hervorheben.',
  prediction: {
    heading: 'Was erwarten Sie?',
    comparison: 'Vorhersage und Ergebnis',
    questionOf: (number, count) => `Frage ${number} von ${count}`,
    predictAndStart: 'Vorhersagen und starten',
    chooseFirst: 'Wählen Sie zuerst eine Antwort.',
    nothingDrawn: 'Noch ist nichts gezeichnet.',
    drawIn: (view) => `Zeichnen Sie die Kurve in das Bild „${view}“.`,
    goToView: 'Zum Bild',
    drawHint:
      'Ziehen Sie mit dem Zeiger, oder wählen Sie mit ← und → eine Stelle und mit ↑ und ↓ ihren Wert (Bild↑ und Bild↓: große Schritte). Zwischen zwei Stellen wird geradlinig ergänzt.',
    drawLabel: (view) =>
      `${view}. Hier zeichnen Sie: links und rechts wählt die Stelle, auf und ab ihren Wert.`,
    done: 'Fertig, starten',
    notWhole: 'Die Kurve muss von der ersten bis zur letzten Stelle reichen.',
    undoStroke: 'Letzten Strich zurücknehmen',
    skip: 'Überspringen',
    switchOff: 'Nicht mehr fragen',
    switchOffHint: 'In den Einstellungen lässt es sich wieder einschalten: „Erst vorhersagen“.',
    yours: 'Ihre Vorhersage',
    outcome: 'Was herauskam',
    yourCurve: 'Ihre Vorhersage',
    yourCurveIsDrawn: 'die gepunktete Kurve im Bild',
    pending: 'Was herauskommt, steht hier am Ende des Laufs.',
    right: 'So ist es gekommen.',
    otherwise: 'Es kam anders.',
    otherSettings: 'Diese Vorhersage galt anderen Einstellungen oder einem anderen Startwert.',
    nothingMeasured: 'Dieser Lauf hat hier nichts gemessen, womit sich Ihre Kurve vergleichen ließe.',
    closeness: {
      veryClose: 'Ihre Kurve liegt fast auf der gemessenen.',
      close: 'Ihre Kurve liegt nah an der gemessenen.',
      roughly: 'Die Größenordnung stimmt, der Verlauf weicht ab.',
      different: 'Die gemessene Kurve verläuft deutlich anders als Ihre.',
    },
    offByFactor: (factor) => `Im Mittel liegt Ihre Kurve um den Faktor ${factor} daneben.`,
    offBy: (distance, percent) =>
      percent === undefined
        ? `Im Mittel liegt Ihre Kurve um ${distance} daneben.`
        : `Im Mittel liegt Ihre Kurve um ${distance} daneben, das sind ${percent} % des gemessenen Bereichs.`,
    extremes: {
      minimum: {
        right: (place) => `Das Minimum haben Sie an der richtigen Stelle: bei ${place}.`,
        flat: (place) => `Das Minimum liegt bei ${place}; Ihre Kurve hat keines.`,
        elsewhere: (place, yours) => `Das Minimum liegt bei ${place}, in Ihrer Kurve bei ${yours}.`,
      },
      maximum: {
        right: (place) => `Das Maximum haben Sie an der richtigen Stelle: bei ${place}.`,
        flat: (place) => `Das Maximum liegt bei ${place}; Ihre Kurve hat keines.`,
        elsewhere: (place, yours) => `Das Maximum liegt bei ${place}, in Ihrer Kurve bei ${yours}.`,
      },
    },
    next: 'Nächste Frage',
    again: 'Noch einmal vorhersagen',
    predictFirst: 'Erst vorhersagen',
    predictFirstHelp: 'Vor dem ersten Lauf eines Experiments werden Sie gefragt, was Sie erwarten.',
  },
  liveFormulas: 'Die Formel mit den Zahlen dieses Laufs',
  exportFigure: 'Speichern',
  exportFormats: { png: 'Bild (PNG)', svg: 'Vektorgrafik (SVG)', csv: 'Zahlen (CSV)' },
  nothingToExport: (title) =>
    `„${title}“ ist noch leer und lässt sich deshalb nicht speichern. Lassen Sie den Lauf beginnen.`,
  exportFailed: (title, reason) => `„${title}“ ließ sich nicht speichern: ${reason}`,
  exportFoot: (experimentId, seed, step, settings) =>
    `Lecture Lab, ${experimentId}, Startwert ${seed}, Schritt ${formatCount(step)}: ${settings}`,
  survey: {
    testedOn: (ranges) => `Alle sind über die Startwerte ${ranges.join(' und ')} geprüft.`,
    tryToRefute: 'Zu widerlegen versuchen',
    further: (count) => `Noch ${count} Startwerte`,
    cancel: 'Abbrechen',
    blocked: 'Erst möglich, wenn die anderen Läufe im Hintergrund fertig sind.',
    tried: (tried, planned, holding) => `${tried} von ${planned} neuen Startwerten: hält in ${holding}.`,
    meanIs: (tried, mean, bound) => `Mittel über ${tried}: ${mean}, behauptet ${bound}.`,
    verdicts: {
      refuted: 'Widerlegt.',
      standing: 'Nicht widerlegt.',
      standingSoFar: 'Bisher nicht widerlegt.',
    },
    refutedBy: (seed, measured, bound) =>
      `Widerlegt mit Startwert ${seed}: gemessen ${measured}, behauptet ${bound}.`,
    closest: (seed, measured, bound) =>
      `Am knappsten mit Startwert ${seed}: gemessen ${measured}, behauptet ${bound}.`,
    weakest: (seed, measured) =>
      `Der ungünstigste einzelne Lauf: Startwert ${seed}, gemessen ${measured}. Behauptet ist nur das Mittel.`,
    finding: {
      everySeed:
        'Das ist ein Befund: Die Behauptung gilt unter diesen Einstellungen nicht für jeden Startwert.',
      mean: 'Das ist ein Befund: Im Mittel über diese Startwerte gilt die Behauptung nicht.',
    },
    noNumber: 'keine Zahl',
    failedRun: (seed, message) => `Startwert ${seed}: ${message}`,
    showRun: 'Diesen Lauf zeigen',
    stripOf: (bound) =>
      `Gemessene Werte, ein Zeichen je Startwert; behauptet ${bound}. Die Zahlen stehen in der Tabelle.`,
    markTitle: (seed, measured, holds) => `Startwert ${seed}: ${measured}, ${holds ? 'hält' : 'hält nicht'}`,
    seed: 'Startwert',
    measured: 'gemessen',
    result: 'Ergebnis',
    holds: (isHolding) => (isHolding ? '✓ hält' : '✗ hält nicht'),
  },
  sweep: {
    title: 'Eine Einstellung durchfahren',
    help: 'Rechnet den Lauf für mehrere Werte einer Einstellung; alle anderen Einstellungen bleiben, wie sie jetzt sind. Gerechnet wird im Hintergrund auf dem Prozessor.',
    setting: 'Einstellung',
    quantity: 'Gemessen wird',
    from: 'von',
    to: 'bis',
    count: 'Anzahl der Werte',
    values: (list) => `Werte: ${list}`,
    newSeeds: (count) => `${count} neue, zufällig gezogene Startwerte.`,
    outside: (min, max) => `Erlaubt ist ${min} bis ${max}.`,
    notAscending: 'Der erste Wert muss kleiner sein als der letzte.',
    notWhole: 'Erlaubt sind nur ganze Zahlen.',
    countProblem: (fewest, most) => `Erlaubt sind ${fewest} bis ${most} Werte.`,
    start: 'Durchfahren',
    blocked: 'Erst möglich, wenn der Versuch, eine Behauptung zu widerlegen, fertig ist.',
    notRight: 'Erst möglich, wenn die Angaben stimmen.',
    progress: (done, total) => `${done} von ${total} Läufen fertig.`,
    cancelled: (done, total) => `Abgebrochen nach ${done} von ${total} Läufen.`,
    cost: (seconds) => `Auf dem Prozessor gerechnet, im Mittel ${seconds} s je Lauf.`,
    caption: 'Stand am Ende jedes Laufs.',
    now: (value) => `${value} (jetzt)`,
    current: (setting, value) => `Jetzt eingestellt: ${setting} = ${value}.`,
    picked: (setting, value) => `Ausgewählt: ${setting} = ${value}.`,
    pickHint: 'Einen Punkt im Bild oder einen Wert hier auswählen:',
    use: 'Mit diesem Wert laufen lassen',
    otherSettings: 'Die übrigen Einstellungen sind inzwischen andere als bei diesen Läufen.',
    failed: (value, message) => `${value}: ${message}`,
    variant: 'Variante',
  },
  divergedTitle: (count) =>
    count === 1 ? 'Ein Training ist divergiert.' : `${count} Trainings sind divergiert.`,
  divergedLine: (name, step, norm) => `${name}: bei Schritt ${step}${norm ? `, zuletzt ${norm}` : ''}.`,
  tryClipping: 'Gradient Clipping ausprobieren',
  terms: {
    from: 'Aus:',
    openHint: (title) => `„${title}“ bei der Definition öffnen`,
  },
  reading: {
    image: 'Bild',
    network: 'Netz',
    point: 'Punkt',
    row: 'Zeile',
    series: 'Reihe',
    of: (number, count) => `${number} von ${count}`,
    below: (label) => `Darunter: ${label}.`,
    signed: 'Vorzeichen und Größe',
    input: 'Eingabe',
    hidden: (number) => (number === undefined ? 'verdeckt' : `verdeckt ${number}`),
    output: 'Ausgabe',
    layers: (counted) => `Schichten von links nach rechts: ${counted.join(', ')}.`,
    off: (units) => `ohne ${units.join(', ')}`,
    allOn: 'vollständig',
    unit: 'Unit',
    droppedUnit: 'weggelassene Unit, ohne ihre Verbindungen',
    positive: 'positives Gewicht',
    negative: 'negatives Gewicht',
    thickest: (value) => `Je dicker die Linie, desto größer der Betrag (dickste: ${value}).`,
    weight: (from, to) => `Gewicht ${from} → ${to}`,
  },
  keep: 'In der Notiz merken',
  keepHint:
    'Schreibt diese Einstellungen in den demo-Block der Notiz; wo keiner steht, kommt ein neuer dazu. Rückgängig mit Strg+Z in der Notiz.',
  insertIntoNote: 'In die Notiz einfügen',
};

const en: Strings = {
  appName: 'Lecture Lab',
  experiment: 'Experiment',
  backTo: (noteTitle) => `from: ${noteTitle}`,
  backToHint: (anchorText) => `Back to the note, to “${anchorText}”`,
  settings: 'Settings',
  presets: 'Settings worth trying',
  undo: 'Undo',
  undoHint: (count) => (count === 1 ? 'One change, with Ctrl+Z too.' : `${count} changes, with Ctrl+Z too.`),
  nothingToUndo: 'Nothing has been changed yet.',
  isDefault: 'It has its default value already.',
  isFirstFrame: 'This is the first frame.',
  isLastFrame: 'This is the last frame.',
  symbolValue: (label) => `${label}: value`,
  resetParam: (label, value) => `Reset ${label} to ${value}`,
  on: 'on',
  off: 'off',
  notANumber: 'That is not a number.',
  run: 'Run',
  seed: 'Random seed',
  seedHelp: 'The same seed and settings give the same run, frame by frame.',
  seedProblem: (largest) => `Allowed is a whole number from 0 to ${largest}.`,
  newSeed: 'Draw new',
  cpuOnly: 'Compute without the graphics card',
  cpuOnlyHelp: 'Computes on the processor: usually slower, same findings.',
  play: 'Start',
  pause: 'Pause',
  stepForward: 'One frame on',
  stepBack: 'One frame back',
  toStart: 'To the start',
  toEnd: 'Compute to the end',
  speed: 'Speed',
  speedName: (factor) => (Number.isFinite(factor) ? `Speed ${factor}×` : 'Speed max.'),
  course: 'Course',
  progress: (step, total) => `Step ${formatCount(step)} / ${formatCount(total)}`,
  progressUnknown: 'Step –',
  perFrame: (milliseconds) => `${milliseconds} ms a frame`,
  status: {
    idle: 'Ready.',
    starting: 'Preparing the run …',
    replaying: (step) => `Computing up to step ${formatCount(step)} …`,
    playing: 'Running.',
    paused: (step) => `Paused at step ${formatCount(step)}.`,
    finished: (step) => `Finished after ${formatCount(step)} steps.`,
    failed: 'The run has ended early.',
  },
  backendStarting: 'Starting …',
  backendNames: { webgl: 'WebGL', cpu: 'CPU' },
  backendTitle: (name, renderer) => `Computed with ${name} on: ${renderer}`,
  backendNotes: {
    unavailable:
      'WebGL is not available here. The processor computes instead: slower, but with the same findings.',
    lost: 'WebGL was lost during the run and did not come back. The run was repeated to the same point on the processor; nothing is lost.',
    requested: 'You chose to compute without the graphics card.',
    recovered:
      'WebGL was lost during the run and was started again. The run was repeated to the same point; nothing is lost.',
    software: 'WebGL runs without a graphics card here, as a program on the processor.',
  },
  pictures: 'Pictures of the run',
  explanation: 'What happens here',
  limits: 'Where the rule holds, and where not',
  claims: 'Claims',
  claimsHint: 'Judged once the run is finished.',
  claimsJudged: (holding, judged) => `Judged on the finished run: ${holding} of ${judged} hold.`,
  verdicts: {
    open: 'not yet',
    holds: 'holds',
    deviates: 'not in this run',
    fails: 'does not hold here',
    otherSettings: 'not judged',
  },
  measured: (value) => `measured ${value}`,
  required: (bound) => `claimed ${bound}`,
  meanClaim: 'Claimed of the mean over many seeds; a single run may differ.',
  judgedUnder: (settings) => `Asserted only under other settings: ${settings}.`,
  useSettings: 'Use these settings',
  source: 'Source:',
  tableOf: 'Values as a table',
  step: 'Step',
  placeOfWalkers: (axes) => `Place ${axes}`,
  noCursor: 'Pointer or arrow keys: exact values',
  keyboardHint: 'Arrow keys read off values.',
  measuredOverTheory: (ratio) => `measured ÷ theory: ${ratio}`,
  axisTitle: (title, unit) => (unit ? `${title} (${unit})` : title),
  classLabel: (index) => `Class ${index}`,
  boundary: 'Boundary (50 %)',
  probability: 'Probability of class 1',
  plane: (x, y) => `Part shown: x₁ from ${x} (to the right), x₂ from ${y} (upwards)`,
  mapOf: (caption) => `Decision map for ${caption}`,
  swarm: 'Swarm',
  swarmNone: 'none',
  swarmAll: 'all',
  swarmOf: (label) => `only ${label}`,
  path: 'Path',
  logarithmic: '(logarithmic)',
  fromTo: (from, to) => `${from} to ${to}`,
  refused: 'These settings were not taken over:',
  refusedAdvice: 'The last used values or the defaults apply instead.',
  unknownExperiment: (id) => `There is no experiment “${id}”. Choose one of the list above.`,
  versionMismatch:
    'This window belongs to another version of the extension. Reload the window (“Developer: Reload Window”).',
  workerSlow: 'The worker did not answer within 10 seconds.',
  workerFailed: (reason) => `The worker could not be started: ${reason}`,
  ownHung:
    'The experiment did not answer for 10 seconds and was stopped. Is there a call that never returns?',
  ownRefused: (path) => `${path} cannot be run:`,
  ownPlace: (path, { line, column }, message) => `${path}:${line + 1}:${column + 1}: ${message}`,
  ownShowLine: (line) => `Show line ${line}`,
  runFailed: (reason) => `The run has ended early: ${reason}`,
  retry: 'Try again',
  dismiss: 'Close this message',
  enlarge: 'Enlarge',
  pickHint: 'Enter brings the variant out in all pictures.',
  enlargedMap: (caption) => `Enlarged: ${caption}`,
  previousMap: 'Previous map',
  nextMap: 'Next map',
  isFirstMap: 'This is the first map.',
  isLastMap: 'This is the last map.',
  closeMap: 'Close the enlargement',
  probabilityAt: (x, y, probability) => `x₁ = ${x}, x₂ = ${y}: probability ≈ ${probability}`,
  mapHint: 'Click a map to show it large and to bring it out in all pictures.',
  prediction: {
    heading: 'What do you expect?',
    comparison: 'Prediction and outcome',
    questionOf: (number, count) => `Question ${number} of ${count}`,
    predictAndStart: 'Predict and start',
    chooseFirst: 'Choose an answer first.',
    nothingDrawn: 'Nothing has been drawn yet.',
    drawIn: (view) => `Draw the curve in the picture “${view}”.`,
    goToView: 'Go to the picture',
    drawHint:
      'Drag with the pointer, or choose a place with ← and → and its value with ↑ and ↓ (Page Up and Page Down: large steps). Between two places a straight line is filled in.',
    drawLabel: (view) => `${view}. You draw here: left and right choose the place, up and down its value.`,
    done: 'Done, start',
    notWhole: 'The curve has to go from the first place to the last.',
    undoStroke: 'Take back the last stroke',
    skip: 'Skip',
    switchOff: 'Do not ask again',
    switchOffHint: 'It can be switched on again in the settings: “Predict first”.',
    yours: 'Your prediction',
    outcome: 'What came out',
    yourCurve: 'Your prediction',
    yourCurveIsDrawn: 'the dotted curve in the picture',
    pending: 'What comes out is said here at the end of the run.',
    right: 'That is how it came out.',
    otherwise: 'It came out differently.',
    otherSettings: 'This prediction was made for other settings or another seed.',
    nothingMeasured: 'This run measured nothing here that your curve could be compared with.',
    closeness: {
      veryClose: 'Your curve lies almost on the measured one.',
      close: 'Your curve is close to the measured one.',
      roughly: 'The magnitude is right, the course differs.',
      different: 'The measured curve runs quite differently from yours.',
    },
    offByFactor: (factor) => `On average your curve is off by a factor of ${factor}.`,
    offBy: (distance, percent) =>
      percent === undefined
        ? `On average your curve is off by ${distance}.`
        : `On average your curve is off by ${distance}, which is ${percent} % of the measured range.`,
    extremes: {
      minimum: {
        right: (place) => `You have the minimum in the right place: at ${place}.`,
        flat: (place) => `The minimum is at ${place}; your curve has none.`,
        elsewhere: (place, yours) => `The minimum is at ${place}, in your curve at ${yours}.`,
      },
      maximum: {
        right: (place) => `You have the maximum in the right place: at ${place}.`,
        flat: (place) => `The maximum is at ${place}; your curve has none.`,
        elsewhere: (place, yours) => `The maximum is at ${place}, in your curve at ${yours}.`,
      },
    },
    next: 'Next question',
    again: 'Predict again',
    predictFirst: 'Predict first',
    predictFirstHelp: 'Before the first run of an experiment you are asked what you expect.',
  },
  liveFormulas: 'The formula with the numbers of this run',
  exportFigure: 'Save',
  exportFormats: { png: 'Picture (PNG)', svg: 'Vector graphic (SVG)', csv: 'Numbers (CSV)' },
  nothingToExport: (title) => `“${title}” is still empty, so there is nothing to save. Let the run begin.`,
  exportFailed: (title, reason) => `“${title}” could not be saved: ${reason}`,
  exportFoot: (experimentId, seed, step, settings) =>
    `Lecture Lab, ${experimentId}, seed ${seed}, step ${formatCount(step)}: ${settings}`,
  survey: {
    testedOn: (ranges) => `All of them are checked on the seeds ${ranges.join(' and ')}.`,
    tryToRefute: 'Try to refute it',
    further: (count) => `${count} more seeds`,
    cancel: 'Cancel',
    blocked: 'Possible once the other runs in the background are finished.',
    tried: (tried, planned, holding) => `${tried} of ${planned} new seeds: holds in ${holding}.`,
    meanIs: (tried, mean, bound) => `Mean over ${tried}: ${mean}, claimed ${bound}.`,
    verdicts: {
      refuted: 'Refuted.',
      standing: 'Not refuted.',
      standingSoFar: 'Not refuted so far.',
    },
    refutedBy: (seed, measured, bound) => `Refuted by seed ${seed}: measured ${measured}, claimed ${bound}.`,
    closest: (seed, measured, bound) =>
      `Closest call with seed ${seed}: measured ${measured}, claimed ${bound}.`,
    weakest: (seed, measured) =>
      `The least favourable single run: seed ${seed}, measured ${measured}. Only the mean is claimed.`,
    finding: {
      everySeed: 'That is a finding: under these settings the claim does not hold for every seed.',
      mean: 'That is a finding: on average over these seeds the claim does not hold.',
    },
    noNumber: 'no number',
    failedRun: (seed, message) => `Seed ${seed}: ${message}`,
    showRun: 'Show this run',
    stripOf: (bound) => `Measured values, one mark a seed; claimed ${bound}. The numbers are in the table.`,
    markTitle: (seed, measured, holds) => `Seed ${seed}: ${measured}, ${holds ? 'holds' : 'does not hold'}`,
    seed: 'Seed',
    measured: 'Measured',
    result: 'Result',
    holds: (isHolding) => (isHolding ? '✓ holds' : '✗ does not hold'),
  },
  sweep: {
    title: 'Sweep a setting',
    help: 'Computes the run for several values of one setting; all other settings stay as they are now. The processor computes in the background.',
    setting: 'Setting',
    quantity: 'Measured',
    from: 'from',
    to: 'to',
    count: 'Number of values',
    values: (list) => `Values: ${list}`,
    newSeeds: (count) => `${count} new seeds, drawn at random.`,
    outside: (min, max) => `Allowed is ${min} to ${max}.`,
    notAscending: 'The first value must be smaller than the last.',
    notWhole: 'Only whole numbers are allowed.',
    countProblem: (fewest, most) => `Allowed are ${fewest} to ${most} values.`,
    start: 'Sweep',
    blocked: 'Possible once the attempt to refute a claim is finished.',
    notRight: 'Possible once the entries are right.',
    progress: (done, total) => `${done} of ${total} runs finished.`,
    cancelled: (done, total) => `Cancelled after ${done} of ${total} runs.`,
    cost: (seconds) => `Computed on the processor, ${seconds} s a run on average.`,
    caption: 'Where each run ended.',
    now: (value) => `${value} (now)`,
    current: (setting, value) => `Set now: ${setting} = ${value}.`,
    picked: (setting, value) => `Picked: ${setting} = ${value}.`,
    pickHint: 'Pick a point in the picture or a value here:',
    use: 'Run with this value',
    otherSettings: 'The other settings are no longer those of these runs.',
    failed: (value, message) => `${value}: ${message}`,
    variant: 'Variant',
  },
  divergedTitle: (count) =>
    count === 1 ? 'One training has diverged.' : `${count} trainings have diverged.`,
  divergedLine: (name, step, norm) => `${name}: at step ${step}${norm ? `, last ${norm}` : ''}.`,
  tryClipping: 'Try gradient clipping',
  terms: {
    from: 'From:',
    openHint: (title) => `Open “${title}” at the definition`,
  },
  reading: {
    image: 'Image',
    network: 'Network',
    point: 'Point',
    row: 'Row',
    series: 'Series',
    of: (number, count) => `${number} of ${count}`,
    below: (label) => `Below: ${label}.`,
    signed: 'Sign and size',
    input: 'input',
    hidden: (number) => (number === undefined ? 'hidden' : `hidden ${number}`),
    output: 'output',
    layers: (counted) => `Layers from left to right: ${counted.join(', ')}.`,
    off: (units) => `without ${units.join(', ')}`,
    allOn: 'complete',
    unit: 'unit',
    droppedUnit: 'unit left out, with its connections',
    positive: 'positive weight',
    negative: 'negative weight',
    thickest: (value) => `The thicker the line, the larger the magnitude (thickest: ${value}).`,
    weight: (from, to) => `weight ${from} → ${to}`,
  },
  keep: 'Keep in note',
  keepHint:
    'Writes these settings into the demo block of the note; where there is none, a new one is added. Ctrl+Z in the note undoes it.',
  insertIntoNote: 'Insert into note',
};

/** The one language of a page's bundle, put in by the build, which leaves the texts of the other out. Tests run without a bundle. */
declare const PAGE_LOCALE: Locale;

/** The interface's texts in a language. A bundle has those of its own language only. */
export function stringsFor(locale: Locale): Strings {
  return (typeof PAGE_LOCALE === 'undefined' ? locale : PAGE_LOCALE) === 'de' ? de : en;
}
