import { catalog } from '../src/experiments/catalog.gen';
import type { Locale } from '../src/experiments/kit/localized';
import type { Origin, ParamValues, ViewMessage } from '../src/protocol/panelMessages';
import type { SurveyedRun } from '../src/protocol/workerMessages';
import { BackendBadge } from './backendBadge';
import { ClaimsList } from './claimsList';
import { cssColor } from './color';
import { DivergenceNotice } from './divergenceNotice';
import { element } from './dom';
import { Explanation } from './explanation';
import { type ExportedRun, Exporter, type ExportRequest } from './export/exporter';
import { Header } from './header';
import { LiveFormulas } from './liveFormulas';
import { Notices } from './notices';
import type { RunnableOwn } from './ownWorkerSource';
import { type PredictionActions, PredictionCard } from './prediction/predictionCard';
import type { Predictions } from './prediction/predictions';
import { type SettingsActions, SettingsPanel } from './settingsPanel';
import { Stage } from './stage';
import type { Strings } from './strings';
import { Refuter } from './survey/refuter';
import { drawNumber } from './survey/seeds';
import { SurveyLink } from './survey/surveyLink';
import { Sweeper } from './survey/sweeper';
import { SweepPanel } from './survey/sweepPanel';
import { TermMarks } from './terms/termMarks';
import type { ThemeSource } from './theme';
import { Transport, type TransportActions } from './transport';
import { WorkerLink } from './workerLink';

/** What follows from what the learner does on the page. */
export interface LabActions {
  readonly post: (message: ViewMessage) => void;
  readonly transport: TransportActions;
  readonly settings: SettingsActions;
  readonly predictions: PredictionActions;
  /** The learner wants another experiment. */
  readonly onChoose: (experimentId: string) => void;
  /** The learner wants these settings; those that are not named stay. */
  readonly onUseParams: (params: ParamValues) => void;
  /** The learner wants to see a run of a survey. */
  readonly onShowRun: (run: SurveyedRun) => void;
  /** Where the experiment was opened from. */
  readonly origin: () => Origin | undefined;
  /** The run that the pictures show; `undefined`: none yet. */
  readonly shownRun: () => ExportedRun | undefined;
}

/** What all parts of the page know. */
export interface LabSurroundings {
  readonly locale: Locale;
  readonly strings: Strings;
  readonly theme: ThemeSource;
  /** Address of the training worker's source. */
  readonly workerUri: string;
  /** As what a picture goes into a note. */
  readonly resultFormat: 'svg' | 'png';
  /** The learner's own experiment on the page; `undefined`: one that ships. */
  readonly own: () => RunnableOwn | undefined;
}

/** The parts of the page. None of them knows another; `Lab` joins them. */
export interface LabParts {
  readonly notices: Notices;
  readonly backend: BackendBadge;
  readonly header: Header;
  readonly transport: Transport;
  readonly settings: SettingsPanel;
  readonly predictions: PredictionCard;
  readonly stage: Stage;
  readonly sweep: SweepPanel;
  readonly explanation: Explanation;
  readonly formulas: LiveFormulas;
  readonly claims: ClaimsList;
  readonly divergence: DivergenceNotice;
  readonly terms: TermMarks;
  readonly surveys: SurveyLink;
}

/** Runs surveys in a worker of their own, started when the first one is asked for. */
function createSurveys({ workerUri, own }: LabSurroundings): SurveyLink {
  return new SurveyLink((onReport, onProblem) => {
    const worker = new WorkerLink(workerUri, onReport, onProblem);
    void worker.use(own());
    return worker;
  });
}

/** Has pictures and their numbers saved, or put into the note; what is in the way is said on the page. */
function createExport(
  { locale, strings, resultFormat }: LabSurroundings,
  notices: Notices,
  claims: ClaimsList,
  actions: LabActions,
) {
  const exporter = new Exporter(locale, strings, {
    run: actions.shownRun,
    origin: actions.origin,
    claims: () => claims.judged,
    noteFormat: resultFormat,
    post: actions.post,
    onProblem: (sentence) => notices.show('export', { kind: 'warning', lines: [sentence] }),
  });
  return (request: ExportRequest) => {
    notices.clear('export');
    void exporter.export(request);
  };
}

/** Makes the parts, empty. `known`: what is known of earlier predictions. */
export function createParts(
  surroundings: LabSurroundings,
  known: Predictions,
  actions: LabActions,
): LabParts {
  const { locale, strings, theme } = surroundings;
  const { onChoose, onShowRun, onUseParams } = actions;
  const onOrigin = (origin: Origin) => actions.post({ type: 'originRequested', origin });
  const notices = new Notices(strings);
  const backend = new BackendBadge(strings);
  const predictions = new PredictionCard(locale, strings, known, actions.predictions);
  const surveys = createSurveys(surroundings);
  const claims = new ClaimsList(locale, strings, new Refuter(surveys, locale, drawNumber), {
    onUseSettings: onUseParams,
    onShowRun: (params, seed) => onShowRun({ params, seed }),
  });
  const onExport = createExport(surroundings, notices, claims, actions);
  const sweeper = new Sweeper(surveys, locale, () => performance.now());
  return {
    notices,
    backend,
    predictions,
    header: new Header(catalog, backend.badge, locale, strings, { onChoose, onOrigin }),
    transport: new Transport(strings, actions.transport),
    settings: new SettingsPanel(locale, strings, actions.settings),
    stage: new Stage(locale, strings, theme, predictions, onExport),
    sweep: new SweepPanel(locale, strings, theme, sweeper, { onExport, onUse: onShowRun }),
    explanation: new Explanation(locale, strings),
    formulas: new LiveFormulas(locale, strings),
    claims,
    divergence: new DivergenceNotice(locale, strings, onChoose),
    terms: new TermMarks(actions.post, strings, onOrigin),
    surveys,
  };
}

/** Puts the parts on the page, in the order in which they are read. */
export function layOut(root: HTMLElement, locale: Locale, theme: ThemeSource, parts: LabParts): void {
  const about = element('div', {}, parts.explanation.element, parts.formulas.element);
  const text = element('div', { class: 'lab-text' }, about, parts.claims.element);
  const main = element('div', { class: 'lab-main' }, parts.predictions.element, parts.stage.element);
  main.append(parts.sweep.element, text, parts.divergence.element);
  root.lang = locale;
  document.documentElement.lang = locale;
  root.replaceChildren(
    parts.header.element,
    parts.backend.note,
    parts.notices.element,
    parts.transport.element,
    element('div', { class: 'lab-body' }, parts.settings.element, main),
  );
  const adoptTheme = () => {
    root.style.setProperty('--success', cssColor(theme.current.success));
    root.style.setProperty('--failure', cssColor(theme.current.failure));
  };
  theme.onDidChange(adoptTheme);
  adoptTheme();
}
