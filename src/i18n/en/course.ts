// Words of the first page and of the list of units, wherever it stands.
import { format } from './format';

const LESSONS = { one: 'lesson', other: 'lessons' };

/** Messages of the pages that lead to the lessons. */
export const course = {
  start: {
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
  },
};
