// BuildKit's rules about stages, variables and cache keys, as pure functions.
import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../../../src/link/dockerfile';
import { BARE, neededStages, planOf, readRecipe, type Asked } from '../../../src/sim/resources/buildPlan';
import { filledIn } from '../../../src/sim/resources/dockerfile';

const asked: Asked = { target: '', args: {}, configOf: () => BARE };

function planned(text: string, changes: Partial<Asked> = {}) {
  const recipe = readRecipe(readDockerfile(text));
  if ('error' in recipe) throw new Error(recipe.error);
  const all = { ...asked, ...changes };
  const needed = neededStages(recipe, all);
  if (!Array.isArray(needed)) throw new Error((needed as { error: string }).error);
  return planOf(recipe, needed as number[], all);
}

const keyOf = (text: string, kind: string, changes: Partial<Asked> = {}) =>
  planned(text, changes).steps.find((step) => step.kind === kind)!.key;
const texts = (text: string, changes: Partial<Asked> = {}) =>
  planned(text, changes).steps.map((step) => step.text);
const errorOf = (text: string) => {
  const recipe = readRecipe(readDockerfile(text));
  return 'error' in recipe ? recipe.error : null;
};

describe('cache keys', () => {
  it('have ARG and ENV in every RUN after them, and only there', () => {
    const args = (value: string) => `FROM a\nARG V=${value}\nRUN make\nCOPY x /x`;
    expect(keyOf(args('1'), 'run')).not.toBe(keyOf(args('2'), 'run'));
    expect(keyOf(args('1'), 'copy')).toBe(keyOf(args('2'), 'copy'));
    const later = (value: string) => `FROM a\nRUN make\nENV V=${value}`;
    expect(keyOf(later('1'), 'run')).toBe(keyOf(later('2'), 'run'));
    expect(keyOf(args('1'), 'run', { args: { V: '2' } })).toBe(keyOf(args('2'), 'run'));
  });

  it('do not have what only describes the image', () => {
    const said = (label: string) => `FROM a\nLABEL x=${label}\nEXPOSE 80\nCMD ["a"]\nRUN make`;
    expect(keyOf(said('1'), 'run')).toBe(keyOf(said('2'), 'run'));
  });

  it('have the user, the shell and the directory in RUN', () => {
    const base = keyOf('FROM a\nRUN make', 'run');
    for (const line of ['USER shop', 'SHELL ["/bin/bash", "-c"]', 'WORKDIR /app'])
      expect(keyOf(`FROM a\n${line}\nRUN make`, 'run'), line).not.toBe(base);
  });
});

describe('stages', () => {
  const two = 'FROM a AS build\nRUN make\nFROM b AS test\nRUN test\nFROM c\nCOPY --from=build /x /x';

  it('are built only where the target needs them', () => {
    expect(texts(two)).toEqual(['FROM a', 'RUN make', 'FROM c', 'COPY --from=build /x /x']);
    expect(texts(two, { target: 'test' })).toEqual(['FROM b', 'RUN test']);
    expect(() => texts(two, { target: 'none' })).toThrow('target stage "none" could not be found');
  });

  it('may be copied from before they are written, but not in a circle', () => {
    expect(texts('FROM a AS x\nCOPY --from=y /f /f\nFROM b AS y\nRUN make\nFROM x')).toEqual([
      'FROM b',
      'RUN make',
      'FROM a',
      'COPY --from=y /f /f',
    ]);
    expect(errorOf('FROM a AS x\nCOPY --from=y /f /f\nFROM b AS y\nCOPY --from=x /f /f')).toBe(
      'circular dependency detected on stage: x',
    );
    expect(errorOf('FROM a\nCOPY --from=0 /f /f')).toBe('circular dependency detected on stage: stage-0');
  });

  it('begin with an image of that name where no earlier stage has it', () => {
    expect(texts('FROM later\nRUN make\nFROM b AS later')).toEqual(['FROM b']);
    expect(texts('FROM b AS later\nFROM later AS last\nRUN make')).toEqual(['FROM b', 'RUN make']);
    expect(texts('ARG BASE=debian:12\nFROM ${BASE}')).toEqual(['FROM debian:12']);
  });

  it('do first what the base left for them to do', () => {
    const onBuild = readDockerfile('ONBUILD RUN first').map(({ trigger }) => trigger!);
    const configOf = () => ({ ...BARE, onBuild });
    const steps = texts('FROM a\nRUN make', { configOf });
    expect(steps).toEqual(['FROM a', 'RUN first', 'RUN make']);
    expect(planned('FROM a\nONBUILD RUN next').stages[0]!.config.onBuild).toHaveLength(1);
  });
});

describe('what is no Dockerfile', () => {
  it.each([
    ['', 'file with no instructions'],
    ['RUN make', 'no build stage in current context'],
    ['ARG A=1', 'dockerfile contains no stages to build'],
    ['FROM a b', 'dockerfile parse error on line 1: FROM requires either one or three arguments'],
    [
      'FROM a\nCOPY x',
      'dockerfile parse error on line 2: COPY requires at least two arguments, but only one was provided. Destination could not be determined.',
    ],
    ['FROM a\nFETCH x', 'dockerfile parse error on line 2: unknown instruction: FETCH'],
    [
      'FROM a\nONBUILD ONBUILD RUN x',
      "dockerfile parse error on line 2: Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed",
    ],
  ])('%j', (text, error) => {
    expect(errorOf(text)).toBe(error);
  });
});

it('variables are filled in as the reference of Dockerfiles says', () => {
  const variables = { A: 'x', EMPTY: '' };
  const text = '$A ${A} ${EMPTY:-else} ${A:+then} ${NONE:+then} \\$A';
  expect(filledIn(text, variables)).toBe('x x else then  $A');
});
