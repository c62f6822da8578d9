// The course as it is planned: units, lesson numbers, slugs, titles and each lesson's question.
// A slug never changes once it is published: progress and slides refer to it.

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

const lesson = (number: number, slug: string, title: string, question: string): PlannedLesson => ({
  number,
  slug,
  title,
  question,
});

/** The five units. */
export const units: readonly Unit[] = [
  {
    number: 1,
    title: 'One machine',
    lessons: [
      lesson(1, 'works-on-my-machine', 'Works on my machine', 'Why does it run here and fail there?'),
      lesson(2, 'many-computers-in-one', 'Many computers in one', 'What do several VMs on one host share?'),
      lesson(3, 'what-a-guest-os-costs', 'What a guest OS costs', 'How many VMs fit on one host?'),
      lesson(
        4,
        'snapshot-roll-back-clone-move',
        'Snapshot, roll back, clone, move',
        'What can you do with a machine that is only a file?',
      ),
    ],
  },
  {
    number: 2,
    title: 'One kernel, many boxes',
    lessons: [
      lesson(5, 'a-box-around-processes', 'A box around processes', 'What turns a process into a container?'),
      lesson(6, 'images-are-layers', 'Images are layers', 'What do ten containers of one image store?'),
      lesson(7, 'build-it-again', 'Build it again', 'Do you get the same image twice?'),
      lesson(8, 'fair-shares', 'Fair shares', 'Who gets the cores when everybody wants them?'),
      lesson(9, 'how-many-fit', 'How many fit?', 'How many more copies run in containers than in VMs?'),
    ],
  },
  {
    number: 3,
    title: 'Walls and falls',
    lessons: [
      lesson(
        10,
        'one-kernel-falls',
        'One kernel falls',
        'Something stops. What stops with it, and who picks it up?',
      ),
      lesson(11, 'breaking-out', 'Breaking out', 'How far does an intruder get?'),
      lesson(12, 'whose-kernel-is-it', 'Whose kernel is it?', 'Which kernel runs under a container?'),
      lesson(13, 'who-picks-it-up', 'Who picks it up?', 'Who restarts what fell, and how soon?'),
    ],
  },
  {
    number: 4,
    title: 'Many machines',
    lessons: [
      lesson(14, 'monolith-or-services', 'Monolith or services', 'Who slows down with whom?'),
      lesson(15, 'where-does-it-go', 'Where does it go?', 'Why there, and why nowhere?'),
      lesson(16, 'a-host-dies', 'A host dies', 'When is what it carried back?'),
      lesson(17, 'follow-the-load', 'Follow the load', 'How fast can a service grow?'),
      lesson(18, 'ship-a-new-version', 'Ship a new version', 'What do users see while you replace it?'),
    ],
  },
  {
    number: 5,
    title: 'Game day',
    lessons: [lesson(19, 'the-big-sale', 'The big sale', 'Does your design survive the rush?')],
  },
];

/** How many lessons the course will have. */
export const lessonCount = units.reduce((sum, unit) => sum + unit.lessons.length, 0);

/** The unit and the plan of a lesson, or undefined for a slug that is not planned. */
export function findLesson(slug: string): { unit: Unit; lesson: PlannedLesson } | undefined {
  for (const unit of units) {
    const found = unit.lessons.find((each) => each.slug === slug);
    if (found !== undefined) return { unit, lesson: found };
  }
  return undefined;
}
