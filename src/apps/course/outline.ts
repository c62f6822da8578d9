// The course as it is planned: units, and each lesson's title and question, in the order of order.ts.
import { order, placeInCourse } from './order';

/** One lesson of the plan; whether it can be opened is known from the lesson folders. */
export interface PlannedLesson {
  /** 1 to 19 through the whole course. */
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly question: string;
}

/** A unit with its lessons in order. */
export interface Unit {
  readonly number: number;
  readonly title: string;
  readonly lessons: readonly PlannedLesson[];
}

type Named = readonly [title: string, question: string];

/** By unit its title, then title and question of each of its lessons. */
const NAMES: readonly (readonly [unit: string, ...lessons: Named[]])[] = [
  [
    'One machine',
    ['Works on my machine', 'Why does it run here and fail there?'],
    ['Many computers in one', 'What do several VMs on one host share?'],
    ['What a guest OS costs', 'How many VMs fit on one host?'],
    ['Snapshot, roll back, clone, move', 'What can you do with a machine that is only a file?'],
  ],
  [
    'One kernel, many boxes',
    ['A box around processes', 'What turns a process into a container?'],
    ['Images are layers', 'What do ten containers of one image store?'],
    ['Build it again', 'Same recipe, same image?'],
    ['Fair shares', 'Who gets the cores when everybody wants them?'],
    ['How many fit?', 'How many more copies run in containers than in VMs?'],
  ],
  [
    'Walls and falls',
    ['One kernel falls', 'Something stops. What stops with it, and who picks it up?'],
    ['Breaking out', 'How far does an intruder get?'],
    ['Whose kernel is it?', 'Which kernel runs under a container?'],
    ['Who picks it up?', 'Who restarts what fell, and how soon?'],
  ],
  [
    'Many machines',
    ['Monolith or services', 'Who slows down with whom?'],
    ['Where does it go?', 'Why there, and why nowhere?'],
    ['A host dies', 'When is what it carried back?'],
    ['Follow the load', 'How fast can a service grow?'],
    ['Ship a new version', 'What do users see while you replace it?'],
  ],
  ['Game day', ['The big sale', 'Does your design survive the rush?']],
];

/** The five units. */
export const units: readonly Unit[] = NAMES.map(([unitTitle, ...lessons], unit) => ({
  number: unit + 1,
  title: unitTitle,
  lessons: lessons.map(([title, question], index) => {
    const slug = order[unit]?.[index] ?? '';
    return { number: placeInCourse(slug)?.lesson ?? 0, slug, title, question };
  }),
}));

/** The unit and the plan of a lesson, or undefined for a slug that is not planned. */
export function findLesson(slug: string): { unit: Unit; lesson: PlannedLesson } | undefined {
  for (const unit of units) {
    const found = unit.lessons.find((each) => each.slug === slug);
    if (found !== undefined) return { unit, lesson: found };
  }
  return undefined;
}
