import { describe, expect, it } from 'vitest';
import { previewSettings } from '../../../webview/preview/previewSettings';

describe('The settings of the preview', () => {
  it('say which note is shown, and at which place it was opened', () => {
    const json = '{"source":"file:///vault/VL%203.md","fragment":"momentum","line":4}';
    expect(previewSettings(json)).toEqual({ source: 'file:///vault/VL%203.md', fragment: 'momentum' });
  });

  it.each([undefined, null, '', 'source', 'null', '[]', '{"source":7,"fragment":null}'])(
    'say nothing where there are none, or others: %s',
    (json) => {
      expect(previewSettings(json)).toEqual({ source: undefined, fragment: undefined });
    },
  );
});
