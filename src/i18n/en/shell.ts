// Words of the page around lessons: header, list of units, notices, unknown addresses, commands.
import { format } from './format';

const LESSONS = { one: 'lesson', other: 'lessons' };

/** Messages of `src/view/shell` and `src/apps`. */
export const shell = {
  product: 'Blast Radius',
  /** By the page's name in its address. */
  titles: {
    start: 'See, predict and break virtual machines, containers and clusters.',
    units: 'The course',
    glossary: 'Glossary',
    'how-true': 'How true is it?',
    lesson: 'There is no such page',
    unknown: 'There is no such page',
  },
  /** The first page, as a place to go to. */
  first: 'First page',
  toContent: 'Skip to the content',
  loading: 'Loading …',
  inspect: (box: string) => `Inspect ${box}`,
  documentTitle: (page: string, product: string) => `${page} · ${product}`,
  header: {
    unit: (unit: number) => `Unit ${unit}`,
    lesson: (number: number, all: number) => `Lesson ${number} of ${all}`,
    step: (step: number, all: number) => `step ${step} of ${all}`,
    settings: 'Settings',
    keys: 'Keys',
    share: 'Share',
    pages: 'Pages',
    join: (parts: readonly string[]) => parts.join(' · '),
  },
  start: {
    title: 'One kernel falls. What falls with it?',
    lead: 'Two [host|hosts] run the same six copies of a web shop. On host-a each copy has a [vm|VM]; on host-b six [container|containers] share one [kernel|kernel].',
    push: 'Break something, and see.',
    again:
      'Drag the line in the timeline back to before the fall. Then break something else: both futures are kept.',
    both: 'Both futures are kept: switch between them at "Runs".',
    stage: 'Two hosts to break',
    lesson: 'Take the lesson',
    startAgain: 'Start again',
  },
  units: {
    title: 'The course',
    /** Of the list, where the page itself is called so. */
    list: 'Units and lessons',
    all: 'All lessons, and what you will be able to do',
    comingCount: (count: number) => `${format.counted(count, LESSONS)} coming`,
    unit: (number: number, title: string) => `Unit ${number}. ${title}`,
    coming: 'coming',
    passed: 'done',
    started: 'begun',
    minutes: (count: number) => `${format.number(count)} min`,
  },
  unknown: {
    wanted: (wanted: string) => `The address asks for "${wanted}".`,
    coming: (title: string) => `The lesson "${title}" is not there yet.`,
    offer: 'These are the lessons of the course:',
  },
  notices: {
    close: 'Close',
    /** By why the progress is not kept. */
    notKept: {
      blocked:
        'This browser does not let this page keep anything: your progress lasts until you close the page.',
      full: 'This browser has no room left to keep your progress: it lasts until you close the page.',
      foreign:
        'What this browser keeps here is not from this course, or from a newer version of it. It is left as it is: your progress lasts until you close the page.',
    },
    failed: 'The page could not show this. What went wrong:',
    reload: 'Load the page again',
  },
  notes: {
    wanted: {
      step: (all: number) => `the name of a step, or its number from 1 to ${format.number(all)}`,
      moment: (ids: readonly string[]) => `one of ${ids.join(', ')}`,
    },
    parameter: (name: string, value: string, wanted: string | null) =>
      wanted === null
        ? `This page does not know the parameter "${name}".`
        : `"${name}" cannot be "${value}": it must be ${wanted}.`,
  },
  problem: {
    livelock: (at: string) => `At ${at} one thing led to the next without end, so the run was stopped.`,
    engine: 'The model gave up. This is a bug of ours; what is on the stage is from before it.',
    causes: 'What led to it:',
    busy: (boxes: string) => `Busy with each other: ${boxes}.`,
    message: (message: string) => `Its own words: ${message}`,
    startAgain: 'Start this world again',
    close: 'Go on from here',
  },
  commands: {
    titles: {
      break: 'Break something',
      do: 'What you can do',
      pick: 'Choose',
      set: 'Choose',
      place: 'Place the containers',
    },
    titleFor: (title: string, box: string) => `${title}: ${box}`,
    hints: {
      break: 'Select a box on the stage for more.',
      do: 'Select a box on the stage for more.',
      pick: 'Select a box on the stage, then say who picks it up.',
      set: 'Select a box on the stage: what you can set stands here.',
      place: '',
    },
    waiting: 'Answer first: then you can try it.',
    clear: 'Clear the selection',
    settings: 'Who picks it up',
    otherSettings: 'What you can set',
    nowhere: 'nowhere',
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
    'place-container': 'stands in',
    'set-balloon': 'balloon',
    'set-overcommit': 'overcommits memory',
  } as Readonly<Record<string, string>>,
  settingOf: (box: string, setting: string) => `${box}: ${setting}`,
  allContainers: (count: number, where: string) => `all ${format.number(count)} containers ${where}`,
  values: {
    mixed: 'different',
    never: 'never',
    after: (duration: string) => `after ${duration}`,
    yes: 'yes',
    no: 'no',
  },
};
