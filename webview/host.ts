import { isHostMessage } from '../src/protocol/checkPanelMessages';
import { type HostMessage, PANEL_PROTOCOL_VERSION, type ViewMessage } from '../src/protocol/panelMessages';
import { readSavedState, type SavedState } from './savedState';

interface VSCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VSCodeApi;

/** The extension host as the page sees it: typed messages, checked on arrival, and the state that outlives the page. */
export class Host {
  readonly #api = acquireVsCodeApi();

  /**
   * Tells the host that the page listens. `onMessage` gets every well-formed order, `onMismatch` one is called instead when the order
   * was written for another version of the page.
   */
  connect(onMessage: (message: HostMessage) => void, onMismatch: () => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isHostMessage(data)) return;
      if (data.version === PANEL_PROTOCOL_VERSION) onMessage(data);
      else onMismatch();
    });
    this.post({ type: 'ready', version: PANEL_PROTOCOL_VERSION });
  }

  post(message: ViewMessage): void {
    this.#api.postMessage(message);
  }

  get savedState(): SavedState | undefined {
    return readSavedState(this.#api.getState());
  }

  save(state: SavedState): void {
    this.#api.setState(state);
  }
}
