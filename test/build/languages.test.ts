// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code that has templates in it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringsFor } from '../../webview/strings';
import { type HardCodedText, hardCodedTexts } from '../kit/hardCodedTexts';
import { parseSource, sourcesOf } from '../kit/sourceTexts';
import { gapsOf, halfTranslated, messagesOf, translatedTexts } from '../kit/translatedTexts';

const root = resolve(import.meta.dirname, '../..');

type Texts = Readonly<Record<string, string>>;

function json(path: string): Texts {
  return JSON.parse(readFileSync(resolve(root, path), 'utf8'));
}

/** Words that German and English share: what German lectures say too, names, and short forms in formulas. */
const sharedWords = new Set([
  ...['Adam', 'Bias', 'Dropout', 'ECE', 'ELU', 'Ensemble', 'LeakyReLU', 'MNIST', 'Momentum', 'Norm', 'ReLU'],
  ...['Sigmoid', 'Tanh', 'tanh', 'Test', 'Training', 'Links', 'Information', 'Experiment', 'Demo', 'Pause'],
  ...['Start', 'irrelevant', 'relevant', 'orthogonal', 'proximal'],
  ...['erf', 'ln', 'log', 'max', 'sgn', 'tr', 'Var', 'ms'],
  ...['Lecture', 'Lab', 'WebGL', 'CPU', 'PNG', 'SVG', 'CSV', 'VS', 'Code', 'Name', 'Names', 'Version'],
]);

/** Whether a text may be the same in both languages: it has no words, or shared ones only. */
function isShared(text: string): boolean {
  const words = text.replace(/\{\w+\}|\$[^$]*\$/g, ' ').match(/[\p{Ll}\p{Lu}]{2,}/gu) ?? [];
  return words.every((word) => sharedWords.has(word));
}

/** What is wrong with a text in two languages; `undefined` for nothing. */
function problemOf(de: string, en: string): string | undefined {
  if (de.trim() === '' || en.trim() === '') return 'empty in one language';
  if (de === en && !isShared(en)) return 'the same in both';
  return String(gapsOf(de)) === String(gapsOf(en)) ? undefined : 'other gaps';
}

function problemsOf(
  translations: Iterable<readonly [place: string, de: string, en: string]>,
): readonly string[] {
  return [...translations].flatMap(([place, de, en]) => {
    const problem = problemOf(de, en);
    return problem ? [`${place}: ${problem}: ${JSON.stringify([de, en])}`] : [];
  });
}

describe('what is wrong with a translation', () => {
  it.each([
    ['', 'Open', 'empty in one language'],
    ['Open', 'Open', 'the same in both'],
    ['{0} von {1}', '{0} of {2}', 'other gaps'],
    ['Noch {0}', 'Still', 'other gaps'],
    ['Bias b', 'Bias b', undefined],
    ['Öffnen', 'Open', undefined],
  ])('is said of %j for %j', (de, en, problem) => {
    expect(problemOf(de, en)).toBe(problem);
  });
});

describe('the manifest', () => {
  const [german, english] = [json('package.nls.de.json'), json('package.nls.json')];

  it('says the same things in German and English', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    expect(problemsOf(Object.entries(english).map(([key, en]) => [key, german[key] ?? '', en]))).toEqual([]);
  });

  it('takes every text that it shows from there', () => {
    const named = readFileSync(resolve(root, 'package.json'), 'utf8').matchAll(/"%([\w.-]+)%"/g);
    const used = new Set(Array.from(named, ([, key]) => key));
    expect(Object.keys(english).filter((key) => !used.has(key))).toEqual([]);
    expect([...used].filter((key) => !(key! in english))).toEqual([]);
  });
});

describe('messages of the extension', () => {
  const bundle = json('l10n/bundle.l10n.de.json');
  const messages = sourcesOf('src').flatMap(messagesOf);

  it('are all translated, and nothing else is', () => {
    const missing = messages.filter(({ text }) => !(text in bundle));
    expect(missing.map(({ text, place }) => `${place}: ${text}`)).toEqual([]);
    const used = new Set(messages.map(({ text }) => text));
    expect(Object.keys(bundle).filter((text) => !used.has(text))).toEqual([]);
  });

  it('are other words in German, with the same gaps', () => {
    expect(messages.length).toBeGreaterThan(100);
    expect(problemsOf(Object.entries(bundle).map(([en, de]) => [en, de, en]))).toEqual([]);
  });

  it('get a value for each gap', () => {
    const wrong = messages.filter(
      ({ text, valueCount }) => valueCount !== undefined && valueCount !== gapsOf(text).length,
    );
    expect(wrong.map(({ text, place }) => `${place}: ${text}`)).toEqual([]);
  });

  it('are found where they are chosen, and refused where they are computed', () => {
    const found = (code: string) => messagesOf(parseSource('src/vscode/x.ts', code)).map(({ text }) => text);
    expect(found("vscode.l10n.t(some ? 'Yes' : 'No', 1)")).toEqual(['Yes', 'No']);
    expect(found("const says = { a: 'A {0}', b: 'B' } as const; l10n.t(says[key], ...given)")).toEqual([
      'A {0}',
      'B',
    ]);
    expect(() => found('l10n.t(`The ${thing}`)')).toThrow('src/vscode/x.ts:1');
    expect(() => found('l10n.t(messageOf(error))')).toThrow('not written out');
  });
});

describe('texts that the code has in both languages', () => {
  const sources = ['src', 'webview'].flatMap(sourcesOf);

  it('are written in both, with the same gaps', () => {
    const found = sources.flatMap(translatedTexts);
    expect(found.length).toBeGreaterThan(1000);
    // In German the verb stands once before all of what follows.
    const meant = found.filter(({ de, en }) => !(de === '' && en === ' is'));
    expect(problemsOf(meant.map(({ place, de, en }) => [place, de, en]))).toEqual([]);
  });

  it('are nowhere in one language only', () => {
    expect(sources.flatMap(halfTranslated)).toEqual([]);
    const half = parseSource(
      'src/core/x.ts',
      "const title = { de: 'Titel' };\nconst other = { de: 'A', en: 'B' };",
    );
    expect(halfTranslated(half)).toEqual(['src/core/x.ts:1']);
  });
});

describe('guides', () => {
  const guide = (name: string) => readFileSync(resolve(root, 'docs', name), 'utf8');
  const codeIn = (text: string) => text.match(/^ *(`{3,})\w+\n[\s\S]*?\n *\1$/gm) ?? [];
  const shapeOf = (text: string) => Array.from(text.matchAll(/^(#+ |\d\. |\|)/gm), ([, mark]) => mark);

  it.each([
    ['own-experiments.md', 'own-experiments.de.md'],
    ['experiments.md', 'experiments.de.md'],
  ])('%s and %s lead to each other', (english, german) => {
    expect(guide(english)).toContain(`[Deutsch](${german})`);
    expect(guide(german)).toContain(`[English](${english})`);
  });

  it('on experiments of your own say the same in both languages, with the same code', () => {
    const [english, german] = [guide('own-experiments.md'), guide('own-experiments.de.md')];
    expect(codeIn(english).length).toBeGreaterThanOrEqual(2);
    expect(codeIn(german)).toEqual(codeIn(english));
    expect(shapeOf(german)).toEqual(shapeOf(english));
  });
});

/** The texts below a value by their paths; a function as its code, which holds its words. */
function textsBelow(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, String(value)]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsBelow(inner, `${path}.${key}`));
}

/** A text, or the literals of a function's code: where it has none it only puts its arguments together. */
function wordsOf(text: string): string {
  if (!text.includes('=>')) return text;
  return Array.from(
    text.replace(/\$\{[^}]*\}/g, ' ').matchAll(/(['"`])(.*?)\1/g),
    ([, , words]) => words,
  ).join(' ');
}

describe("the lab's words", () => {
  const [german, english] = [stringsFor('de'), stringsFor('en')].map((strings) =>
    textsBelow(strings, 'strings'),
  );

  it('are the same ones in German and English, and no English in German', () => {
    expect(german!.map(([path]) => path).sort()).toEqual(english!.map(([path]) => path).sort());
    const inGerman = new Map(german);
    const copied = english!.filter(([path, en]) => inGerman.get(path) === en && !isShared(wordsOf(en)));
    expect(copied).toEqual([]);
    expect([...german!, ...english!].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

/**
 * Texts that are right in one language, by what they match. The command line (`src/cli`) is not looked at: it speaks English like the
 * tools beside it, and scripts read what it prints.
 */
const rightAsTheyAre: readonly (readonly [where: RegExp, text: RegExp, why: string])[] = [
  [/./, /^Lecture Lab$/, 'the name of the extension'],
  [
    /registerCodeLenses/,
    /^▶ Demo: …$/,
    'a demo is called so in both languages; the title behind it has both',
  ],
  [/./, /^demo$|^true, false$/, 'what stands in the code of a note'],
  [/./, /<title>(?:Lecture Lab|…)<\/title>/, 'a whole page, whose words are put in; its title is a name'],
  [/./, /^(?:(?:img|media|font|worker)-src )/, 'a content security policy'],
  [/./, /^ll-[\w -]+$/, 'names of classes'],
  [/./, /^(?:underline dotted;|linear-gradient\(|\(prefers-reduced-motion)/, 'CSS'],
  [/./, /^(?:p, li,|\.katex, math|a\[href\], )/, 'CSS selectors'],
  [/ownWorkerSource|prepareOwn/, /lectureLabTick|typeof spec|^const spec$|^function run$/, 'code'],
  [/webview\/main/, /^ResizeObserver loop$/, "a browser's own message, which is recognised"],
  [/webview\/runLoop/, /^Frame … arrived where frame/, 'a bug of ours: for its report'],
  [/views\/fields/, /^array of (?:numbers|bytes)$/, 'part of an error that is a bug: for its report'],
  [/ownFields/, /^own: \w+$/, 'names of fields'],
  [/ownSpec/, /^string, \{ de, en \}\|…$|^….min: … > 0 \(scale: log\)\.$/, 'types and fields, as code'],
  [
    /vscode\/(?:noteFile|vault|vaultCache)\.ts/,
    /left out|not read|cannot be kept/,
    'for the log, which is English',
  ],
  [/lateModule/, /^VS Code does not know/, 'a bug: for its report'],
  [/ownExperiments/, /^gone, or a link/, 'an error that is caught beside it'],
  [/insideFolders/, /^a (?:symbolic link|way back)/, 'an error that is caught beside it'],
  [/features\/demoProblem/, /./, 'messages, translated where they are said'],
  [/webview\/strings/, /./, "the lab's words in both languages"],
];

const shownFolders = [
  ...['src/vscode', 'src/core/page', 'src/core/features', 'src/figures', 'src/export', 'webview'],
  ...['src/ownExperiments'],
];

function isRightAsItIs({ place, text }: HardCodedText): boolean {
  return rightAsTheyAre.some(([where, what]) => where.test(place) && what.test(text));
}

describe('texts that users see', () => {
  const found = [
    ...shownFolders.flatMap(sourcesOf),
    ...sourcesOf('src/experiments').filter(({ fileName }) => /\/kit\/(?!tensor\/)/.test(fileName)),
  ].flatMap(hardCodedTexts);

  it('are in both languages everywhere', () => {
    expect(found.filter((text) => !isRightAsItIs(text))).toEqual([]);
  });

  it('have no exception that is no longer needed', () => {
    const needed = rightAsTheyAre.filter(([where, what]) =>
      found.some(({ place, text }) => where.test(place) && what.test(text)),
    );
    expect(rightAsTheyAre.filter((rule) => !needed.includes(rule))).toEqual([]);
  });
});

describe('a text in one language', () => {
  const texts = (code: string, path = 'src/vscode/x.ts') =>
    hardCodedTexts(parseSource(path, code)).map(({ text }) => text);

  it.each([
    ["vscode.window.showInformationMessage('Saved')", 'Saved'],
    ["void window.showErrorMessage(`Failed: ${error}`, 'Retry')", 'Retry'],
    ["window.showWarningMessage(isOld ? 'Old' : other)", 'Old'],
    ["window.showQuickPick([{ label: 'First', detail: text }])", 'First'],
    ["window.showQuickPick(items, { placeHolder: 'Which?' })", 'Which?'],
    ["window.showInputBox({ prompt: 'Name' })", 'Name'],
    ["const hint = 'Loading'; pick.placeholder = hint;", 'Loading'],
    ["item.tooltip = name ?? 'Nameless'", 'Nameless'],
    ["new vscode.TreeItem('Nothing')", 'Nothing'],
    ["throw new Error('Impossible')", 'Impossible'],
    ["new vscode.Diagnostic(range, 'Broken')", 'Broken'],
    ["hover.appendMarkdown('**Source** [](command:x)')", '**Source** [](command:x)'],
    ["button.textContent = 'Start'", 'Start'],
    ["button.setAttribute('aria-label', 'Close')", 'Close'],
    ["element('button', { type: 'button', title: 'Close' })", 'Close'],
    ["element('p', {}, 'Empty')", 'Empty'],
    ["list.append('Empty')", 'Empty'],
    ["setText(status, 'Ready')", 'Ready'],
    ["context.fillText('Loss', x, y)", 'Loss'],
    ['const html = `<p class="hint">Nothing</p>`', '<p class="hint">Nothing</p>'],
    ['const html = `<button title="Close">${x}</button>`', '<button title="Close">…</button>'],
    ["const html = '</b> links'", '</b> links'],
    ["send(prefix + 'is no note of this vault')", 'is no note of this vault'],
  ])('is found in %s', (code, text) => {
    expect(texts(code)).toContain(text);
  });

  it.each([
    "window.showInformationMessage(vscode.l10n.t('Saved as {0}', name))",
    "const texts = { title: { de: 'Aus der Notiz', en: 'From the note' } };",
    "item.label = locale === 'de' ? 'Keine Notiz' : 'No note'",
    'log.error(`The page of ${path} cannot be prepared: ${error}`)',
    "element('p', { class: 'control presets', id: 'presets-label' }, strings.presets)",
    "type Mode = 'with all notes' | 'without any';",
    "import { a } from './some module';",
    'const html = `<span class="katex">${inside}&nbsp;</span>`',
    "cell.textContent = '–'",
    "status.text = '$(book)'",
    "md.core.ruler.before('inline', 'task_items', rule)",
  ])('is not found in %s', (code) => {
    expect(texts(code)).toEqual([]);
  });

  it('may be the message of a bug, but not of what VS Code shows', () => {
    const code = "throw new Error('The browser gave no picture.')";
    expect(texts(code, 'webview/x.ts')).toEqual([]);
    expect(texts(code, 'src/vscode/x.ts')).toHaveLength(1);
  });
});
