import * as vscode from 'vscode';
import { type ConceptTable, conceptTable } from '../core/index/conceptTable';
import { type CatalogEntry, catalog, findInCatalog } from '../experiments/catalog.gen';
import type { OwnExperiment } from '../protocol/ownExperiments';
import type { OwnExperiments, SettableExperiment } from './ownExperiments';

/** A table that asks whichever is the present one. */
function currentOf(current: () => ConceptTable): ConceptTable {
  return {
    get ids() {
      return current().ids;
    },
    findAll: (text, select) => current().findAll(text, select),
    findAt: (text, offset, select) => current().findAt(text, offset, select),
  };
}

/** All experiments of this window: those that ship, and those of the learner's vaults, which may come and go. */
class ExperimentCatalog {
  readonly #didChange = new vscode.EventEmitter<string | undefined>();
  #own: OwnExperiments | undefined;
  #table: ConceptTable = conceptTable(catalog);

  /** Fires with the id of an experiment of a vault that has changed, or with `undefined` when any may have. */
  readonly onDidChange = this.#didChange.event;

  /** Finds experiments by their concepts. It stays the same object when experiments come and go. */
  readonly concepts: ConceptTable = currentOf(() => this.#table);

  /** Takes in the experiments of the vaults, until the result is disposed. */
  connect(own: OwnExperiments): vscode.Disposable {
    this.#own = own;
    const subscription = own.onDidChange((id) => {
      this.#table = conceptTable(this.entries());
      this.#didChange.fire(id);
    });
    return vscode.Disposable.from(subscription, own);
  }

  /** Those that ship first. A vault's experiment does not take the place of one that ships. */
  entries(): readonly CatalogEntry[] {
    return [...catalog, ...this.#vaultEntries()];
  }

  /** The experiment of that id; `undefined` where there is none, or none yet. */
  find(id: string): CatalogEntry | undefined {
    return findInCatalog(id) ?? this.#vaultEntries().find((entry) => entry.id === id);
  }

  /** The same, once the vaults' files are read where it is not one that ships: nobody waits for these otherwise. */
  async lookUp(id: string): Promise<CatalogEntry | undefined> {
    const shipped = findInCatalog(id);
    if (!shipped) await this.ready();
    return shipped ?? this.find(id);
  }

  /** Resolves when the vaults' experiments are known; the first question begins to read them. */
  async ready(): Promise<void> {
    await this.#own?.ready();
  }

  /** All of them with their settings. Loaded when first asked for, since their texts are large. */
  async settable(): Promise<readonly SettableExperiment[]> {
    const { specs } = await import('../experiments/specs.gen');
    await this.ready();
    return [...specs, ...this.#vaultEntries()];
  }

  /** One of them; `undefined` where there is none of that id. */
  async findSettable(id: string): Promise<SettableExperiment | undefined> {
    return (await this.settable()).find((experiment) => experiment.id === id);
  }

  /** The experiment of a vault as the page gets it; `undefined` where it ships, or does not exist. */
  async own(id: string): Promise<OwnExperiment | undefined> {
    return findInCatalog(id) ? undefined : this.#own?.experiment(id);
  }

  #vaultEntries(): readonly SettableExperiment[] {
    return this.#own?.entries().filter(({ id }) => !findInCatalog(id)) ?? [];
  }
}

/** The experiments of this window. */
export const experiments = new ExperimentCatalog();
