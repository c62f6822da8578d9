// What is seen through a stack of layers, what a write copies up, and what two digests tell apart.
import { describe, expect, it } from 'vitest';
import {
  deletedFrom,
  filesSeen,
  imageDigest,
  layerBytes,
  layerDigest,
  lookUp,
  shortDigest,
  writtenTo,
  type LayerContent,
} from '../../../src/sim/resources/layers';

const file = (path: string, bytes: number, content = path) => ({ path, bytes, content });
const base: LayerContent = { files: [file('/usr/lib', 100), file('/etc/motd', 3)] };
const middle: LayerContent = { files: [file('/app/data', 40)], hides: ['/etc/motd'] };
const top: LayerContent = { files: [] };
const stack = [top, middle, base];

describe('a stack of layers', () => {
  it('shows the topmost file of a path, and nothing that is hidden above', () => {
    expect(filesSeen(stack).map(({ path }) => path)).toEqual(['/app/data', '/usr/lib']);
    expect(lookUp(stack, '/app/data')).toEqual({ depth: 1, file: file('/app/data', 40) });
    expect(lookUp(stack, '/etc/motd')).toBeNull();
  });

  it('hides what lies under a hidden directory', () => {
    expect(lookUp([{ files: [], hides: ['/usr'] }, base], '/usr/lib')).toBeNull();
    expect(lookUp([{ files: [], hides: ['/us'] }, base], '/usr/lib')).not.toBeNull();
  });

  it('copies a file up as a whole at the first write, and not again', () => {
    const first = writtenTo(stack, '/app/data', 'new', 5);
    expect([first.added, first.copiedUp]).toEqual([40, 40]);
    const second = writtenTo([first.top, middle, base], '/app/data', 'newer', 5);
    expect([second.added, second.copiedUp, layerBytes(second.top)]).toEqual([0, 0, 40]);
    expect(lookUp([second.top, middle, base], '/app/data')?.file.content).toBe('newer');
  });

  it('takes a new file as it is, also where one of that name was hidden', () => {
    const written = writtenTo(stack, '/etc/motd', 'hello', 5);
    expect([written.added, written.copiedUp]).toEqual([5, 0]);
    expect(lookUp([written.top, middle, base], '/etc/motd')?.file.content).toBe('hello');
  });

  it('deletes a file of the top, and hides one from below', () => {
    const written = writtenTo(stack, '/app/data', 'new', 5).top;
    const deleted = deletedFrom([written, middle, base], '/app/data');
    expect([layerBytes(deleted), deleted.hides]).toEqual([0, ['/app/data']]);
    expect(lookUp([deleted, middle, base], '/app/data')).toBeNull();
    const own = writtenTo(stack, '/srv/x', 'x', 5).top;
    expect(deletedFrom([own, middle, base], '/srv/x')).toEqual(
      top.files.length === 0 ? { files: [], hides: [] } : {},
    );
  });
});

describe('a digest', () => {
  it('is the same for the same files in another order', () => {
    expect(layerDigest({ files: [...base.files].reverse() })).toBe(layerDigest(base));
  });

  it.each([
    ['a content', { files: [file('/usr/lib', 100, 'other'), file('/etc/motd', 3)] }],
    ['a size', { files: [file('/usr/lib', 101), file('/etc/motd', 3)] }],
    ['a time stamp', { files: [{ ...file('/usr/lib', 100), changed: 7 }, file('/etc/motd', 3)] }],
    ['a whiteout', { ...base, hides: ['/x'] }],
  ])('is another one for %s', (_, other) => {
    expect(layerDigest(other)).not.toBe(layerDigest(base));
  });

  it('of an image tells order and configuration apart', () => {
    expect(imageDigest(['a', 'b'], '')).not.toBe(imageDigest(['b', 'a'], ''));
    expect(imageDigest(['a', 'b'], 'ENV')).not.toBe(imageDigest(['a', 'b'], ''));
    expect(shortDigest(layerDigest(base))).toMatch(/^[0-9a-f]{12}$/);
  });
});
