// The four files of a new lesson: small, right as they are, and ready to be replaced line by line.

/** What a lesson's plan says. */
export interface SkeletonPlan {
  readonly title: string;
  readonly question: string;
  readonly unit: number;
  /** Slug of the lesson that is asked again, or null for the first. */
  readonly recalls: string | null;
}

function recall(from: string): string {
  return `::recall[What does the copy of cart stand on?]{id="stands-on" from="${from}" world="one-host"}
- :option[On the kernel.]{id="kernel"} It does: follow it down on the stage.
- :option[On nothing.]{id="nothing"} It looks that way, but look below it on the stage.

`;
}

function page({ title, question, unit, recalls }: SkeletonPlan): string {
  return `---
title: ${JSON.stringify(title)}
question: ${JSON.stringify(question)}
unit: ${unit}
minutes: 6
boxes: [host, kernel, process]
recalls: ${recalls ?? 'none'}
---
${recalls === null ? '' : recall(recalls)}## First step
::stage{world="one-host"}
One host carries one copy of cart.
::prediction[You kill it. Does it come back?]{id="comes-back"}
- :option[Yes.]{id="yes"} It would, if somebody had been told to start it again.
- :option[No.]{id="no"} Nobody was told to start it again: after :fig[looked-for] it was still down.
::task[Kill the copy, and let the run go on for a moment.]{check="killed" commands="kill-process"}
::hint[Select the copy first.]
::moment{id="killed"}
::explanation[What falls stays down, unless somebody was told to pick it up.]

::transfer[The same fault hits another copy at night. Who helps?]{id="at-night" world="night"}
- :option[Somebody.]{id="somebody"} That would have to be told to somebody before.
- :option[Nobody.]{id="nobody"} Nobody was told to.
`;
}

const scenario = `// The worlds of this lesson.
import type { LessonScenario } from '../../src/lesson/format';
import { SECOND, type BoxSpec } from '../../src/sim';

const host: BoxSpec = {
  kind: 'host',
  name: 'host-a',
  holds: [
    {
      kind: 'kernel',
      name: 'host-a',
      holds: [{ kind: 'process', name: 'cart', spec: { service: 'cart' } }],
    },
  ],
};

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 1,
  worlds: {
    'one-host': { boxes: [host] },
    night: {
      boxes: [host],
      faults: [{ at: 5 * SECOND, command: { name: 'kill-process', target: 'process/cart' } }],
    },
  },
  commands: ['kill-process'],
  moments: [
    {
      id: 'killed',
      sentence: 'cart is killed',
      when: ({ name, about }) => name === 'process.exited' && about === 'process/cart',
    },
  ],
};
`;

const recallPredicates = `'stands-on': {
      kernel: ({ world }) => kernelUnder(world, 'process/cart') !== null,
      nothing: ({ world }) => kernelUnder(world, 'process/cart') === null,
    },
    `;

function checks(isFirst: boolean): string {
  return `// What this lesson looks for in a run. Everything is read from the world and its facts.
import type { LessonChecks, Played } from '../../src/lesson/format';
import { ${isFirst ? 'firstFact, is' : 'firstFact, is, kernelUnder'} } from '../../src/lesson/reading';
import { SECOND } from '../../src/sim';

const LOOK = 5 * SECOND;

/** How long the learner has looked since the kill, in microseconds; null before it. */
function looked({ world, facts }: Played): number | null {
  const end = firstFact(facts, 'process.exited', 'process/cart');
  return end && world.at - end.at;
}

const isBack = ({ world }: Played) => is(world, 'process/cart', 'serving');
const hasLooked = (played: Played) => (looked(played) ?? 0) >= LOOK;

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    killed: {
      sentence: 'cart was killed, and five seconds passed.',
      test: (played) => {
        if (hasLooked(played)) return { passed: true };
        const missing = looked(played) === null ? 'cart still runs.' : 'Let the run go on.';
        return { passed: false, missing };
      },
    },
  },
  figures: {
    'looked-for': (played) => {
      const micros = looked(played);
      return micros === null ? null : { micros };
    },
  },
  predictions: {
    ${isFirst ? '' : recallPredicates}'comes-back': {
      yes: (played) => hasLooked(played) && isBack(played),
      no: (played) => hasLooked(played) && !isBack(played),
    },
    'at-night': {
      somebody: (played) => hasLooked(played) && isBack(played),
      nobody: (played) => hasLooked(played) && !isBack(played),
    },
  },
};
`;
}

const solution = `// One way through this lesson, and a way that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { SECOND } from '../../src/sim';

const kill = { at: 5 * SECOND, command: { name: 'kill-process', target: 'process/cart' } };

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'first-step': { commands: [kill], until: 15 * SECOND },
    transfer: { commands: [], until: 15 * SECOND },
  },
  wrong: [{ name: 'kills nothing', step: 'first-step', commands: [], until: 15 * SECOND, unmet: 'killed' }],
};
`;

/** The text of each file of a new lesson folder, by name. */
export function skeleton(plan: SkeletonPlan): Readonly<Record<string, string>> {
  return {
    'lesson.md': page(plan),
    'scenario.ts': scenario,
    'checks.ts': checks(plan.recalls === null),
    'solution.ts': solution,
  };
}
