// Figures of the example deck come from the run; one that the run does not show stops the build.
import { expect, it } from 'vitest';
import { withFigures } from '../../src/build/slides/figures';

it('each figure stands where it is named', () => {
  const figures = { fell: 6, away: { micros: 90_000_000 }, by: 'cart' };
  expect(withFigures('<b>:fig[fell]</b> of 6, :fig[away], :fig[by]', figures)).toBe(
    '<b>6</b> of 6, 1 min 30 s, cart',
  );
});

it('a figure that the lesson does not show stops the build', () => {
  expect(() => withFigures(':fig[gone]', { gone: null })).toThrow('no figure "gone"');
  expect(() => withFigures(':fig[none]', {})).toThrow('no figure "none"');
});
