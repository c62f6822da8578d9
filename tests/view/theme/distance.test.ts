// What must be told apart is far apart for every kind of eyes, in every theme.
import { describe, expect, it } from 'vitest';
import { themes, type TokenName, type Tokens } from '../../../src/view/theme/tokens';
import { onProjector } from './onProjector';
import { allEyes, distance, type Eyes } from './colour';

/** The step in OKLab that an eye just notices when both colours touch. */
const JUST_NOTICED = 0.02;
/** Services are compared across the stage, over other colours between them: three such steps. */
const ACROSS_THE_STAGE = 3 * JUST_NOTICED;
/** Floors carry their word and touch each other: two steps. */
const NEXT_TO_EACH_OTHER = 2 * JUST_NOTICED;
/** A hatch is seen when its lines differ from what is between them as clearly as black from grey. */
const PATTERN = 0.3;

const services: readonly TokenName[] = ['search', 'cart', 'buy', 'program'];
const structure: readonly TokenName[] = ['hardware', 'hypervisor', 'kernel', 'runtime'];
const starting: readonly TokenName[] = [
  'search',
  'cart',
  'buy',
  'program',
  'hypervisor',
  'kernel',
  'runtime',
];

const projected = Object.entries(onProjector).map(
  ([name, tokens]) => [`${name} on a projector`, tokens] as const,
);
const cases = [...Object.entries<Tokens>(themes), ...projected].flatMap(([name, tokens]) =>
  allEyes.map((eyes): [theme: string, eyes: Eyes, tokens: Tokens] => [name, eyes, tokens]),
);

describe.each(cases)('theme %s, eyes: %s', (_, eyes, tokens) => {
  const between = (a: TokenName, b: TokenName) => distance(tokens[a], tokens[b], eyes);

  function expectApart(some: readonly TokenName[], others: readonly TokenName[], least: number): void {
    for (const a of some)
      for (const b of others)
        if (a !== b) expect(between(a, b), `${a} and ${b}`).toBeGreaterThanOrEqual(least);
  }

  it('services are told apart', () => {
    expectApart(services, services, ACROSS_THE_STAGE);
  });

  it('floors are told apart, and tenants from floors', () => {
    expectApart(structure, structure, NEXT_TO_EACH_OTHER);
    expectApart(services, structure, ACROSS_THE_STAGE);
  });

  it('what runs is told from what starts', () => {
    for (const tone of starting)
      expect(between(tone, `${tone}-pale` as TokenName), tone).toBeGreaterThanOrEqual(ACROSS_THE_STAGE);
  });

  it('what fell is told from all that stands: by its pattern, and by its red', () => {
    expect(between('fallen', 'fallen-pale')).toBeGreaterThanOrEqual(PATTERN);
    expectApart(['fallen'], services, ACROSS_THE_STAGE);
    // To protanopes brown and dark red are nearly one colour: a floor that fell is hatched, outlined and says so.
    expectApart(['fallen'], structure, 1.5 * JUST_NOTICED);
  });

  it('a core in use is told from one that idles', () => {
    expectApart(['cpu'], ['hardware', 'hardware-cell'], ACROSS_THE_STAGE);
  });
});
