// Words of what stands under a stage: commands, settings, and what is said when the model gives up.
import { format } from './format';

/** Messages of what one does with a stage. */
export const desk = {
  problem: {
    livelock: (at: string) => `At ${at} one thing led to the next without end: the run was stopped.`,
    engine: 'The model gave up, or a part of it did not load: load the page again, or start again.',
    notLoaded: 'The model did not load, so nothing can run yet. Load the page again.',
    causes: 'What led to it:',
    busy: (boxes: string) => `Busy with each other: ${boxes}.`,
    message: (message: string) => `Its own words: ${message}`,
    startAgain: 'Start again',
    close: 'Go on from here',
  },
  commands: {
    titles: {
      break: 'Break something',
      do: 'What you can do',
      watch: 'What you can do',
      pick: 'Choose',
      set: 'Choose',
      place: 'Place the containers',
    },
    titleFor: (title: string, box: string) => `${title}: ${box}`,
    /** A box together with those it stands on and the only one that stands on it. */
    andFloors: (box: string) => `${box}, what it stands on, and what is on it`,
    hints: {
      break: 'Select a box on the stage for more.',
      do: 'Select a box on the stage to see what you can do with it.',
      pick: 'Select a box on the stage, then say who picks it up.',
      set: 'Select a box on the stage: what you can set stands here.',
      place: '',
      watch: 'Nothing to start or break now: press Play and watch, faster if you like.',
    },
    nothingWith: 'Nothing can be done with it now.',
    /** Before acts of one sort, where there are several. */
    sorts: {
      break: 'Break:',
      run: 'Start, stop, change:',
      ship: 'Ship and repair:',
      image: 'Images and files:',
      keep: 'Keep and copy:',
      move: 'Move:',
      wall: 'Give it walls:',
    },
    /** What keeps an act from being done now, by the code of the refusal; stands after what its button says. */
    waits: {
      'being-sent': 'on its way',
      'vdisk-busy': 'being copied',
      'builder-busy': 'a build is under way',
    } as Readonly<Record<string, string>>,
    /** What it lacks, by the code of the refusal; stands there, too. */
    lacks: {
      'image-in-use': 'a container uses it',
      'no-memory': 'too little memory is free',
      'disk-full': 'too little of the disk is free',
      'cpu-missing': 'another type of CPU',
      'other-product': 'another hypervisor',
      'no-recipe': 'nobody wrote its recipe',
    } as Readonly<Record<string, string>>,
    selectOne: (boxes: readonly string[]) =>
      `Select ${[boxes.slice(0, -1).join(', '), boxes.at(-1)].filter(Boolean).join(' or ')} on the stage to see what you can do with it.`,
    waiting: 'Answer first: then you can try it.',
    clear: 'Clear the selection',
    /** On a button at the foot of a panel that is longer than its place. */
    more: 'More below',
    settings: 'Who picks it up',
    otherSettings: 'What you can set',
    nowhere: 'nowhere',
    /** Beside a list in which keys stand on another value. */
    marked: 'Enter sets it, Esc takes it back.',
  },
  /** Labels of settings, by command. */
  settings: {
    'set-restart-on-crash': 'after a crash, restart',
    'set-on-crash': 'on crash',
    'set-start-at-boot': 'start at boot',
    'set-reboot-on-panic': 'after a panic, reboot',
    'set-restart': 'restart',
    'set-live-restore': 'live-restore',
    'set-restart-policy': 'restart policy',
    'set-demand': 'CPU it wants (cores)',
    'limit-process': 'CPU limit (cores)',
    'set-threads': 'busy threads',
    'set-cpu-weight': 'CPU weight',
    'set-cpu-max': 'CPU quota per 100 ms',
    'set-memory-max': 'memory limit',
    'set-memory-high': 'memory.high',
    'set-oom-group': 'OOM killer ends all of it',
    'set-oom-score-adj': 'oom_score_adj',
    'set-vm-memory': 'memory',
    'place-container': 'stands in',
    'set-balloon': 'balloon',
    'set-vcpus': 'virtual CPUs',
    'set-cpu-cap': 'CPU cap (% of a core)',
    'set-overcommit': 'overcommits memory',
    'set-page-sharing': 'pages looked at every 20 ms for equal ones',
  } as Readonly<Record<string, string>>,
  settingOf: (box: string, setting: string) => `${box}: ${setting}`,
  allContainers: (count: number, where: string) => `all ${format.number(count)} containers ${where}`,
  values: {
    mixed: 'different',
    none: 'none',
    never: 'never',
    after: (duration: string) => `after ${duration}`,
    yes: 'yes',
    no: 'no',
  },
};
