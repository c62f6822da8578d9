// Progress is kept where the browser keeps anything, and never lost unseen.
import { describe, expect, it } from 'vitest';
import { KeptProgress, type TextStore } from '../../../src/apps/course/keptProgress.svelte';
import { noLessonProgress } from '../../../src/lesson/progress';

function memoryStore(first: Record<string, string> = {}): TextStore & { texts: Map<string, string> } {
  const texts = new Map(Object.entries(first));
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
  };
}

const passed = (check: string) => ({ ...noLessonProgress, passed: [check] });

describe('KeptProgress', () => {
  it('finds again what it saved', () => {
    const store = memoryStore();
    new KeptProgress(store).save('one-kernel-falls', passed('killed-both'));
    const again = new KeptProgress(store);
    expect(again.kept).toBe('yes');
    expect(again.progress.lessons['one-kernel-falls']).toEqual(passed('killed-both'));
  });

  it('keeps what another tab wrote in between', () => {
    const store = memoryStore();
    const [mine, other] = [new KeptProgress(store), new KeptProgress(store)];
    other.save('fair-shares', passed('saw-throttling'));
    mine.save('one-kernel-falls', passed('killed-both'));
    expect(Object.keys(new KeptProgress(store).progress.lessons)).toEqual([
      'fair-shares',
      'one-kernel-falls',
    ]);
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
    const progress = new KeptProgress(blocked);
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
    const progress = new KeptProgress(full);
    progress.save('one-kernel-falls', passed('killed-both'));
    progress.save('fair-shares', passed('saw-throttling'));
    expect(progress.kept).toBe('full');
    expect(Object.keys(progress.progress.lessons)).toEqual(['one-kernel-falls', 'fair-shares']);
  });

  it.each(['{"v":2,"lessons":{}}', 'not JSON'])('never overwrites what it cannot read: %s', (text) => {
    const store = memoryStore({ 'blast-radius': text });
    const progress = new KeptProgress(store);
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
    const progress = new KeptProgress(narrow);
    progress.save('one-kernel-falls', passed('killed-both'));
    isFull = false;
    progress.save('fair-shares', passed('saw-throttling'));
    expect(progress.kept).toBe('yes');
    expect(Object.keys(new KeptProgress(store).progress.lessons)).toEqual([
      'one-kernel-falls',
      'fair-shares',
    ]);
  });

  describe('from a file', () => {
    const file = (lessons: object) => JSON.stringify({ v: 1, lessons });

    it('adds to what is kept, and loses nothing of it', () => {
      const store = memoryStore();
      const kept = new KeptProgress(store);
      kept.save('one-kernel-falls', {
        ...passed('killed-both'),
        place: 'one-kernel',
        answers: { q: 'mine' },
      });
      const theirs = { ...passed('panicked-vm-2'), place: 'finished', answers: { q: 'theirs', r: 'theirs' } };
      const added = kept.add(file({ 'one-kernel-falls': theirs, 'fair-shares': passed('saw-throttling') }));
      expect(added).toEqual({ ok: true, lessons: 2 });
      const { lessons } = new KeptProgress(store).progress;
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
    ])('%.40s is refused and changes nothing', (text, reason) => {
      const store = memoryStore();
      const kept = new KeptProgress(store);
      kept.save('one-kernel-falls', passed('killed-both'));
      const before = store.texts.get('blast-radius');
      expect(kept.add(text)).toEqual({ ok: false, reason });
      expect(store.texts.get('blast-radius')).toBe(before);
    });

    it('is refused when both together could not be read again', () => {
      const kept = new KeptProgress(memoryStore());
      const many = (letter: string) => Array.from({ length: 150 }, (_, index) => `${letter}-${index}`);
      kept.save('one-kernel-falls', { ...noLessonProgress, passed: many('a') });
      const added = kept.add(file({ 'one-kernel-falls': { ...noLessonProgress, passed: many('b') } }));
      expect(added).toEqual({ ok: false, reason: 'too-full' });
      expect(kept.progress.lessons['one-kernel-falls']?.passed).toEqual(many('a'));
    });
  });
});
