import type { Locale } from '../src/experiments/kit/localized';
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
  readonly runFailed: (reason: string) => string;
  readonly retry: string;
  readonly dismiss: string;
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
    'Dieses Fenster gehört zu einer anderen Version der Erweiterung. Laden Sie das Fenster neu („Developer: Reload Window“).',
  workerSlow: 'Die Recheneinheit hat sich nach 10 Sekunden nicht gemeldet.',
  workerFailed: (reason) => `Die Recheneinheit ließ sich nicht starten: ${reason}`,
  runFailed: (reason) => `Der Lauf ist abgebrochen: ${reason}`,
  retry: 'Noch einmal versuchen',
  dismiss: 'Meldung schließen',
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
  runFailed: (reason) => `The run has ended early: ${reason}`,
  retry: 'Try again',
  dismiss: 'Close this message',
};

/** The interface's texts in a language. */
export function stringsFor(locale: Locale): Strings {
  return locale === 'de' ? de : en;
}
