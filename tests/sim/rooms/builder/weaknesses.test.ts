// A weakness becomes known: what a scan says, what a rebuild repairs, what a patch by hand does, what nobody can rebuild.
import { describe, expect, it } from 'vitest';
import {
  createRun,
  imageDigestOf,
  instructionsOf,
  SECOND,
  weaknessesIn,
  type Command,
  type Run,
} from '../../../../src/sim';
import { baseHub, built, builder, debianArchive, repository } from '../../../fixtures/builds';
import { imageHost } from '../../../fixtures/images';

const IMAGE = 'image/search';
const FIRST = 'container/search-1';
const CVE = 'CVE-2024-5535';
const byHand = {
  kind: 'image',
  name: 'by-hand',
  spec: { reference: 'shop/search:by-hand', registry: 'registry/hub' },
};

function give(run: Run, name: string, target: string, args?: Command['args']): string {
  const outcome = run.do({ name, target, ...(args && { args }) });
  return outcome.done ? 'done' : outcome.refusal.code;
}

const wait = (run: Run, seconds: number) => run.seek(run.head + seconds * SECOND);
const told = (run: Run, name: string) => run.facts.slice(0).filter((fact) => fact.name === name);
const weak = (run: Run, id: string) => weaknessesIn(run.view(), id).map((each) => each.package);

/** A world in which search was built, and so many containers of it run. */
function running(copies: number): Run {
  const boxes = [...imageHost([built(), byHand]), repository(), builder(), debianArchive, baseHub()];
  const run = createRun({ id: 'weak', seed: 1, world: { boxes } });
  expect(give(run, 'build-image', IMAGE)).toBe('done');
  wait(run, 120);
  give(run, 'run-container', IMAGE, { copies });
  wait(run, 2);
  return run;
}

describe('a weakness', () => {
  it('is found once it is known, with the layer and the instruction that brought it', () => {
    const run = running(1);
    give(run, 'scan-image', IMAGE);
    expect(told(run, 'image.scanned')[0]!.data).toMatchObject({ found: 0 });
    expect(give(run, 'publish-fix', 'distribution/debian', { advisory: CVE })).toBe('done');
    expect(give(run, 'publish-fix', 'distribution/debian', { advisory: CVE })).toBe('no-advisory');
    give(run, 'scan-image', IMAGE);
    const layer = instructionsOf(run.view(), IMAGE)[0]!;
    expect(layer.text).toBe('FROM debian:12');
    expect(told(run, 'image.scanned')[1]!.data).toMatchObject({
      found: 1,
      advisories: [CVE],
      packages: ['openssl'],
      versions: ['3.0.11'],
      fixed: ['3.0.15'],
      layers: [run.view().get(layer.layer)!.context['digest']],
      instructions: ['FROM debian:12'],
    });
  });

  it('stays in what runs until that is replaced by what was rebuilt on the patched base', () => {
    const run = running(2);
    give(run, 'publish-fix', 'distribution/debian', { advisory: CVE });
    const before = imageDigestOf(run.view(), FIRST);
    give(run, 'move-tag', 'registry/hub', { tag: 'debian:12', version: 'debian:12.8' });
    give(run, 'build-image', IMAGE, { pull: true });
    wait(run, 120);
    expect(weak(run, IMAGE)).toEqual([]);
    expect([imageDigestOf(run.view(), FIRST), weak(run, FIRST)]).toEqual([before, ['openssl']]);
    give(run, 'replace-container', FIRST);
    wait(run, 2);
    expect(imageDigestOf(run.view(), FIRST)).toBe(run.view().get(IMAGE)!.context['digest']);
    expect([weak(run, FIRST), weak(run, 'container/search-2')]).toEqual([[], ['openssl']]);
  });

  it('is patched by hand in one container alone, and is back when that is replaced', () => {
    const run = running(2);
    expect(give(run, 'patch-container', FIRST, { package: 'openssl' })).toBe('no-fix');
    expect(give(run, 'patch-container', FIRST, { package: 'nginx' })).toBe('no-package');
    give(run, 'publish-fix', 'distribution/debian', { advisory: CVE });
    expect(give(run, 'patch-container', FIRST, { package: 'openssl' })).toBe('done');
    expect(told(run, 'container.patched')[0]!.data).toMatchObject({ from: '3.0.11', to: '3.0.15' });
    expect([weak(run, FIRST), weak(run, 'container/search-2'), weak(run, IMAGE)]).toEqual([
      [],
      ['openssl'],
      ['openssl'],
    ]);
    give(run, 'replace-container', FIRST);
    wait(run, 2);
    expect(weak(run, FIRST)).toEqual(['openssl']);
  });
});

describe('a container that was changed by hand', () => {
  it('can be kept as an image, and nobody can build that', () => {
    const run = running(1);
    give(run, 'write-file', FIRST, { path: '/app/search' });
    expect(give(run, 'commit-container', FIRST, { image: 'image/by-hand' })).toBe('done');
    const kept = run.view().get('image/by-hand')!;
    expect(kept.state).toBe('present');
    expect(instructionsOf(run.view(), kept.id).at(-1)?.text).toBe(`docker commit ${FIRST}`);
    expect(give(run, 'build-image', kept.id)).toBe('no-recipe');
    expect(give(run, 'push-image', kept.id)).toBe('done');
    wait(run, 60);
    expect(told(run, 'builder.pushed').at(-1)?.data).toMatchObject({ digest: kept.context['digest'] });
    expect(give(run, 'run-container', kept.id)).toBe('done');
  });
});
