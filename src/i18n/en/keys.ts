// Words of the two dialogs that keys open, in English: the help on keys, and where one can go.
import { format } from './format';

/** What each key does, where it works, and what it is called. */
export const enKeys = {
  title: 'Keys',
  parts: {
    run: 'The simulation',
    head: 'While the handle of the timeline has the focus',
    box: 'While a box of the picture has the focus',
    row: 'While a box in words has the focus',
    list: 'While a list under the picture has the focus',
    course: 'The course',
  },
  notes: {
    run: 'Keys with a name work while the focus is in the simulation; a click into it takes it there. Letters and signs work everywhere but in fields.',
    box: 'There the arrow keys walk from box to box. To step in time, use the timeline or the buttons under it, or Shift with an arrow.',
    row: 'Here a letter finds a name, and does not do what is said of it above.',
    list: 'The arrow keys only mark a value. Enter sets it; leaving the list does so, too.',
    course: 'Page up and page down, b, o and s do nothing here: a presenter may need them.',
  },
  /** By what the table of keys calls it. */
  acts: {
    play: 'Play or pause',
    'step-on': 'To the next fact',
    'step-back': 'To the previous fact',
    'jump-on': 'A tenth of the timeline on',
    'jump-back': 'A tenth of the timeline back',
    'tick-on': 'A tenth of a second on',
    'tick-back': 'A tenth of a second back',
    faster: 'Faster',
    slower: 'Slower',
    'to-start': 'To the start',
    'to-end': 'To the end of what was run',
    undo: 'Take back what you did last',
    reset: 'Start again',
    inspect: 'Inspect the selected box, or close that',
    'in-words': 'The scene in words, or the picture alone',
    'full-screen': 'Full screen, or back',
    leave: 'Let go of the selected box; then close the comparison',
    'next-lesson': 'Next lesson',
    'previous-lesson': 'Previous lesson',
    'go-to': 'Go to a page or a lesson',
    help: 'This list',
    'in-class': 'This lesson in front of a class',
  },
  /** Walking the boxes of the picture. */
  box: {
    ArrowUp: 'What stands on it',
    ArrowDown: 'What it stands on',
    ArrowLeft: 'Its neighbour to the left',
    ArrowRight: 'Its neighbour to the right',
    Home: 'The first host',
    End: 'The last host',
    Enter: 'Select it, or let go of it',
    Space: 'Select it, or let go of it',
    Escape: 'Let go of the selected box',
  } as Readonly<Record<string, string>>,
  /** Walking the words. */
  row: {
    ArrowUp: 'The row above',
    ArrowDown: 'The row below',
    ArrowLeft: 'Close it, or go to what it stands on',
    ArrowRight: 'Open it, or go to what stands on it',
    Home: 'The first row',
    End: 'The last row',
    Enter: 'Select it, or let go of it',
    Space: 'Select it, or let go of it',
    Escape: 'Let go of the selected box; then close the words',
  } as Readonly<Record<string, string>>,
  /** Lists of values under the picture. */
  list: {
    ArrowUp: 'Mark the value above',
    ArrowDown: 'Mark the value below',
    Enter: 'Set the marked value',
    Escape: 'Back to the value that is set',
  } as Readonly<Record<string, string>>,
  /** Keys that are not one letter or sign. */
  names: {
    Space: 'Space',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Escape: 'Esc',
  } as Readonly<Record<string, string>>,
  shift: (key: string) => `Shift + ${key}`,
  or: 'or',
  letters: 'Use keys that are a single letter or sign',
  goTo: {
    title: 'Go to',
    look: 'Part of a title, or a number',
    found: (count: number) =>
      count === 0 ? 'Nothing is called that.' : format.counted(count, { one: 'place', other: 'places' }),
  },
};

/** What a language has to say about keys. */
export type KeyWords = typeof enKeys;
