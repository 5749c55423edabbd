import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleVaultFiles } from '../../scripts/lib/sampleVaults.mjs';

const root = resolve(import.meta.dirname, '../..');

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly icon?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsContainers: {
      readonly activitybar: readonly { readonly id: string; readonly icon: string }[];
    };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly icon: string;
      readonly steps: readonly Step[];
    }[];
  };
}

const manifestText = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const { commands, menus, configuration, views, viewsContainers, viewsWelcome, walkthroughs } =
  manifest.contributes;
const languages = { en: textsOf('package.nls.json'), de: textsOf('package.nls.de.json') };
const settingList = configuration.flatMap(({ properties }) => Object.entries(properties));
const declared = new Set(commands.map(({ command }) => command));
const source = sourceBelow('src');

function textsOf(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

/** All TypeScript of a folder that runs in the extension host. */
function sourceBelow(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');
}

/** `%key%` → the text of that key. */
function shown(text: string, language: keyof typeof languages): string {
  return text.replace(/^%(.+)%$/, (_, key: string) => languages[language][key] ?? '');
}

/** Every `when` and `enablement` of the manifest, wherever it stands. */
function clausesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && (key === 'when' || key === 'enablement') ? [inner] : clausesIn(inner),
  );
}

/** The context keys that a clause asks for: names that stand left of an operator, or alone. */
function keysOf(clause: string): readonly string[] {
  return clause
    .split(/&&|\|\|/)
    .map(
      (part) =>
        part
          .trim()
          .replace(/^[!(\s]+/, '')
          .split(/[\s=!<>)]/)[0] ?? '',
    )
    .filter((key) => key !== '' && key !== 'true' && key !== 'false');
}

/** Keys that VS Code sets itself. */
const ownKeysOfVscode = new Set([
  'activeCustomEditorId',
  'activeWebviewPanelId',
  'editorHasSelection',
  'editorLangId',
  'editorReadonly',
  'isWorkspaceTrustEnabled',
  'isWorkspaceTrusted',
  'resourceLangId',
  'view',
  'webviewSection',
  'workspaceFolderCount',
]);

/**
 * Commands of links, lenses and messages that are made while the extension runs. They take arguments that nobody types; a title would only
 * offer them where they cannot work.
 */
const withoutTitle = [
  'lectureLab.chooseDemo',
  'lectureLab.insertResult',
  'lectureLab.keepInNote',
  'lectureLab.openLocation',
  'lectureLab.openShippedTerm',
  'lectureLab.writeBlockId',
];

/** What the code calls its commands: `commandIds` and the modes of the glossary. */
function idsInCode(): ReadonlySet<string> {
  const others = new Set([
    ...allViews().map(({ id }) => id),
    ...contextKeysInCode(),
    ...walkthroughs.map(({ id }) => id),
    'lectureLab.lab',
    'lectureLab.demoLink',
    'lectureLab.reading',
  ]);
  const code = source.replace(/createDiagnosticCollection\([^)]*\)/g, '');
  const ids = [...code.matchAll(/'(lectureLab\.[A-Za-z]+)'/g)].map(([, id]) => id ?? '');
  const isSetting = (id: string): boolean => settingList.some(([name]) => `${name}.`.startsWith(`${id}.`));
  return new Set(ids.filter((id) => declared.has(id) || (!others.has(id) && !isSetting(id))));
}

function allViews(): readonly { readonly id: string; readonly icon: string }[] {
  return Object.values(views).flat();
}

/** Keys that the code sets, `did.…` written out. */
function contextKeysInCode(): readonly string[] {
  const named = [...source.matchAll(/\b(?:key|\w+Key) = '(lectureLab\.\w+)'/g)].map(([, key]) => key ?? '');
  const steps = /type FirstStep = ([^;]+);/.exec(source)?.[1] ?? '';
  const did = [...steps.matchAll(/'(\w+)'/g)].map(([, step]) => `lectureLab.did.${step}`);
  return [...named, ...did];
}

/** The commands of links in a text for users. */
function linkedCommands(text: string): readonly string[] {
  return [...text.matchAll(/\]\(command:([\w.]+)/g)].map(([, command]) => command ?? '');
}

describe('commands of the manifest', () => {
  it('have a title in both languages and the category that they are found under', () => {
    for (const { command, title, category } of commands) {
      expect(category, command).toBe('Lecture Lab');
      for (const language of ['en', 'de'] as const) expect(shown(title, language), command).not.toBe('');
    }
  });

  it('have titles in title case in English, with an ellipsis made of one character', () => {
    const small = new Set(['a', 'an', 'as', 'by', 'for', 'from', 'of', 'the', 'to']);
    for (const { title } of commands) {
      const text = shown(title, 'en');
      const words = text.replace('…', '').split(' ');
      const wrong = words.filter((word, at) => !/^[A-Z]/.test(word) && (at === 0 || !small.has(word)));
      expect(wrong, text).toEqual([]);
      expect(text).not.toContain('...');
    }
  });

  it('are those of the code', () => {
    expect([...idsInCode()].filter((id) => !declared.has(id)).sort()).toEqual(withoutTitle);
    expect([...declared].filter((id) => !idsInCode().has(id))).toEqual([]);
  });

  it('of menus are declared', () => {
    const missing = Object.values(menus)
      .flat()
      .filter(({ command }) => !declared.has(command));
    expect(missing).toEqual([]);
  });

  it('of links in welcome texts and steps are declared, or are VS Code’s', () => {
    const vscodes = ['vscode.openFolder', 'workbench.action.openSettings', 'workbench.action.quickOpen'];
    const texts = Object.values(languages).flatMap((texts) => Object.values(texts));
    const linked = texts.flatMap(linkedCommands);
    expect(linked.length).toBeGreaterThan(10);
    expect(linked.filter((id) => !declared.has(id) && !vscodes.includes(id))).toEqual([]);
  });

  it('are hidden from the palette where they need an argument', () => {
    const hidden = menus.commandPalette?.filter(({ when }) => when === 'false').map(({ command }) => command);
    expect(hidden).toEqual(
      expect.arrayContaining([
        'lectureLab.chooseDemoInPreview',
        'lectureLab.showTerm',
        'lectureLab.runFirstDemo',
      ]),
    );
  });
});

describe('settings of the manifest', () => {
  it('have a description in both languages, a scope and a place in their group', () => {
    for (const [name, { markdownDescription = '', scope, order }] of settingList) {
      expect(['resource', 'window'], name).toContain(scope);
      expect(order, name).toBeGreaterThan(0);
      expect(shown(markdownDescription, 'en').length, name).toBeGreaterThan(20);
      expect(shown(markdownDescription, 'de').length, name).toBeGreaterThan(20);
    }
  });

  it('have orders that no two of a group share', () => {
    for (const { title, properties } of configuration) {
      const orders = Object.values(properties).map(({ order }) => order);
      expect(new Set(orders).size, title).toBe(orders.length);
    }
  });

  it('say of each choice what it means, and default to one of them', () => {
    const choices = settingList.filter(([, setting]) => setting.enum);
    expect(choices.length).toBeGreaterThan(5);
    for (const [name, setting] of choices) {
      expect(setting.enumDescriptions?.length, name).toBe(setting.enum?.length);
      expect(setting.enum, name).toContain(setting.default);
    }
  });

  it('have defaults of their own type', () => {
    for (const [name, { type, default: value }] of settingList) {
      expect(Array.isArray(value) ? 'array' : typeof value, name).toBe(type);
    }
  });

  it('that a description links to exist', () => {
    const names = new Set([...settingList.map(([name]) => name), 'markdown.math.macros']);
    for (const texts of Object.values(languages)) {
      const linked = Object.values(texts).flatMap((text) => [...text.matchAll(/`#([\w.]+)#`/g)]);
      expect(linked.length).toBeGreaterThan(5);
      expect(linked.map(([, name]) => name ?? '').filter((name) => !names.has(name))).toEqual([]);
    }
  });

  it('are those that the code reads, with the same type', () => {
    const code = readFileSync(join(root, 'src/vscode/settings.ts'), 'utf8');
    const read = [...code.matchAll(/\.get(?:<([^>]+(?:<[^>]*>)?)>)?\('([\w.]+)'/g)]
      .map(([, type = '', name]) => ({ type, name: `lectureLab.${name}` }))
      // Settings of VS Code's own Markdown extension.
      .filter(({ name }) => !/\.(?:openMarkdownLinks|macros)$/.test(name));
    expect(read.length).toBeGreaterThan(9);
    const types = new Map(settingList.map(([name, { type }]) => [name, type]));
    for (const { name, type } of read) {
      expect(types.has(name), name).toBe(true);
      if (['string', 'boolean'].includes(type)) expect(types.get(name), name).toBe(type);
    }
    const named = [...code.matchAll(/\b(?:read|isOn)\('(\w+)'\)/g)].map(([, name]) => name);
    expect(named.filter((name) => ![...types.keys()].some((key) => key.endsWith(`.${name}`)))).toEqual([]);
  });
});

describe('texts of the manifest', () => {
  it('exist in both languages, and all are used', () => {
    const used = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    const keys = [...new Set(used)].sort();
    expect(Object.keys(languages.en).sort()).toEqual(keys);
    expect(Object.keys(languages.de).sort()).toEqual(keys);
  });
});

describe('conditions of the manifest', () => {
  it('ask for keys that VS Code or the extension sets', () => {
    const known = new Set([...ownKeysOfVscode, ...contextKeysInCode()]);
    const clauses = clausesIn(manifest.contributes);
    expect(clauses.length).toBeGreaterThan(20);
    expect(clauses.flatMap(keysOf).filter((key) => !known.has(key))).toEqual([]);
  });

  it('are taken apart at every operator', () => {
    expect(keysOf("a.b == 'x' && !c || (d != 0 && e)")).toEqual(['a.b', 'c', 'd', 'e']);
    expect(keysOf('false')).toEqual([]);
  });
});

describe('files of the manifest', () => {
  it('exist: icons and the pictures of the walkthrough', () => {
    const icons = [
      manifest.icon,
      ...allViews().map(({ icon }) => icon),
      ...viewsContainers.activitybar.map(({ icon }) => icon),
      ...commands.flatMap(({ icon }) => icon ?? []),
      ...walkthroughs.map(({ icon }) => icon),
    ];
    const files = icons.filter((icon) => !/^\$\([\w-]+\)$/.test(icon));
    const pictures = walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg));
    expect([...files, ...pictures].filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('list the sample vault with what begins with a dot, and with its lecture', () => {
    const files = sampleVaultFiles()['sample-vault'];
    expect(files).toContain('.obsidian/app.json');
    expect(files).toContain('Bilder/Aktivierungsfunktionen.svg');
    for (const [source, list] of Object.entries(sampleVaultFiles())) {
      const lecture = new RegExp(`source: '${source}',[^}]*lecture: '([^']+)'`).exec(
        sourceBelow('src/vscode'),
      );
      expect(list, source).toContain(lecture?.[1]);
    }
  });
});

describe('the walkthrough', () => {
  const [walkthrough] = walkthroughs;
  const steps = walkthrough?.steps ?? [];

  it('has a button in the description of each step, in both languages the same', () => {
    expect(steps).toHaveLength(5);
    for (const { id, description } of steps) {
      const english = linkedCommands(shown(description, 'en'));
      expect(english.length, id).toBeGreaterThan(0);
      expect(linkedCommands(shown(description, 'de')), id).toEqual(english);
    }
  });

  it('is ticked off by keys that the code sets', () => {
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    expect(events).toHaveLength(5);
    const set = new Set(contextKeysInCode().map((key) => `onContext:${key}`));
    expect(events.filter((event) => !set.has(event))).toEqual([]);
    // Each key belongs to one step, and is set where the thing happens.
    const tickedSteps = events.map((event) => event.split('.').at(-1));
    expect(tickedSteps.filter((step) => !source.includes(`did('${step}')`))).toEqual([]);
  });

  it('has pictures in the colours of the theme, without styles, which VS Code blocks there', () => {
    for (const { media } of steps) {
      const svg = readFileSync(join(root, media.svg), 'utf8');
      expect(svg).toContain('var(--vscode-');
      expect(svg).not.toMatch(/<style|\sstyle=|<script|<image|href=/);
      // A colour of its own stands only where a theme has none.
      expect(svg.replace(/var\(--vscode-[^"]*"/g, '"')).not.toMatch(/#[0-9a-f]{3,6}\b/i);
    }
  });
});

describe('welcome texts', () => {
  it('offer a button in every view, whatever it is empty for', () => {
    const ids = allViews().map(({ id }) => id);
    expect([...new Set(viewsWelcome.map(({ view }) => view))].sort()).toEqual([...ids].sort());
    for (const { contents } of viewsWelcome) {
      for (const language of ['en', 'de'] as const) {
        expect(linkedCommands(shown(contents, language)), contents).not.toEqual([]);
      }
    }
  });
});
