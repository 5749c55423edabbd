import type { ExportFormat } from '../views/view';

const MAX_STEM_LENGTH = 100;

const namePart = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The name under which a picture or its numbers are offered: `weight-decay-loss-by-penalty-seed1.svg`. */
export function exportFileName(
  experimentId: string,
  viewId: string,
  seed: number,
  format: ExportFormat,
): string {
  const stem = [experimentId, viewId]
    .map(namePart)
    .filter((part) => part !== '')
    .join('-');
  return `${stem.slice(0, MAX_STEM_LENGTH) || 'lab'}-seed${seed}.${format}`;
}
