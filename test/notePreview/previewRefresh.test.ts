import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PreviewRefresh } from '../../src/vscode/notePreview/previewRefresh';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** A preview like VS Code's: `isDeaf` says whether it ignores the nth wish, from 1, as it does while it waits for another reason. */
function previewThat(isDeaf: (wish: number) => boolean, isVisible = true) {
  const seen = { wishes: 0, renderings: 0, isInWork: false };
  const refresh = new PreviewRefresh({
    refresh: () => {
      seen.wishes++;
      if (isDeaf(seen.wishes)) return;
      seen.renderings++;
      refresh.rendered();
    },
    isInWork: () => seen.isInWork,
    isAnyVisible: () => isVisible,
  });
  return { refresh, seen };
}

it('Previews are shown anew once, however many reasons come within a moment', () => {
  const { refresh, seen } = previewThat(() => false);
  for (let reason = 0; reason < 5; reason++) refresh.soon();
  vi.advanceTimersByTime(60_000);
  expect(seen).toMatchObject({ wishes: 1, renderings: 1 });
});

it('A preview that ignores the wish is asked again until it renders', () => {
  const { refresh, seen } = previewThat((wish) => wish < 3);
  refresh.soon();
  vi.advanceTimersByTime(60_000);
  expect(seen).toMatchObject({ wishes: 3, renderings: 1 });
});

it('A preview that never renders is not asked for ever', () => {
  const { refresh, seen } = previewThat(() => true);
  refresh.soon();
  vi.advanceTimersByTime(600_000);
  expect(seen).toMatchObject({ wishes: 6, renderings: 0 });
});

it('Where no preview can be seen, one wish is enough', () => {
  const { refresh, seen } = previewThat(() => true, false);
  refresh.soon();
  vi.advanceTimersByTime(60_000);
  expect(seen.wishes).toBe(1);
});

it('A page that is loading is not shown anew before it is there', () => {
  const { refresh, seen } = previewThat(() => false);
  refresh.rendered();
  refresh.soon();
  vi.advanceTimersByTime(1400);
  expect(seen.wishes).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(seen.wishes).toBe(1);
});

it('A page in work is waited for, but not for ever', () => {
  const { refresh, seen } = previewThat(() => false);
  seen.isInWork = true;
  refresh.soon();
  vi.advanceTimersByTime(1000);
  expect(seen.wishes).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(seen.wishes).toBe(1);
});
