// Words of the page around every lesson: header, notices, what is wrong with an address.
import { format } from './format';

/** Messages of `src/view/shell` and `src/apps`. */
export const shell = {
  product: 'Blast Radius',
  /** By the page's name in its address. */
  titles: {
    start: 'See, predict and break virtual machines, containers and clusters.',
    units: 'The course',
    glossary: 'Glossary',
    'how-true': 'How true is it?',
    /** Of a lesson that is planned. */
    lesson: 'This lesson is still to come',
    unknown: 'There is no such page',
    'no-lesson': 'There is no such lesson',
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
    optional: 'optional step',
    settings: 'Settings',
    keys: 'Keys',
    share: 'Share',
    pages: 'Pages',
    join: (parts: readonly string[]) => parts.join(' · '),
  },
  /** Title of the first page, with its stage. */
  startTitle: 'One kernel falls. What falls with it?',
  notices: {
    close: 'Close',
    failed: (page: string) => `"${page}" could not be shown.`,
    lost: 'A part of it did not arrive. Load the page again, or go on with another page.',
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
};
