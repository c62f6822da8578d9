// Progress is kept where the browser keeps anything, and never lost unseen.
import { describe, expect, it } from 'vitest';
import { KeptProgress, openProgress, type TextStore } from '../../../src/apps/course/keptProgress.svelte';
import { noLessonProgress } from '../../../src/lesson/progress';
import * as progressText from '../../../src/lesson/progressText';

function memoryStore(first: Record<string, string> = {}): TextStore & { texts: Map<string, string> } {
  const texts = new Map(Object.entries(first));
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
  };
}

/** The page of somebody who was here before. */
const open = (store: TextStore) => new KeptProgress(store, progressText);

const passed = (check: string) => ({ ...noLessonProgress, passed: [check] });

describe('KeptProgress', () => {
  it('finds again what it saved', () => {
    const store = memoryStore();
    open(store).save('one-kernel-falls', passed('killed-both'));
    const again = open(store);
    expect(again.kept).toBe('yes');
    expect(again.progress.lessons['one-kernel-falls']).toEqual(passed('killed-both'));
  });

  it('keeps what another tab wrote in between', () => {
    const store = memoryStore();
    const [mine, other] = [open(store), open(store)];
    other.save('fair-shares', passed('saw-throttling'));
    mine.save('one-kernel-falls', passed('killed-both'));
    expect(Object.keys(open(store).progress.lessons)).toEqual(['fair-shares', 'one-kernel-falls']);
  });

  it('works where storage is blocked, and says so', () => {
    const blocked: TextStore = {
      getItem: () => {
        throw new Error('SecurityError');
      },
      setItem: () => {
        throw new Error('SecurityError');
      },
    };
    const progress = open(blocked);
    progress.save('one-kernel-falls', passed('killed-both'));
    expect(progress.kept).toBe('blocked');
    expect(progress.progress.lessons['one-kernel-falls']).toEqual(passed('killed-both'));
  });

  it('works with full storage, and says so', () => {
    const store = memoryStore({ 'blast-radius': '{"v":1,"lessons":{}}' });
    const full = {
      ...store,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const progress = open(full);
    progress.save('one-kernel-falls', passed('killed-both'));
    progress.save('fair-shares', passed('saw-throttling'));
    expect(progress.kept).toBe('full');
    expect(Object.keys(progress.progress.lessons)).toEqual(['one-kernel-falls', 'fair-shares']);
  });

  it.each(['{"v":2,"lessons":{}}', 'not JSON'])('never overwrites what it cannot read: %s', (text) => {
    const store = memoryStore({ 'blast-radius': text });
    const progress = open(store);
    progress.save('one-kernel-falls', passed('killed-both'));
    expect(progress.kept).toBe('foreign');
    expect(store.texts.get('blast-radius')).toBe(text);
  });

  it('keeps again once there is room', () => {
    const store = memoryStore();
    let isFull = true;
    const narrow: TextStore = {
      getItem: (key) => store.getItem(key),
      setItem: (key, text) => {
        if (isFull) throw new Error('QuotaExceededError');
        store.setItem(key, text);
      },
    };
    const progress = open(narrow);
    progress.save('one-kernel-falls', passed('killed-both'));
    isFull = false;
    progress.save('fair-shares', passed('saw-throttling'));
    expect(progress.kept).toBe('yes');
    expect(Object.keys(open(store).progress.lessons)).toEqual(['one-kernel-falls', 'fair-shares']);
  });

  describe('before what reads text is there', () => {
    it('opens what is kept once it can be read', async () => {
      const store = memoryStore();
      open(store).save('one-kernel-falls', passed('killed-both'));
      const again = await openProgress(store);
      expect(again.progress.lessons['one-kernel-falls']).toEqual(passed('killed-both'));
    });

    it('needs nothing to read what it wrote itself', () => {
      const unwanted = () => Promise.reject(new Error('nobody asked'));
      const store = memoryStore();
      const progress = new KeptProgress(store, null, unwanted);
      progress.save('one-kernel-falls', passed('killed-both'));
      progress.save('fair-shares', passed('saw-throttling'));
      expect(Object.keys(open(store).progress.lessons)).toEqual(['one-kernel-falls', 'fair-shares']);
    });

    it('keeps what another tab wrote, and what was saved meanwhile', async () => {
      const store = memoryStore();
      let arrive = (_: typeof progressText): void => undefined;
      const coming = new Promise<typeof progressText>((resolve) => (arrive = resolve));
      const progress = new KeptProgress(store, null, () => coming);
      open(store).save('fair-shares', passed('saw-throttling'));
      progress.save('one-kernel-falls', passed('killed-both'));
      expect(Object.keys(open(store).progress.lessons)).toEqual(['fair-shares']);
      expect(Object.keys(progress.progress.lessons)).toEqual(['one-kernel-falls']);
      arrive(progressText);
      await coming;
      expect(progress.kept).toBe('yes');
      expect(Object.keys(progress.progress.lessons)).toEqual(['fair-shares', 'one-kernel-falls']);
      expect(open(store).progress).toEqual(progress.progress);
    });

    it('leaves what it cannot read as it is, and says that nothing is kept', async () => {
      const text = '{"v":1,"lessons":{}}';
      const store = memoryStore({ 'blast-radius': text });
      const lost = Promise.reject<typeof progressText>(new Error('no network'));
      const progress = new KeptProgress(store, null, () => lost);
      progress.save('one-kernel-falls', passed('killed-both'));
      await lost.catch(() => undefined);
      expect(progress.kept).toBe('blocked');
      expect(store.texts.get('blast-radius')).toBe(text);
    });
  });

  describe('from a file', () => {
    const file = (lessons: object) => JSON.stringify({ v: 1, lessons });

    it('adds to what is kept, and loses nothing of it', async () => {
      const store = memoryStore();
      const kept = open(store);
      kept.save('one-kernel-falls', {
        ...passed('killed-both'),
        place: 'one-kernel',
        answers: { q: 'mine' },
      });
      const theirs = { ...passed('panicked-vm-2'), place: 'finished', answers: { q: 'theirs', r: 'theirs' } };
      const added = await kept.add(
        file({ 'one-kernel-falls': theirs, 'fair-shares': passed('saw-throttling') }),
      );
      expect(added).toEqual({ ok: true, lessons: 2 });
      const { lessons } = open(store).progress;
      expect(lessons['one-kernel-falls']).toEqual({
        ...passed('killed-both'),
        passed: ['killed-both', 'panicked-vm-2'],
        place: 'one-kernel',
        answers: { q: 'mine', r: 'theirs' },
      });
      expect(lessons['fair-shares']).toEqual(passed('saw-throttling'));
    });

    it.each([
      ['hello', 'not-json'],
      ['{}', 'malformed'],
      ['{"v":1,"model":1,"scenario":{}}', 'malformed'],
      ['{"v":2,"lessons":{}}', 'other-version'],
      [' '.repeat(300_000), 'too-long'],
      [file({ x: { ...passed('a'), __proto__: null, more: 1 } }), 'malformed'],
    ])('%.40s is refused and changes nothing', async (text, reason) => {
      const store = memoryStore();
      const kept = open(store);
      kept.save('one-kernel-falls', passed('killed-both'));
      const before = store.texts.get('blast-radius');
      expect(await kept.add(text)).toEqual({ ok: false, reason });
      expect(store.texts.get('blast-radius')).toBe(before);
    });

    it('is refused when both together could not be read again', async () => {
      const kept = open(memoryStore());
      const many = (letter: string) => Array.from({ length: 150 }, (_, index) => `${letter}-${index}`);
      kept.save('one-kernel-falls', { ...noLessonProgress, passed: many('a') });
      const added = await kept.add(file({ 'one-kernel-falls': { ...noLessonProgress, passed: many('b') } }));
      expect(added).toEqual({ ok: false, reason: 'too-full' });
      expect(kept.progress.lessons['one-kernel-falls']?.passed).toEqual(many('a'));
    });
  });
});
