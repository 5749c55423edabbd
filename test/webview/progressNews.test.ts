import { describe, expect, it } from 'vitest';
import { ProgressNews } from '../../webview/progressNews';

/** What is said at each time, in milliseconds, of something that goes on all the while. */
function said(...times: readonly number[]): readonly (string | undefined)[] {
  const news = new ProgressNews();
  return times.map((now) => news.next(true, `at ${now}`, now));
}

describe('News of progress', () => {
  it('come no earlier than the first interval is over', () => {
    expect(said(500, 600, 10_499)).toEqual([undefined, undefined, undefined]);
    expect(said(500, 10_500)).toEqual([undefined, 'at 10500']);
  });

  it('come once an interval, however often there is something new', () => {
    const frames = Array.from({ length: 600 }, (_, frame) => frame * 100);
    expect(said(...frames).filter((text) => text !== undefined)).toEqual([
      'at 10000',
      'at 20000',
      'at 30000',
      'at 40000',
      'at 50000',
    ]);
  });

  it('are not made up for after a gap', () => {
    expect(said(0, 50_000, 50_100)).toEqual([undefined, 'at 50000', undefined]);
  });

  it('are none of what stands still, and begin anew when it goes on', () => {
    const news = new ProgressNews();
    news.next(true, 'a', 0);
    expect(news.next(false, 'b', 60_000)).toBeUndefined();
    expect(news.next(true, 'c', 60_001)).toBeUndefined();
    expect(news.next(true, 'd', 70_001)).toBe('d');
  });
});
