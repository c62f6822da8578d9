// A lesson made of data, for tests of its course: two steps, an optional one, recall and transfer. Its "runs"
// are worlds at an instant; checks and predictions look at nothing but that instant.
import type { Check, Line, LessonContent, Played, Prediction, Step } from '../../src/lesson/format';
import type { WorldView } from '../../src/sim';

const line = (text: string): Line => [{ type: 'text', text }];

/** A question with two options; each explains itself. */
export function question(id: string): Prediction {
  const option = (name: string) => ({
    id: name,
    label: line(`answer ${name}`),
    explanation: line(`because of ${name}`),
    misconception: null,
  });
  return { id, question: line(`question ${id}`), options: [option('yes'), option('no')] };
}

function task(check: string, ...commands: string[]) {
  return { type: 'task', task: { check, text: line(`do ${check}`), commands } } as const;
}

const predict = (id: string) => ({ type: 'prediction', prediction: question(id) }) as const;
const text = (words: string) =>
  ({ type: 'text', block: { type: 'paragraph', children: line(words) } }) as const;

function step(slug: string, parts: Step['parts'], rest: Partial<Step> = {}): Step {
  return {
    slug,
    title: `Title of ${slug}`,
    stage: { type: 'world', world: 'w' },
    further: false,
    parts,
    hints: [line('first hint'), line('second hint')],
    explanation: line(`explanation of ${slug}`),
    ...rest,
  };
}

/** Passed from this instant on. */
const from = (instant: number): Check => ({
  sentence: `It is ${instant}.`,
  test: ({ world }) =>
    world.at >= instant ? { passed: true } : { passed: false, missing: `not yet ${instant}` },
});

/** "yes" holds from one instant on, until "no" does. */
const turns = (yes: number, no = Infinity) => ({
  yes: ({ world }: Played) => world.at >= yes && world.at < no,
  no: ({ world }: Played) => world.at >= no,
});

/** The lesson. */
export const sampleLesson: LessonContent = {
  page: {
    number: 2,
    slug: 'sample',
    meta: {
      title: 'Sample',
      question: 'Which?',
      unit: 1,
      minutes: 5,
      teacher: null,
    },
    recall: { from: 'before', world: 'r', prediction: question('recall'), outline: 'kernel/r' },
    steps: [
      step('one', [
        text('before the question'),
        predict('p-one'),
        task('c-one', 'kill-process'),
        text('after the run'),
        { type: 'moment', id: 'm-one' },
      ]),
      step('extra', [task('c-extra')], { further: true, stage: { type: 'continue' } }),
      step('two', [task('c-place', 'place'), predict('p-two'), task('c-two', 'panic')]),
    ],
    transfer: { world: 't', prediction: question('transfer') },
  },
  scenario: {
    seed: 1,
    worlds: { w: { boxes: [] }, r: { boxes: [] }, t: { boxes: [] } },
    commands: ['kill-process', 'place', 'panic'],
    moments: [{ id: 'm-one', sentence: 'It happens', when: () => false }],
  },
  checks: {
    checks: {
      'c-one': from(10),
      'c-extra': from(10),
      'c-place': from(10),
      'c-two': from(20),
    },
    figures: { instant: ({ world }) => world.at },
    predictions: {
      recall: turns(0),
      'p-one': turns(10, 50),
      'p-two': turns(30),
      transfer: turns(10),
    },
  },
};

/** What a run shows at an instant. */
export function at(instant: number): Played {
  return { world: { at: instant } as WorldView, facts: [] };
}
