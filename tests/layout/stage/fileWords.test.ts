// What is too thin for its word is told all the same: behind the last file, or on the one that it lies over.
import { expect, it } from 'vitest';
import { tellFiles, type SpokenFile } from '../../../src/layout/stage/fileWords';
import { disks } from '../../../src/i18n/disks';

const room = { width: 700, height: 26, size: 13, smallest: 12 };
const file = (name: string, part: number, isOver = false): SpokenFile => ({
  part,
  texts: [name],
  name,
  isOver,
});
const told = (files: readonly SpokenFile[], width = room.width) => {
  const { on, after } = tellFiles(files, disks, { ...room, width });
  return [...on.map(({ text }) => text), after.text];
};

it('says that a file lies over the one beside it, in words', () => {
  const files = [file('VM 1 as of snapshot 1', 0.5), file('snapshot 2', 0.2, true)];
  expect(told(files)).toEqual(['VM 1 as of snapshot 1', 'over it: snapshot 2', '']);
  expect(told(files, 450)).toEqual(['VM 1 as of snapshot 1', '', 'over it: snapshot 2']);
  expect(told(files, 200)).toEqual(['', '', '']);
});

it('tells the newest file, however thin it is, behind the last where that is free', () => {
  const files = [file('VM 1 as of snapshot 1', 0.5), file('VM 1', 0.01, true)];
  expect(told(files)).toEqual(['VM 1 as of snapshot 1', '', 'over it: VM 1']);
});

it('tells thin files in the middle, or without free room behind them, on the one that they lie over', () => {
  const linked = [file('base file', 0.4), file('VM 1', 0.01, true), file('VM 4', 0.01)];
  expect(told([...linked, file('VM 2', 0.4)])).toEqual(['base file, under VM 1, VM 4', '', '', 'VM 2', '']);
  expect(told([file('VM 1 as of snapshot 1', 0.98), file('VM 1', 0.02, true)])).toEqual([
    'VM 1 as of snapshot 1, under VM 1',
    '',
    '',
  ]);
});

it('tells only whose the files over a base are, also where another thin base lies between', () => {
  const between = { ...file('base file', 0.01, true), name: '' };
  expect(told([file('base file', 0.4), between, file('VM 1', 0.01, true), file('VM 2', 0.5)])).toEqual([
    'base file, under VM 1',
    '',
    '',
    'VM 2',
    '',
  ]);
});

it('does not say of a thin file that it lies over another disk of a VM', () => {
  expect(told([file('VM 1', 0.4), file('VM 2', 0.01), file('VM 3', 0.4)])).toEqual(['VM 1', '', 'VM 3', '']);
  expect(told([file('VM 1', 0.4), file('VM 2', 0.01)])).toEqual(['VM 1', '', 'VM 2']);
});

it('tells nothing behind the last of what has its word elsewhere', () => {
  expect(told([{ ...file('debian', 0.01), name: '' }])).toEqual(['', '']);
});
