// Builds in a world: step by step, from the cache or anew, and which digests come of it.
import { describe, expect, it } from 'vitest';
import {
  changesText,
  createRun,
  MEBIBYTE,
  SECOND,
  type BoxSpec,
  type Command,
  type Run,
} from '../../../../src/sim';
import {
  baseHub,
  built,
  builder,
  ci,
  debianArchive,
  recipe,
  repository,
  SEARCH,
} from '../../../fixtures/builds';
import { imageHost } from '../../../fixtures/images';

const IMAGE = 'image/search';
const MB = MEBIBYTE;

function world(
  changes: {
    recipe?: string;
    spec?: BoxSpec['spec'];
    more?: readonly BoxSpec[];
    disk?: BoxSpec['spec'];
  } = {},
): Run {
  const { recipe: text = SEARCH, spec, more = [], disk } = changes;
  const boxes = [
    ...imageHost([built(spec)], [], disk),
    repository({ recipe: recipe(text) }),
    builder(),
    debianArchive,
    baseHub(),
    ...more,
  ];
  return createRun({ id: 'builds', seed: 1, world: { boxes } });
}

function give(run: Run, name: string, target: string, args?: Command['args']): string {
  const outcome = run.do({ name, target, ...(args && { args }) });
  return outcome.done ? 'done' : outcome.refusal.code;
}

const wait = (run: Run, seconds: number) => run.seek(run.head + seconds * SECOND);
const told = (run: Run, name: string) => run.facts.slice(0).filter((fact) => fact.name === name);
const field = (run: Run, id: string, name: string) => run.view().get(id)!.context[name];

/** Builds, waits, and says under which digest. */
function build(run: Run, args?: Command['args'], image = IMAGE): string {
  expect(give(run, 'build-image', image, args)).toBe('done');
  wait(run, 120);
  return String(field(run, image, 'digest'));
}

const hits = (run: Run) => told(run, 'builder.built').at(-1)?.data?.['hits'];
const layers = (run: Run) => String(field(run, IMAGE, 'layers')).split(' ');
const error = (run: Run) => field(run, 'builder/docker', 'error');

describe('a build', () => {
  it('does a step for each instruction that makes files, in order', () => {
    const run = world();
    build(run);
    expect(told(run, 'builder.ran').map(({ data }) => [data?.['step'], data?.['text']])).toEqual([
      [1, 'FROM debian:12'],
      [2, 'RUN apt-get install -y libicu'],
      [3, 'WORKDIR /app'],
      [4, 'COPY search.c /app/search.c'],
      [5, 'RUN make search'],
    ]);
    expect(layers(run)).toHaveLength(5);
    expect(run.view().get(IMAGE)!.state).toBe('present');
    expect(run.view().get('disk/ssd')!.memory.charged).toBe((101 + 30 + 1 + 10) * MB);
  });

  it('makes what containers can be run of', () => {
    const run = world();
    build(run);
    expect(give(run, 'run-container', IMAGE)).toBe('done');
    wait(run, 2);
    expect(run.view().get('process/search-1')!.tags).toContain('serving');
  });
});

describe('the image of a machine', () => {
  const INSTALL_MS = 90_000;
  const machines = (text?: string) => {
    const spec = { makes: 'vm-image', osBytes: 100 * MB, osInstallMs: INSTALL_MS };
    const sources = repository(text === undefined ? {} : { recipe: recipe(text) });
    const boxes = [...imageHost([built()]), sources, builder(spec), debianArchive, baseHub()];
    return createRun({ id: 'machines', seed: 1, world: { boxes } });
  };
  /** How long each step took in which the OS was installed, whichever that is. */
  const installs = (run: Run) =>
    told(run, 'builder.running')
      .map(({ data }) => Number(data?.['stepMs']))
      .filter((ms) => ms >= INSTALL_MS);

  it('has its OS installed first, and every step done each time', () => {
    const run = machines();
    for (const times of [1, 2]) {
      build(run);
      wait(run, 60);
      const began = told(run, 'builder.running').filter(({ data }) => data?.['step'] === 1);
      expect(began).toHaveLength(times);
      expect(began.every(({ data }) => Number(data?.['stepMs']) >= INSTALL_MS)).toBe(true);
      expect(told(run, 'builder.cached')).toEqual([]);
      expect(told(run, 'builder.built')).toHaveLength(times);
      // What its steps wrote is inside the one disk that is left.
      const view = run.view();
      const stored = view.ofKind('layer').filter(({ tags }) => tags.includes('up'));
      expect(stored.map(({ context }) => context['digest'])).toEqual([
        view.get('image/search')!.context['layers'],
      ]);
    }
    expect(told(run, 'builder.built').map(({ data }) => data?.['layers'])).toEqual([1, 1]);
  });

  it.each([
    [
      'of several stages',
      `FROM debian:12 AS made\nRUN make search\nFROM debian:12\nCOPY --from=made /app /app\n`,
    ],
    ['without a base', `FROM scratch\nCOPY search.c /app/search.c\n`],
  ])('has its OS installed once for a Dockerfile %s', (_name, text) => {
    const run = machines(text);
    build(run);
    wait(run, 120);
    expect(told(run, 'builder.built')).toHaveLength(1);
    expect(installs(run)).toHaveLength(1);
    expect(installs(run)[0]).toBeLessThan(2 * INSTALL_MS);
  });

  it('has its OS installed for a Dockerfile in which nothing is done', () => {
    const run = machines(`FROM scratch\nCMD ["/search"]\n`);
    build(run);
    wait(run, 120);
    expect(told(run, 'builder.built')[0]!.at).toBeGreaterThan(INSTALL_MS * 1_000);
  });
});

describe('the cache', () => {
  it('gives the same digest, at once, when nothing changed', () => {
    const run = world();
    const first = build(run);
    const before = run.head;
    expect(build(run)).toBe(first);
    expect(hits(run)).toBe(5);
    const done = told(run, 'builder.built').at(-1)!;
    expect(done.at - before).toBeLessThan(SECOND);
  });

  it('is not asked with noCache: same files, other layers, another digest', () => {
    const run = world();
    const first = build(run);
    const before = layers(run);
    expect(build(run, { noCache: true })).not.toBe(first);
    const after = layers(run);
    expect(after.map((digest, at) => digest === before[at])).toEqual([true, false, false, true, false]);
  });

  it('holds up to the first step that changed, not after it', () => {
    const files = [{ path: '/search.c', bytes: MB, content: 'new' }];
    const other = createRun({
      id: 'builds',
      seed: 1,
      world: {
        boxes: [
          ...imageHost([built()]),
          repository({ changes: changesText({ edit: { files } }) }),
          builder(),
          debianArchive,
          baseHub(),
        ],
      },
    });
    build(other);
    expect(give(other, 'commit-change', 'repository/search', { change: 'edit' })).toBe('done');
    build(other);
    expect(told(other, 'builder.cached').map(({ data }) => data?.['step'])).toEqual([1, 2, 3]);
    expect(give(other, 'commit-change', 'repository/search', { change: 'edit' })).toBe('no-change');
  });

  it('has the same digest again with a pinned base and fixed time stamps', () => {
    const run = world();
    build(run);
    const pinned = String(told(run, 'builder.resolved')[0]!.data?.['digest']);
    const text = SEARCH.replace('debian:12', `debian@${pinned}`);
    const again = world({ recipe: text });
    const fixed = { epoch: 0, rewriteTimestamps: true, noCache: true };
    const first = build(again, fixed);
    expect(build(again, fixed)).toBe(first);
    const later = world({ recipe: text });
    wait(later, 3_000);
    give(later, 'move-tag', 'registry/hub', { tag: 'debian:12', version: 'debian:12.8' });
    expect(build(later, fixed)).toBe(first);
    expect(build(again, { epoch: 0, noCache: true })).not.toBe(first);
  });
});

it('the layers of an image that lost its name are noted, once, and none of the image that has it', () => {
  const run = world();
  build(run);
  const first = field(run, IMAGE, 'layers');
  build(run);
  expect(field(run, IMAGE, 'earlier')).toBe('');
  build(run, { noCache: true });
  expect(field(run, IMAGE, 'layers')).not.toBe(first);
  expect(field(run, IMAGE, 'earlier')).toBe(first);
});

describe('a base', () => {
  it('is asked for anew: a tag that moved gives another image', () => {
    const run = world();
    const first = build(run);
    give(run, 'move-tag', 'registry/hub', { tag: 'debian:12', version: 'debian:12.8' });
    expect(build(run)).not.toBe(first);
    expect(hits(run)).toBe(0);
  });
});

describe('a CI service', () => {
  it('builds each commit with an empty cache and pushes it', () => {
    const changes = changesText({ edit: { files: [{ path: '/search.c', bytes: MB, content: 'new' }] } });
    const run = createRun({
      id: 'builds',
      seed: 1,
      world: {
        boxes: [...imageHost([built()]), ...ci, repository({ changes }), debianArchive, baseHub()],
      },
    });
    wait(run, 10);
    expect(told(run, 'builder.started')).toEqual([]);
    give(run, 'commit-change', 'repository/search', { change: 'edit' });
    wait(run, 120);
    expect(told(run, 'builder.built').at(-1)?.data).toMatchObject({ hits: 0, reference: 'shop/search:1' });
    const pushed = told(run, 'builder.pushed').at(-1)!;
    expect(give(run, 'pull-image', IMAGE)).toBe('done');
    wait(run, 120);
    expect(field(run, IMAGE, 'digest')).toBe(pushed.data?.['digest']);
  });

  it('begins each build on a new machine: what the last one made stays behind, nobody removed it', () => {
    const one = { files: [{ path: '/search.c', bytes: MB, content: 'one' }] };
    const two = { files: [{ path: '/search.c', bytes: MB, content: 'two' }] };
    const changes = changesText({ one, two });
    const run = createRun({
      id: 'builds',
      seed: 1,
      world: {
        boxes: [...imageHost([built()]), ...ci, repository({ changes }), debianArchive, baseHub()],
      },
    });
    give(run, 'commit-change', 'repository/search', { change: 'one' });
    wait(run, 120);
    const made = run.view().get('image/ci-search')!.context['layers'];
    expect(told(run, 'image.left-behind')).toEqual([]);
    give(run, 'commit-change', 'repository/search', { change: 'two' });
    wait(run, 0.01);
    expect(told(run, 'image.left-behind').map(({ about }) => about)).toEqual(['image/ci-search']);
    expect(told(run, 'layer.left-behind')).toHaveLength(String(made).split(' ').length);
    expect([...told(run, 'image.removed'), ...told(run, 'layer.deleted')]).toEqual([]);
    expect(run.view().get('disk/ci')!.memory.charged).toBe(0);
    wait(run, 120);
    expect(told(run, 'builder.built')).toHaveLength(2);
  });
});

describe('two builders on one disk', () => {
  it('leave each other what the other builds', () => {
    const machine = { makes: 'vm-image', osBytes: 100 * MB, watches: 'repository/machine' };
    const image = { reference: 'shop/machine:1', repository: 'repository/machine' };
    const own = recipe('FROM debian:12\nCOPY search.c /app/search.c\n');
    const changes = changesText({ edit: { files: [{ path: '/search.c', bytes: MB, content: 'new' }] } });
    const boxes = [
      ...imageHost([built(), { ...built(image), name: 'machine' }]),
      repository(),
      { ...repository({ recipe: own, changes }), name: 'machine' },
      builder(),
      { ...builder(machine), name: 'packer' },
      debianArchive,
      baseHub(),
    ];
    const run = createRun({ id: 'builds', seed: 1, world: { boxes } });
    expect(give(run, 'build-image', IMAGE)).toBe('done');
    // The machine's image is done while the container's is being made.
    give(run, 'commit-change', 'repository/machine', { change: 'edit' });
    wait(run, 120);
    expect(told(run, 'builder.built').map(({ about }) => about)).toEqual([
      'builder/packer',
      'builder/docker',
    ]);
    const there = new Set(
      run
        .view()
        .ofKind('layer')
        .filter(({ tags }) => tags.includes('up'))
        .map(({ context }) => context['digest']),
    );
    expect(layers(run).filter((digest) => !there.has(digest))).toEqual([]);
  });
});

describe('what BuildKit refuses', () => {
  const failing: readonly (readonly [string, string])[] = [
    [
      'FROM debian:12\nRUNN make',
      'dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)',
    ],
    [
      'FROM debian:99',
      'debian:99: failed to resolve source metadata for docker.io/library/debian:99: docker.io/library/debian:99: not found',
    ],
    [
      'FROM debain',
      'debain: failed to resolve source metadata for docker.io/library/debain:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed (did you mean debian?)',
    ],
    ['FROM debian:12 AS a\nCOPY --from=a /usr /x', 'circular dependency detected on stage: a'],
    ['FROM debian:12\nCOPY nowhere /x', 'not found'],
    ['FROM debian:12\nRUN fails', 'process "/bin/sh -c fails" did not complete successfully: exit code: 2'],
  ];
  it.each(failing)('%j', (text, words) => {
    const run = world({ recipe: text });
    build(run);
    expect(error(run)).toContain(words);
    expect(String(error(run))).toMatch(/^failed to solve: /);
    expect([field(run, IMAGE, 'digest'), run.view().get('builder/docker')!.state]).toEqual(['', 'idle']);
  });
});
