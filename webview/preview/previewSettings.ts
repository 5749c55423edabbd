/** What VS Code says about the page it shows. */
export interface PreviewSettings {
  /** The address of the note. */
  readonly source: string | undefined;
  /** The id of the place that the page was opened at. */
  readonly fragment: string | undefined;
}

/** Reads the settings that VS Code gives its preview as JSON. Whatever is not as expected is `undefined`, as in an exported page. */
export function previewSettings(json: string | null | undefined): PreviewSettings {
  const { source, fragment } = fieldsOf(json ?? '');
  return {
    source: typeof source === 'string' ? source : undefined,
    fragment: typeof fragment === 'string' ? fragment : undefined,
  };
}

function fieldsOf(json: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(json));
  } catch {
    return {};
  }
}

/** Of the page that is open. */
export function ownSettings(): PreviewSettings {
  const meta = document.getElementById('vscode-markdown-preview-data');
  return previewSettings(meta?.getAttribute('data-settings'));
}
