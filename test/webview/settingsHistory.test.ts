import { describe, expect, it } from 'vitest';
import { ONE_CHANGE_MILLISECONDS, SettingsHistory } from '../../webview/settingsHistory';

const settings = (noise: number, points = 60, seed = 1) => ({ params: { noise, points }, seed });
const LATER = ONE_CHANGE_MILLISECONDS;

describe('SettingsHistory', () => {
  it('gives back the settings before each change, the last one first', () => {
    const history = new SettingsHistory();
    history.record(settings(0.1), settings(0.2), 0);
    history.record(settings(0.2), settings(0.2, 80), 10);
    history.record(settings(0.2, 80), settings(0.2, 80, 7), 20);
    expect(history.count).toBe(3);
    expect([history.undo(), history.undo(), history.undo(), history.undo()]).toEqual([
      settings(0.2, 80),
      settings(0.2),
      settings(0.1),
      undefined,
    ]);
    expect(history.count).toBe(0);
  });

  it('takes the stops of one dragged slider for one change', () => {
    const history = new SettingsHistory();
    history.record(settings(0.1), settings(0.2), 0);
    history.record(settings(0.2), settings(0.3), LATER - 1);
    history.record(settings(0.3), settings(0.4), 2 * LATER - 3);
    expect(history.count).toBe(1);
    expect(history.undo()).toEqual(settings(0.1));
  });

  it('takes it for another change after a while, or after another setting was changed', () => {
    const history = new SettingsHistory();
    history.record(settings(0.1), settings(0.2), 0);
    history.record(settings(0.2), settings(0.3), LATER);
    history.record(settings(0.3), settings(0.3, 80), LATER + 1);
    history.record(settings(0.3, 80), settings(0.4, 80), LATER + 2);
    expect(history.count).toBe(4);
  });

  it('does not note what changes nothing', () => {
    const history = new SettingsHistory();
    history.record(settings(0.1), settings(0.1), 0);
    expect(history.count).toBe(0);
    expect(history.undo()).toBeUndefined();
  });

  it('notes a change right after one was taken back as a change of its own', () => {
    const history = new SettingsHistory();
    history.record(settings(0.1), settings(0.2), 0);
    history.record(settings(0.2), settings(0.2, 80), 1);
    history.undo();
    history.record(settings(0.2), settings(0.2, 90), 2);
    expect(history.count).toBe(2);
  });

  it('forgets the changes of an experiment that is left', () => {
    const history = new SettingsHistory();
    history.record(settings(0.1), settings(0.2), 0);
    history.clear();
    expect(history.undo()).toBeUndefined();
    history.record(settings(0.2), settings(0.3), 1);
    expect(history.count).toBe(1);
  });
});
