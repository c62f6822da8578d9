// What a box is doing, in one or two words, and what comes next.

/** By the last part of the chart's state. */
const words = {
  absent: 'not placed',
  'backing-off': 'waiting to restart',
  booting: 'booting',
  calm: 'running',
  copying: 'running, being moved',
  crashed: 'crashed',
  created: 'not started',
  exited: 'exited',
  fallen: 'fell',
  firmware: 'running its firmware',
  'given-up': 'given up',
  halted: 'down',
  'left-alone': 'left alone',
  lost: 'no power',
  moving: 'standing still, being moved',
  off: 'off',
  panicked: 'panicked',
  pulling: 'running, memory on its way',
  reclaiming: 'running, takes memory back',
  rebooting: 'waiting to reboot',
  reserving: 'starting',
  resizing: 'running, gives memory back',
  running: 'running',
  serving: 'serving',
  starting: 'starting',
  starved: 'no memory',
  stopped: 'stopped',
  stopping: 'shutting down',
  suffering: 'with errors',
  'taken-down': 'stopped with its runtime',
  up: 'running',
  waiting: 'waiting to restart',
};

/** States of boxes, and the words that join them to the time and to who picks them up. */
export const states = {
  words: words as Readonly<Record<string, string>>,
  /** Words for a box whose state has no word of its own, by what its tags say. */
  byTag: {
    absent: 'not there',
    down: 'down',
    off: 'off',
    starting: 'starting',
    suffering: 'with errors',
    up: 'running',
    waiting: 'waiting',
  } as Readonly<Record<string, string>>,
  exitedWith: (code: number) => `exited with code ${code}`,
  left: (left: string) => `${left} left`,
  again: (left: string) => `tried again in ${left}`,
  nobody: 'nobody picks it up',
  by: (picker: string) => `${picker} picks it up`,
};
