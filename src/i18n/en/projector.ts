// Words of the projector and its presenter's window, in English.

const lowered = (sentence: string) => sentence.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
const PERCENT = (share: number) => `${Math.round(share * 100)}%`;
const SERVING = (serving: string, all: string) => `${serving} of ${all}`;

/** Messages of `src/apps/projector` and `src/view/projector`. */
export const enProjector = {
  title: (lesson: string) => `${lesson} · in class`,
  noLesson: (wanted: string | null) =>
    wanted === null
      ? 'This page needs the name of a lesson in its address: projector.html#/one-kernel-falls.'
      : `There is no lesson "${wanted}" here. Mend the address of this page.`,
  lessons: 'All lessons of the course',
  failed: 'The lesson could not be shown. Load the page again.',
  caption: {
    /** A moment or a fact as a whole sentence. */
    sentence: (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`),
    opening: (title: string, question: string) => `${/[.?!]$/.test(title) ? title : `${title}.`} ${question}`,
    /** Nothing has to run for the answer. */
    asItStands: 'It stands like this.',
    /** The same broke elsewhere at the same instant. */
    andMore: (sentence: string, more: string) => `${sentence.replace(/\.$/, '')}, and ${more} more.`,
    /** Nothing new has happened since the caption before. */
    later: (span: string) => `${span} later.`,
    /** `host-a serves 5 of 6, host-b 0 of 6.` */
    serving: (hosts: readonly { readonly host: string; readonly serving: string; readonly all: string }[]) =>
      `${hosts.map(({ host, serving, all }, at) => `${host}${at === 0 ? ' serves' : ''} ${SERVING(serving, all)}`).join(', ')}.`,
    /** The same of all hosts together, where they are many: `1 of 3 copies serves.` */
    servingAll: (serving: string, all: string, isOne: boolean) =>
      `${SERVING(serving, all)} copies ${isOne ? 'serves' : 'serve'}.`,
    next: (sentence: string) => `Next: ${lowered(sentence)}.`,
    nextQuestion: 'Next: a question.',
    nextOutcome: 'Next: what the run shows.',
    /** Somebody broke something that the lesson does not break here. */
    own: 'Page up: back to the lesson.',
    last: 'That was all.',
    asking: {
      first: 'What do you think? Hold up your letter.',
      talking: 'The first vote is in. Its count stays hidden until the second.',
      second: 'Vote again. Hold up your letter.',
      counted: 'Both votes are in. Next: what happens.',
    },
  },
  vote: {
    /** The group of buttons of one option. */
    option: (letter: string) => `How many are for ${letter}, in tenths of the class`,
    tenths: (tenths: number) => `${tenths} tenths`,
    counted: 'counted',
    hands: (letter: string) => `or hands for ${letter}`,
    handsHint: 'hands',
    first: 'first vote',
    second: 'second vote',
    again: 'Vote again',
    recount: 'Count this again',
    percent: PERCENT,
    /** Both rounds on one line. */
    rounds: (shares: readonly number[]) => `voted: ${shares.map(PERCENT).join(', then ')}`,
    right: { run: 'The run showed it', stage: 'The stage shows it' },
    wrong: (percent: string) =>
      `That made ${percent} percent. Type tenths of the class again, or hands into the fields.`,
    /** For the class: what the digits under the letters are. */
    how: 'Counted in tenths of the class, or in hands.',
    /** For the presenter alone. */
    howTyped:
      'Type tenths of the class, one digit for each letter: 3 5 2 is 30, 50 and 20 percent. No key is 10: 9 0 0 counts as everybody. Or type hands into the fields.',
  },
  suggestions: {
    talk: (from: string, to: string) =>
      `Between ${from} and ${to} percent were right: let them talk, then vote again.`,
    explain: (from: string) => `Fewer than ${from} percent were right: give a hint, then vote again.`,
    run: (_: string, to: string) => `More than ${to} percent were right: no talk is needed, run it.`,
  },
  breaks: 'Break or start something, by number',
  foot: {
    help: 'shows the keys',
    presenter: 'Notes',
    back: 'Back',
    on: 'Next',
    ticker: 'Last key',
    /** Of the class; it names what the numbers count. */
    stop: (number: string, of: string) => `slide ${number} of ${of}`,
    course: 'All lessons',
  },
  blank: 'The screen is blank. B lights it again.',
  closed: 'The stage opens when you go on.',
  alone: 'This browser has no channel between windows, so there is no second window with notes.',
  keys: {
    title: 'Keys in class',
    or: 'or',
    digits: '0 to 9',
    note: 'A remote control works too: it sends page up, page down, b or a full stop.',
    acts: {
      next: 'On: the next moment or question',
      previous: 'Back: this moment again, or the one before',
      play: 'Play or pause',
      'fact-on': 'To the next fact',
      'fact-back': 'To the previous fact',
      break:
        'Break or start what has this number; in a vote, the tenths of the class for the next letter (9 with only zeros: everybody)',
      'vote-again': 'The second vote',
      recount: 'Count this round again',
      blank: 'Blank the screen, or light it',
      'full-screen': 'Full screen, or back',
      presenter: 'A second window with notes',
      faster: 'Faster',
      slower: 'Slower',
      start: 'To the beginning',
      leave: 'Put away what is open',
      help: 'This list',
    },
    names: {
      Space: 'Space',
      ArrowLeft: '←',
      ArrowRight: '→',
      ArrowUp: '↑',
      ArrowDown: '↓',
      PageUp: 'Page up',
      PageDown: 'Page down',
      Escape: 'Esc',
      Backspace: 'Backspace',
    } as Readonly<Record<string, string>>,
  },
  /** What the ticker says a key did. */
  did: {
    next: 'next',
    previous: 'back',
    start: 'the beginning',
    play: 'plays',
    pause: 'paused',
    'fact-on': 'next fact',
    'fact-back': 'previous fact',
    blank: 'blank',
    lit: 'lit again',
    locked: 'the vote comes first',
    counted: (letter: string) => `hands for ${letter}: counted`,
    allCounted: 'all hands are counted',
    notCounted: 'not counted, count again',
    nothing: 'nothing has this number now',
    end: 'this is the end',
  },
  presenter: {
    title: (lesson: string) => `${lesson} · notes`,
    notes: 'Notes',
    next: 'Next',
    time: 'Time',
    since: (span: string) => `${span} since you began`,
    blank: 'The screen is blank.',
    firstIn: 'The first vote is in. The class sees its count after the second.',
    /** What whoever takes this option believes. */
    belief: (belief: string) => `The belief: ${belief}.`,
    quoted: (belief: string) => `"${belief}"`,
    outcomeNext: 'What the run shows',
    blankScreen: 'Blank',
    /** Between two votes; what comes after them is told as it is. */
    voteNext: (next: string) => `The second vote, or at once: ${lowered(next)}`,
    nothingNext: 'Nothing more: this is the last moment.',
  },
};

/** What a language has to say. */
export type ProjectorWords = typeof enProjector;
