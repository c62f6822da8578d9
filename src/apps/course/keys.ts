// The table of keys: what each does, and where. What handles keys and the help on `?` both read it, nothing else.

/** What a key can do, apart from walking the boxes. */
export const acts = [
  'play',
  'step-on',
  'step-back',
  'jump-on',
  'jump-back',
  'tick-on',
  'tick-back',
  'faster',
  'slower',
  'to-start',
  'to-end',
  'undo',
  'reset',
  'inspect',
  'in-words',
  'full-screen',
  'leave',
  'next-lesson',
  'previous-lesson',
  'go-to',
  'help',
  'in-class',
] as const;

/** What a key may do. */
export type Act = (typeof acts)[number];

/** One line of the table. Keys are named as `KeyboardEvent.key` does, with `Shift+` before; `Space` is the space bar. */
export interface KeyRow {
  readonly act: Act;
  readonly keys: readonly string[];
  /** A key that is held does it again and again. */
  readonly repeats?: boolean;
}

/** Keys of the simulation. Those that are not a single letter or sign need the focus to be in it. */
export const runKeys: readonly KeyRow[] = [
  { act: 'play', keys: ['Space', 'k'] },
  { act: 'step-on', keys: ['ArrowRight'], repeats: true },
  { act: 'step-back', keys: ['ArrowLeft'], repeats: true },
  { act: 'jump-on', keys: ['Shift+ArrowRight'], repeats: true },
  { act: 'jump-back', keys: ['Shift+ArrowLeft'], repeats: true },
  { act: 'tick-on', keys: ['.'], repeats: true },
  { act: 'tick-back', keys: [','], repeats: true },
  { act: 'faster', keys: ['>'] },
  { act: 'slower', keys: ['<'] },
  { act: 'to-start', keys: ['Home'] },
  { act: 'to-end', keys: ['End'] },
  { act: 'undo', keys: ['u'] },
  { act: 'reset', keys: ['r'] },
  { act: 'inspect', keys: ['i'] },
  { act: 'in-words', keys: ['w'] },
  { act: 'full-screen', keys: ['f'] },
  { act: 'leave', keys: ['Escape'] },
];

/** While the handle of the timeline has the focus, as on any slider. */
export const headKeys: readonly KeyRow[] = [
  { act: 'step-on', keys: ['ArrowUp'], repeats: true },
  { act: 'step-back', keys: ['ArrowDown'], repeats: true },
];

/** Keys of the course, wherever the focus is. */
export const courseKeys: readonly KeyRow[] = [
  { act: 'next-lesson', keys: ['n'] },
  { act: 'previous-lesson', keys: ['p'] },
  { act: 'go-to', keys: ['g', '/'] },
  { act: 'help', keys: ['?'] },
];

/** Keys of a lesson, wherever the focus is. */
export const lessonKeys: readonly KeyRow[] = [{ act: 'in-class', keys: ['Shift+p'] }];

/** Whether a key is a single letter or sign, with Shift or without, as can be switched off. */
export function isLetter(key: string): boolean {
  return key.replace('Shift+', '').length === 1;
}

/** The key of an event as the table names it; null with a modifier that belongs to the browser or the system. */
export function keyOf({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): string | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === ' ') return shiftKey ? null : 'Space';
  if (key.length > 1) return shiftKey ? `Shift+${key}` : key;
  const isCapital = key.toLowerCase() !== key;
  // A capital alone is meant only by caps lock; of signs, Shift is part.
  return isCapital && shiftKey ? `Shift+${key.toLowerCase()}` : key.toLowerCase();
}
