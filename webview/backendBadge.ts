import type { BackendInfo } from '../src/protocol/workerMessages';
import { element, setText } from './dom';
import { isSoftwareRenderer, shortRendererName } from './rendererName';
import type { Strings } from './strings';

/** Says at all times what computes, and, where that is not what one would expect, why. */
export class BackendBadge {
  readonly badge = element('span', { class: 'badge', role: 'note' });
  readonly note = element('p', { class: 'backend-note', hidden: '' });
  readonly #strings: Strings;

  constructor(strings: Strings) {
    this.#strings = strings;
    this.badge.textContent = strings.backendStarting;
  }

  /** Shows a backend; `undefined` while it is not known. `recovered`: it was lost and rebuilt during the run. */
  show(backend: BackendInfo | undefined, recovered: boolean): void {
    if (!backend) {
      setText(this.badge, this.#strings.backendStarting);
      return;
    }
    const name = this.#strings.backendNames[backend.name];
    const note = this.#noteOn(backend, recovered);
    setText(this.badge, `${name} · ${shortRendererName(backend.renderer)}`);
    const title = this.#strings.backendTitle(name, backend.renderer);
    this.badge.title = title;
    this.badge.setAttribute('aria-label', title);
    this.badge.classList.toggle('badge-warning', note?.isWarning === true);
    this.note.hidden = note === undefined;
    setText(this.note, note?.text ?? '');
  }

  #noteOn(backend: BackendInfo, recovered: boolean): { text: string; isWarning: boolean } | undefined {
    const notes = this.#strings.backendNotes;
    if (backend.reason === 'context-lost') return { text: notes.lost, isWarning: true };
    if (backend.reason === 'webgl-unavailable') return { text: notes.unavailable, isWarning: true };
    if (recovered) return { text: notes.recovered, isWarning: true };
    if (backend.reason === 'requested') return { text: notes.requested, isWarning: false };
    if (backend.name === 'webgl' && isSoftwareRenderer(backend.renderer)) {
      return { text: notes.software, isWarning: false };
    }
    return undefined;
  }
}
