import { noteName } from '../index/linkResolver';
import { linkPathTo } from '../index/linkText';
import type { ObsidianSettings } from '../index/obsidianSettings';
import type { VaultIndex } from '../index/vaultIndex';
import type { Note } from '../notes/note';
import type { Position, Range, TextEdit, TextLines } from '../text';
import { calloutTypes } from './calloutTypes';
import { type CompletionContext, completionContextAt } from './completionContext';
import { type FileChoice, fileChoices } from './fileChoices';
import { subpathTo } from './headingSubpath';
import { type LinkableBlock, linkableBlocks } from './linkableBlocks';
import { BestOf, type Fit, fitOf, searchKey } from './textSearch';
import { vaultTags } from './vaultTags';

/** One thing to insert. */
export interface Completion {
  readonly kind: 'note' | 'attachment' | 'alias' | 'heading' | 'block' | 'display' | 'tag' | 'callout';
  readonly label: string;
  /** Beside the label: a file's folder, an alias's note, a heading's rank, how often a tag is used, a callout's main type. */
  readonly detail: string;
  /** What replaces the range, closing brackets included where they are missing. */
  readonly insertText: string;
  /** For a block without an id: what must be written for the link to lead there, and into which note. */
  readonly mark?: { readonly path: string; readonly id: string; readonly edit: TextEdit };
}

/** Completions for one place, best first, at most 200 and already filtered by what was typed. */
export interface Completions {
  /** What stands between the start of `range` and the cursor. */
  readonly typed: string;
  /** What a completion replaces. */
  readonly range: Range;
  readonly items: readonly Completion[];
}

/** What completion works with; `index` may still be growing. */
export interface CompletionRequest {
  readonly index: Pick<VaultIndex, 'files' | 'note' | 'notes' | 'resolve' | 'namesRevision'>;
  readonly settings: ObsidianSettings;
  /** The note that is being written. */
  readonly path: string;
  readonly note: Note;
  readonly lines: TextLines;
  readonly position: Position;
  /** The text of another note of the vault; `undefined` when it is gone. */
  readonly textOf: (path: string) => Promise<string | undefined>;
}

/** How many completions an editor gets at once. */
const limit = 200;

/** What can be inserted at a position; `undefined` where nothing is completed. Only blocks need to read another note. */
export async function completionsAt(request: CompletionRequest): Promise<Completions | undefined> {
  const context = completionContextAt(request.note, request.lines, request.position);
  if (!context) return undefined;
  const { typed, range } = context;
  return { typed, range, items: await itemsFor(context, request) };
}

async function itemsFor(
  context: CompletionContext,
  request: CompletionRequest,
): Promise<readonly Completion[]> {
  if (context.kind === 'tag') return tagItems(context, request);
  if (context.kind === 'callout') return calloutItems(context);
  switch (context.part) {
    case 'path':
      return fileItems(context, request);
    case 'heading':
      return headingItems(context, request);
    case 'block':
      return blockItems(context, request);
    case 'alias':
      return displayItems(context, request);
  }
}

type LinkContext = Extract<CompletionContext, { kind: 'link' }>;

/** The items whose text fits what was typed, best first; equally good ones in the order that they came in. */
function fitting<T>(items: Iterable<T>, typed: string, textOf: (item: T) => string): readonly T[] {
  const wanted = searchKey(typed.trim());
  const best = new BestOf<{ item: T; fit: Fit }>(limit, (a, b) => a.fit - b.fit);
  for (const item of items) {
    const fit = fitOf(searchKey(textOf(item)), wanted);
    if (fit !== undefined) best.add({ item, fit });
  }
  return best.items.map(({ item }) => item);
}

function fileItems(context: LinkContext, request: CompletionRequest): readonly Completion[] {
  const { index, settings, path } = request;
  const wishes = { source: path, prefersAttachments: context.isEmbed, limit };
  return fileChoices(index, settings, context.typed, wishes).map((choice) =>
    fileItem(choice, context, request),
  );
}

function fileItem(choice: FileChoice, context: LinkContext, request: CompletionRequest): Completion {
  const { kind, path, name, folder } = choice;
  const linkPath = linkPathTo(request.index.files, path, request.path, request.settings.linkFormat);
  // A link that goes on with a heading or a text of its own keeps them.
  const shown = kind === 'alias' && context.rest === '' ? `${context.bar}${aliasText(name)}` : '';
  return {
    kind,
    label: name,
    detail: kind === 'alias' ? noteName(path) : folder,
    insertText: closed(`${linkPath}${shown}`, context),
  };
}

/** An alias as a link's text: two closing brackets would end it. */
function aliasText(alias: string): string {
  return alias.replaceAll(']]', '] ]');
}

function closed(text: string, { isClosed }: Pick<LinkContext, 'isClosed'>): string {
  return isClosed ? text : `${text}]]`;
}

/** The note that a link's path leads to. */
function targetOf(
  { path }: LinkContext,
  request: CompletionRequest,
): { path: string; note: Note } | undefined {
  if (path === '') return { path: request.path, note: request.note };
  const target = request.index.resolve({ kind: 'wikilink', path, subpath: undefined }, request.path);
  const note = target.status === 'found' ? request.index.note(target.path) : undefined;
  return target.status === 'found' && note ? { path: target.path, note } : undefined;
}

function headingItems(context: LinkContext, request: CompletionRequest): readonly Completion[] {
  const note = targetOf(context, request)?.note;
  if (!note) return [];
  // What stands before the last `#` are headings above; the whole chain is written anew.
  const typed = context.typed.slice(context.typed.lastIndexOf('#') + 1);
  const found = fitting(note.headings, typed, (heading) => heading.text);
  return found.flatMap((heading) => {
    const subpath = subpathTo(note, heading);
    if (subpath === undefined) return [];
    return [
      {
        kind: 'heading',
        label: heading.text,
        detail: `H${heading.level}`,
        insertText: closed(subpath, context),
      },
    ];
  });
}

async function blockItems(context: LinkContext, request: CompletionRequest): Promise<readonly Completion[]> {
  const target = targetOf(context, request);
  if (!target) return [];
  const isOwn = target.path === request.path;
  const text = isOwn ? request.lines.text : await request.textOf(target.path);
  if (text === undefined) return [];
  const { line } = request.position;
  const blocks = linkableBlocks(text, target.note).filter(
    // A link to the block in which it stands itself leads nowhere.
    ({ lines }) => !isOwn || line < lines.first || line >= lines.end,
  );
  const found = fitting(blocks, context.typed, (block) => `${block.edit ? '' : block.id} ${block.text}`);
  return found.map((block) => blockItem(block, target.path, context));
}

function blockItem({ text, id, edit }: LinkableBlock, path: string, context: LinkContext): Completion {
  return {
    kind: 'block',
    label: text.replace(/\s+/g, ' ').trim().slice(0, 100),
    detail: edit ? '' : `^${id}`,
    insertText: closed(id, context),
    ...(edit && { mark: { path, id, edit } }),
  };
}

/** Behind `|`: what the target's own author calls it. */
function displayItems(context: LinkContext, request: CompletionRequest): readonly Completion[] {
  const target = context.path === '' ? undefined : targetOf(context, request);
  const names = target ? target.note.properties.aliases : [];
  return fitting(names, context.typed, (name) => name).map((name) => ({
    kind: 'display',
    label: name,
    detail: '',
    insertText: closed(aliasText(name), context),
  }));
}

function tagItems({ typed }: CompletionContext, { index }: CompletionRequest): readonly Completion[] {
  const tags = vaultTags(index).filter(({ name }) => name !== typed);
  return fitting(tags, typed, ({ name }) => name).map(({ name, count }) => ({
    kind: 'tag',
    label: name,
    detail: String(count),
    insertText: name,
  }));
}

function calloutItems({
  typed,
  isClosed,
}: Extract<CompletionContext, { kind: 'callout' }>): readonly Completion[] {
  const names = calloutTypes.flatMap(({ type, aliases }) =>
    [type, ...aliases].map((name) => ({ name, type })),
  );
  return fitting(names, typed, ({ name }) => name).map(({ name, type }) => ({
    kind: 'callout',
    label: name,
    detail: type,
    insertText: isClosed ? name : `${name}] `,
  }));
}
