import { registerWidgets } from './controls/toolkit';
import { Host } from './host';
import { Lab, type PageOptions } from './lab';
import { ThemeSource } from './theme';

function readOptions({ workerUri = '', locale, predictFirst, resultFormat }: DOMStringMap): PageOptions {
  return {
    workerUri,
    locale: locale === 'en' ? 'en' : 'de',
    predictFirst: predictFirst === undefined ? undefined : predictFirst === 'true',
    resultFormat: resultFormat === 'png' ? 'png' : 'svg',
  };
}

function startPage(root: HTMLElement): void {
  registerWidgets();
  const host = new Host();
  const lab = new Lab(root, host, new ThemeSource(), readOptions(document.body.dataset));
  window.addEventListener('error', ({ message }) => {
    // Not a failure: an observer that changes a size is called again in the next frame.
    if (!message.startsWith('ResizeObserver loop')) lab.showFailure(message);
  });

  window.addEventListener('unhandledrejection', (event) => lab.showFailure(String(event.reason)));
  document.addEventListener('visibilitychange', () => document.hidden && lab.save());
  host.connect(
    (message) => lab.receive(message),
    () => lab.showVersionMismatch(),
  );
}

const root = document.getElementById('lab');
if (root) startPage(root);
