// What is too thin for its word is told all the same: behind the last file, or on the one that it lies over.
import { expect, it } from 'vitest';
import { tellFiles, type SpokenFile } from '../../../src/layout/stage/fileWords';
import { textWidth } from '../../../src/layout/text/measure';
import { disks } from '../../../src/i18n/disks';

const room = { width: 700, height: 26, size: 13, smallest: 12 };
const file = (name: string, part: number, isOver = false): SpokenFile => ({
  part,
  texts: [name],
  name,
  inRow: name,
  isOver,
  overs: [],
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

it('ties the word behind the last to the files that it tells', () => {
  const chain = [
    file('VM 1 as of snapshot 1', 0.5),
    ...['snapshot 2', 'VM 1'].map((name) => file(name, 0.01, true)),
  ];
  expect(tellFiles(chain, disks, room)).toMatchObject({
    after: { text: 'over it: snapshot 2, VM 1' },
    afterFrom: 1,
  });
  expect(tellFiles([file('VM 1', 0.5)], disks, room)).toMatchObject({ after: { text: '' }, afterFrom: 1 });
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

it('tells VMs over a base in the order of their numbers, and a chain of files as they lie', () => {
  const over = ['VM 1', 'VM 5', 'VM 4'].map((name, at) => file(name, 0.01, at === 0));
  const [first] = told([file('base file', 0.4), ...over, file('VM 2', 0.5)]);
  expect(first).toBe('base file, under VM 1, VM 4, VM 5');
});

it('has the numbers of VMs on files too thin for a name beside the base that names them', () => {
  const linked = (part: number, last = 'VM 4') => [
    { ...file('base file', 0.4), overs: ['VM 1', 'VM 5', last] },
    { ...file('base file', 0.004, true), name: '' },
    ...['VM 1', 'VM 5', last].map((name, at) => file(name, part, at === 0)),
    file('VM 2', 0.5),
  ];
  expect(told(linked(0.02))).toEqual(['base file, under VM 1, VM 4, VM 5', '', '1', '5', '4', 'VM 2', '']);
  // None of them where one has no room for its own, or no number.
  expect(told(linked(0.012)).slice(2, 5)).toEqual(['', '', '']);
  expect(told(linked(0.02, 'VM 11')).slice(2, 5)).toEqual(['', '', '']);
  expect(told(linked(0.02, 'the copy')).slice(2, 5)).toEqual(['', '', '']);
});

it('has no number on what is no VM over that base: on snapshots, and on the disk of its own of a VM', () => {
  const linked = (...after: readonly SpokenFile[]) => [
    { ...file('base file', 0.4), overs: ['VM 1', 'VM 5'] },
    { ...file('snapshot 2', 0.02, true) },
    file('VM 1', 0.02, true),
    file('VM 5', 0.02),
    ...after,
    file('VM 3', 0.5),
  ];
  expect(told(linked())).toEqual(['base file, under VM 1, VM 5', '', '1', '5', 'VM 3', '']);
  expect(told(linked(file('VM 2', 0.02))).slice(1, 5)).toEqual(['', '1', '5', '']);
});

it('tells that a base is under several VMs, also where each of them has room for its name', () => {
  const base = { ...file('base file', 0.4), overs: ['VM 5', 'VM 1'] };
  const over = [file('VM 5', 0.1, true), file('VM 1', 0.1)];
  expect(told([base, ...over], 2000)).toEqual(['base file, under VM 1, VM 5', 'VM 5', 'VM 1', '']);
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
  const layers = ['debian', 'search'].map((name) => ({ ...file(name, 0.05), name: '', inRow: '' }));
  expect(tellFiles(layers, disks, room).rows).toEqual([]);
});

it('tells files in a row with one word over all of them where none has room for its own', () => {
  const vms = Array.from({ length: 10 }, (_, at) => ({ ...file(`vm-${at + 1}`, 0.083), name: '' }));
  expect(tellFiles(vms, disks, { ...room, width: 315 }).rows).toEqual([
    { from: 0, to: 10, word: { text: 'vm-1 to vm-10', isSmall: false } },
  ]);
  expect(told(vms, 315).join('')).toBe('');
  expect(tellFiles(vms, disks, room).rows).toEqual([]);
  // What is not in a row of numbers is not told as one.
  const own = textWidth('VM 3', room.smallest, 700) + 9;
  const mixed = [...['VM 3', 'VM 1', 'VM 2'].map((name) => file(name, own / 1000)), file('VM 7', 0.8)];
  const { rows } = tellFiles(mixed, disks, { ...room, width: 1000 });
  expect(rows.map(({ word }) => word.text)).toEqual(['VM 3, VM 1, VM 2']);
});

it('tells a row of snapshots from the first to the last on a phone, behind them or on the file that they lie over', () => {
  const chain = (part: number) => [
    { ...file('as of snapshot 3', part), texts: ['VM 1 as of snapshot 3', 'as of snapshot 3'] },
    file('snapshot 4', 0.12, true),
    ...['snapshot 5', 'snapshot 6', 'VM 1'].map((name) => file(name, 0.02, true)),
  ];
  const onPhone = (part: number) => {
    const { on, after } = tellFiles(chain(part), disks, { ...room, width: 326, height: 30 });
    return [on[0]!.text, after.text];
  };
  expect(onPhone(0.5)).toEqual(['VM 1 as of snapshot 3', 'snapshot 4\nto 6, VM 1']);
  expect(onPhone(0.6)).toEqual(['VM 1 as of snapshot 3,\nunder snapshot 4 to 6, VM 1', '']);
});

it('says at the end of a disk what is free there, beside the word behind the last file', () => {
  const free = ['free: 48 GiB'];
  const said = (files: readonly SpokenFile[], width: number) => {
    const told = tellFiles(files, disks, { ...room, width }, free);
    return [told.after.text, told.free.text];
  };
  expect(said([], 700)).toEqual(['', 'free: 48 GiB']);
  expect(said([file('VM 1', 0.3)], 700)).toEqual(['', 'free: 48 GiB']);
  const thin = [file('VM 1 as of snapshot 1', 0.5), file('VM 1', 0.01, true)];
  expect(said(thin, 700)).toEqual(['over it: VM 1', 'free: 48 GiB']);
  expect(said(thin, 330)).toEqual(['over it: VM 1', '']);
  expect(said([file('VM 1', 0.95)], 700)).toEqual(['', '']);
});
