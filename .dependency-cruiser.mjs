// Who may import whom. Each comment says what a violation means and where the code belongs instead.
// test/architecture.test.ts checks the tree against these rules and proves that each of them bites.

const tensorflow = '(^|/)node_modules/@tensorflow/';
const vscode = '^vscode$|(^|/)node_modules/@types/vscode/';
const core = [
  'markdown-it',
  '@types/markdown-it',
  'markdown-it-katex',
  'katex',
  '@orama/stemmers',
  'yaml',
  '@mathjax',
];
const corePackages = core.map((name) => `(^|/)node_modules/${name}/`);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'core-is-pure',
      comment:
        'src/core turns strings into plain data. It would no longer run in a browser, a test or a command-line tool. ' +
        'Pass what it needs as an argument, or do the work in src/vscode.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', ...corePackages] },
    },
    {
      name: 'glossary-is-data',
      comment:
        'The glossary that ships is data for every runtime. It knows the two languages and nothing else; what is done with ' +
        'a term belongs in src/core or src/vscode.',
      severity: 'error',
      from: { path: '^src/glossary/' },
      to: { pathNot: ['^src/glossary/', '^src/experiments/kit/localized\\.ts$'] },
    },
    {
      name: 'protocol-depends-on-nothing',
      comment:
        'Messages are what all runtimes share. A type from elsewhere would drag that runtime into the others. ' +
        'Describe the message in plain data here.',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { pathNot: '^src/protocol/' },
    },
    {
      name: 'experiments-stand-alone',
      comment:
        'An experiment is a function of (parameters, seed). It must run in the worker and in a test, so it may know ' +
        'neither VS Code nor the page nor notes.',
      severity: 'error',
      from: { path: '^src/experiments/' },
      to: { pathNot: ['^src/experiments/', tensorflow] },
    },
    {
      name: 'own-experiments-are-read-anywhere',
      comment:
        "What a learner's own experiment must be like is said once, for the host that lists it, the worker that runs it and the page " +
        'that shows it. It knows the kit and the messages, and has a parser and a checker of its own.',
      severity: 'error',
      from: { path: '^src/ownExperiments/' },
      to: {
        pathNot: [
          '^src/ownExperiments/',
          '^src/protocol/',
          '^src/experiments/(kit/(?!tensor/)|catalog\\.gen\\.ts$)',
          '(^|/)node_modules/(acorn|acorn-walk|katex|valibot)/',
        ],
      },
    },
    {
      name: 'figures-stand-alone',
      comment:
        'A figure is drawn by the host, by the command line and again by a small script on the page. It is a function of its values ' +
        'that knows the languages, random numbers and how HTML is escaped. What needs a note belongs in src/core/page, what trains ' +
        'is an experiment.',
      severity: 'error',
      from: { path: '^src/figures/' },
      to: {
        pathNot: ['^src/figures/', '^src/core/html\\.ts$', '^src/experiments/kit/(localized|random)\\.ts$'],
      },
    },
    {
      name: 'files-need-core-only',
      comment:
        'A note becomes a file in the same way by command in VS Code and on the command line. Who reads files and knows settings is ' +
        'src/vscode or src/cli; what a page looks like is src/core/page.',
      severity: 'error',
      from: { path: '^src/export/' },
      to: {
        pathNot: [
          '^src/export/',
          '^src/core/',
          '^src/figures/',
          '(^|/)node_modules/(markdown-it|@types/markdown-it|markdown-it-katex|katex)/',
        ],
      },
    },
    {
      name: 'experiment-does-not-import-another',
      comment:
        'Each experiment can be read, changed and deleted alone. Move what two of them share to src/experiments/kit.',
      severity: 'error',
      from: { path: '^src/experiments/([^/]+)/', pathNot: '^src/experiments/kit/' },
      to: { path: '^src/experiments/[^/]+/', pathNot: '^src/experiments/(kit|$1)/' },
    },
    {
      name: 'kit-knows-no-experiment',
      comment:
        'The kit serves all experiments. What it takes from one of them belongs in that experiment, or in the kit.',
      severity: 'error',
      from: { path: '^src/experiments/kit/' },
      to: { path: '^src/experiments/(?!kit/)' },
    },
    {
      name: 'spec-stays-light',
      comment:
        'Page, host and command line load specs. A spec that reaches its runner or TensorFlow would load it there. Specs ' +
        'are data; put what computes into run.ts.',
      severity: 'error',
      from: { path: '^src/experiments/[^/]+/spec\\.ts$' },
      to: { path: ['/run\\.ts$', '/runners\\.gen\\.ts$', tensorflow], reachable: true },
    },
    {
      name: 'host-never-loads-runners',
      comment:
        'Training happens in the worker. Whatever the host imports, directly or not, ends in its bundle and slows ' +
        'down activation: import catalog.gen.ts, never runners.gen.ts.',
      severity: 'error',
      from: { path: '^src/(vscode/|extension\\.ts$)' },
      to: { path: ['/run\\.ts$', '/runners\\.gen\\.ts$', '^webview/', tensorflow], reachable: true },
    },
    {
      name: 'specs-come-late',
      comment:
        'All specs are hundreds of kilobytes of texts that an opening window or page would wait for. What menus, lenses and ' +
        'hovers need is in catalog.gen.ts; the page loads one experiment (specLoaders.gen.ts), the host imports specs with ' +
        '`import()` where it must.',
      severity: 'error',
      from: { path: '^(src/(vscode/|extension\\.ts$)|webview/)', pathNot: '^webview/worker/' },
      to: { path: '^src/experiments/(specs\\.gen|[^/]+/spec)\\.ts$', dynamic: false },
    },
    {
      name: 'command-line-needs-core-only',
      comment:
        'The command line shows what src/core can do without an editor. What it needs of VS Code or the page belongs in ' +
        'src/core or src/export; of experiments it knows the specs, and it knows the glossary that ships.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: {
        pathNot: [
          '^src/cli/',
          '^src/core/',
          '^src/export/',
          '^src/glossary/',
          '^src/experiments/specs\\.gen\\.ts$',
          '^package\\.json$',
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'nothing-imports-the-command-line',
      comment:
        'What two programs share belongs in src/core. Only benchmarks and tests look into the command line.',
      severity: 'error',
      from: { pathNot: '^(src/cli|bench|test)/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'page-never-trains',
      comment:
        'The page draws and answers the mouse; a tensor program there would freeze it. Ask the worker by message ' +
        '(src/protocol/workerMessages.ts).',
      severity: 'error',
      from: { path: '^webview/', pathNot: '^webview/worker/' },
      to: { path: ['/run\\.ts$', '/runners\\.gen\\.ts$', tensorflow], reachable: true },
    },
    {
      name: 'no-vscode-outside-adaptors',
      comment:
        'Only src/vscode and src/extension.ts exist inside VS Code. Elsewhere the import fails at run time, though it ' +
        'compiles: @types/vscode is found whatever a tsconfig says.',
      severity: 'error',
      from: { pathNot: '^(src/vscode/|src/extension\\.ts$|test/vscode/|test/fixtures/|bench/preview/)' },
      to: { path: vscode },
    },
    {
      name: 'webview-sees-protocol-and-experiments',
      comment:
        'The page gets everything else by message from the host. Code for both sides belongs in src/protocol, src/figures or ' +
        'src/experiments/kit.',
      severity: 'error',
      from: { path: '^webview/' },
      to: {
        pathNot: [
          '^webview/',
          '^src/protocol/',
          '^src/experiments/',
          '^src/figures/',
          '^src/ownExperiments/',
          '(^|/)node_modules/',
        ],
      },
    },
    {
      name: 'preview-script-stays-small',
      comment:
        "Every note's preview loads this script, and it has nobody to ask: no host, no worker. It knows the figures, with the little " +
        'that they need, and the popover that the lab has too; what the page needs besides is put into its HTML by src/core/page.',
      severity: 'error',
      from: { path: '^webview/preview/' },
      to: {
        pathNot: [
          '^webview/preview/',
          '^src/figures/',
          '^src/core/html\\.ts$',
          '^src/experiments/kit/(localized|random)\\.ts$',
          '^webview/terms/(termPopover|popoverPlace)\\.ts$',
          '^webview/dom\\.ts$',
        ],
        reachable: true,
      },
    },
    {
      name: 'tensorflow-in-one-folder',
      comment:
        'TensorFlow.js has traps (seeds, epsilon, context loss) that src/experiments/kit/tensor closes once. Use its ' +
        'functions, or add the missing one there.',
      severity: 'error',
      from: { pathNot: '^(src/experiments/kit/tensor/|test/|bench/lab/)' },
      to: { path: tensorflow },
    },
    {
      name: 'toolkit-in-one-file',
      comment:
        'The toolkit is no longer developed. One file knows it, so that its successor costs one file: import the ' +
        'control from webview/controls/toolkit.ts.',
      severity: 'error',
      from: { pathNot: '^webview/controls/toolkit\\.ts$' },
      to: { path: '(^|/)node_modules/@vscode/webview-ui-toolkit/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What ships must not need what tests. Move the shared part to the code under test.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment: 'Neither of the two can be understood or tested alone. Move what both need into a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    // Followed no further, but still seen: excluding it would blind the rules about packages.
    doNotFollow: { path: 'node_modules' },
    // Type-only imports count too.
    tsPreCompilationDeps: true,
    // Without these, packages that offer parts of themselves (`@orama/stemmers/german`) are not found.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'types', 'default'],
    },
  },
};
