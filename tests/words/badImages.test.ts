// What somebody reads who asks for what cannot be: the words of the real tool, the reason, what to do; and nothing is left
// half done.
import { describe, expect, it } from 'vitest';
import {
  contextText,
  createRun,
  MEBIBYTE,
  SECOND,
  type BoxSpec,
  type Command,
  type Run,
} from '../../src/sim';
import { FAILURE_CODES } from '../../src/sim/rooms/failure';
import { factSentence, refusalSentence } from '../../src/words';
import { baseHub, built, builder, debianArchive, recipe, repository } from '../fixtures/builds';
import { hub, image, imageHost } from '../fixtures/images';

const world = (...boxes: readonly BoxSpec[]) => createRun({ id: 'bad', seed: 1, world: { boxes } });
const wait = (run: Run, seconds: number) => run.seek(run.head + seconds * SECOND);

/** Why a command is refused, as a sentence; nothing of the world is another for it. */
function refused(run: Run, command: Command): string {
  const before = run.digest();
  const outcome = run.do(command);
  expect(run.digest()).toBe(before);
  return outcome.done ? '' : refusalSentence(outcome.refusal, command, run.view());
}

/** The last sentence about a fact of this name. */
function said(run: Run, name: string): string {
  const fact = run.facts.slice(0).findLast((each) => each.name === name);
  return fact === undefined ? '' : factSentence(fact, run.view());
}

const layers = (run: Run) => run.view().ofKind('layer').length;

describe('a Dockerfile', () => {
  const bad: readonly (readonly [what: string, text: string, says: string, remedy: string])[] = [
    [
      'with an unknown instruction',
      'FROM debian:12\nRUNN make',
      'unknown instruction: RUNN (did you mean RUN?)',
      'Mend that line, and build again.',
    ],
    [
      'with a base that is not there',
      'FROM debian:99',
      'docker.io/library/debian:99: not found',
      'Look at its name, and build again.',
    ],
    [
      'with a cycle',
      'FROM debian:12 AS a\nCOPY --from=b /x /x\nFROM debian:12 AS b\nCOPY --from=a /x /x',
      'circular dependency detected on stage: a',
      'Mend that line, and build again.',
    ],
  ];
  it.each(bad)('%s', (_what, text, says, remedy) => {
    const run = world(
      ...imageHost([built()]),
      repository({ recipe: recipe(text) }),
      builder(),
      debianArchive,
      baseHub(),
    );
    expect(run.do({ name: 'build-image', target: 'image/search' }).done).toBe(true);
    wait(run, 60);
    expect(said(run, 'builder.failed')).toContain(says);
    expect(said(run, 'builder.failed')).toContain(remedy);
    expect([run.view().get('image/search')!.context['digest'], layers(run)]).toEqual(['', 0]);
  });
});

describe('a pull', () => {
  const pulled = (run: Run) => {
    expect(run.do({ name: 'pull-image', target: 'image/search' }).done).toBe(true);
    return run;
  };

  it('of what does not match its digest', () => {
    const run = pulled(world(...imageHost([image('search')]), hub({ spoils: 'shop/search:1' })));
    wait(run, 60);
    expect(said(run, 'image.failed')).toMatch(
      /could not be pulled: "filesystem layer verification failed for digest sha256:\w{64}"\. It was thrown away: pull again\./,
    );
    expect(run.view().get('image/search')!.context['digest']).toBe('');
  });

  it('from a registry that stops in the middle', () => {
    const run = pulled(world(...imageHost([image('search')]), hub()));
    wait(run, 12);
    expect(run.do({ name: 'stop-registry', target: 'registry/hub' }).done).toBe(true);
    wait(run, 0.1);
    expect(said(run, 'image.retrying')).toMatch(/was cut; it goes on in 5 s/);
    wait(run, 100);
    expect(said(run, 'image.failed')).toContain(
      '"unexpected EOF". Wait until the registry answers, and pull again.',
    );
    expect(run.view().get('image/search')!.context['digest']).toBe('');
  });
});

describe('a build whose base', () => {
  it('comes from a registry that stops in the middle', () => {
    const run = world(...imageHost([built()]), repository(), builder(), debianArchive, baseHub());
    run.do({ name: 'build-image', target: 'image/search' });
    wait(run, 1);
    run.do({ name: 'stop-registry', target: 'registry/hub' });
    wait(run, 60);
    expect(said(run, 'builder.failed')).toContain(
      'unexpected EOF"; it is what it was before. Wait until the registry answers, and build again.',
    );
    expect([run.view().get('image/search')!.context['digest'], layers(run)]).toEqual(['', 0]);
  });
});

describe('what to do about a failure', () => {
  const shop = (text: string) =>
    world(
      ...imageHost([built()]),
      repository({ recipe: recipe(text), files: contextText([]) }),
      builder(),
      debianArchive,
      baseHub(),
    );
  const building = (run: Run) => {
    expect(run.do({ name: 'build-image', target: 'image/search' }).done).toBe(true);
    return run;
  };

  it.each(FAILURE_CODES)('is said where the reason is "%s"', (why) => {
    const fact = { seq: 1, at: 0, about: 'image/search', name: 'image.failed', because: null };
    const without = factSentence({ ...fact, data: { error: 'failed' } }, shop('FROM scratch').view());
    const text = factSentence({ ...fact, data: { error: 'failed', why } }, shop('FROM scratch').view());
    expect(text).toMatch(/^.+\. .+\.$/);
    expect(text.startsWith(without)).toBe(true);
  });

  it('goes by the reason, and not by the words of a file or a command', () => {
    const run = building(shop('FROM debian:12\nCOPY EOF-refused /app\n'));
    wait(run, 60);
    expect(said(run, 'builder.failed')).toMatch(
      /"\/?EOF-refused": not found".* Look at its name, and build again\.$/,
    );
  });

  it('names the runtime where that went away in the middle, and not the registry', () => {
    const run = building(shop('FROM debian:12\nRUN make search\n'));
    wait(run, 13);
    expect(run.do({ name: 'crash-runtime', target: 'runtime/docker' }).done).toBe(true);
    wait(run, 60);
    expect(said(run, 'builder.failed')).toMatch(
      /reading from server: EOF"; it is what it was before\. Start the runtime there again, and then build again\.$/,
    );
  });

  it('does not call a disk lost that works, where its host went away in the middle', () => {
    const run = building(shop('FROM debian:12\nRUN make search\n'));
    wait(run, 13);
    const host = run.view().ofKind('host')[0]!.id;
    expect(run.do({ name: 'pull-plug', target: host }).done).toBe(true);
    wait(run, 60);
    expect(said(run, 'builder.failed')).toContain('Start the runtime there again, and then build again.');
  });

  it('does not say of an image that it was not built when it was only not pushed', () => {
    const run = building(shop('FROM scratch\nWORKDIR /app\n'));
    wait(run, 60);
    run.do({ name: 'stop-registry', target: 'registry/hub' });
    expect(run.do({ name: 'push-image', target: 'image/search' }).done).toBe(true);
    wait(run, 60);
    expect(said(run, 'builder.failed')).toBe('');
    expect(said(run, 'builder.not-pushed')).toMatch(
      /could not be pushed: "failed to push .+refused"; the registry has what it had\. Wait until the registry answers, and push again\.$/,
    );
  });
});

describe('a limit', () => {
  const box: BoxSpec = {
    kind: 'container',
    name: 'a',
    spec: { start: 'off' },
    holds: [
      { kind: 'process', name: 'a', spec: { service: 'a', start: 'off', memoryBytes: 200 * MEBIBYTE } },
    ],
  };
  const host: BoxSpec = {
    kind: 'host',
    name: 'host-a',
    holds: [{ kind: 'kernel', name: 'host-a', holds: [{ kind: 'runtime', name: 'docker' }, box] }],
  };
  const set = (name: string, args: Command['args']): Command => ({
    name,
    target: 'container/a',
    args: args!,
  });

  it('of CPU under a millisecond, which is none where it is 0', () => {
    const run = world(host);
    expect(refused(run, set('set-cpu-max', { quotaMicros: 999 }))).toMatch(
      /^CPU cfs quota can not be less than 1ms \(i\.e\. 1000\)\. Ask for .*0: no quota\.$/,
    );
    expect(run.do(set('set-cpu-max', { quotaMicros: 0 })).done).toBe(true);
    expect(run.view().get('container/a')!.context['cpuLimitMicro']).toBe(0);
  });

  it('of memory under what Docker takes', () => {
    expect(refused(world(host), set('set-memory-max', { bytes: MEBIBYTE }))).toMatch(
      /^Minimum memory limit allowed is 6MB\. Ask for 6 MiB at least, or for 0: no limit\.$/,
    );
  });

  it('of memory under what the program needs to start', () => {
    const run = world(host);
    run.do(set('set-memory-max', { bytes: 100 * MEBIBYTE }));
    run.do({ name: 'start-container', target: 'container/a' });
    wait(run, 2);
    expect(said(run, 'kernel.out-of-memory')).toBe(
      'The container of a on host-a has no memory left of its 100 MiB: the kernel of host-a ends a on host-a. Give it a higher limit, or a program that takes less.',
    );
    // The limit that was hit is its container's: the host may have plenty.
    expect(said(run, 'process.oom-killed')).toBe(
      'A on host-a was OOM killed: the kernel of host-a chose it.',
    );
    expect(said(run, 'container.exited')).toMatch(/137|OOM killed/);
    expect(run.view().get('host/host-a')!.memory.charged).toBe(
      world(host).view().get('host/host-a')!.memory.charged,
    );
  });
});

describe('an image', () => {
  const running = () => {
    const run = world(...imageHost([image('search', { pulled: true }), image('cart')]), hub());
    run.do({ name: 'run-container', target: 'image/search' });
    wait(run, 2);
    return run;
  };

  it('that a container uses is not deleted, in the words of docker rmi', () => {
    expect(refused(running(), { name: 'remove-image', target: 'image/search' })).toMatch(
      /^Conflict: unable to remove repository reference "shop\/search:1" \(must force\) - the container of search 1.* is using its referenced image [0-9a-f]{12}\. Remove that container first/,
    );
  });

  it('that is not there is not run: docker run ends with 125', () => {
    expect(refused(running(), { name: 'run-container', target: 'image/cart' })).toBe(
      'Error response from daemon: No such image: shop/cart:1 (exit code 125: Docker itself could start nothing). Pull it or build it first.',
    );
    expect(refused(running(), { name: 'remove-image', target: 'image/cart' })).toBe(
      'Error response from daemon: No such image: shop/cart:1. Pull it or build it first.',
    );
  });

  it('leaves a removed container nowhere, and says so', () => {
    const run = running();
    const remove: Command = { name: 'remove-container', target: 'container/search-1' };
    expect(run.do(remove).done).toBe(true);
    expect(refused(run, remove)).toMatch(/is on no host: choose where it shall stand, or run another one\.$/);
  });

  it('that is not there is missed in other words by a scanner, and by another runtime than Docker', () => {
    const none = 'There is no image shop/cart:1 here. Pull it or build it first.';
    expect(refused(running(), { name: 'scan-image', target: 'image/cart' })).toBe(none);
    const runtime = { kind: 'runtime', name: 'containerd', spec: { product: 'containerd' } };
    const kernel = { kind: 'kernel', name: 'host-b', holds: [runtime] };
    const run = world(
      { kind: 'host', name: 'host-b', holds: [kernel] },
      { kind: 'disk', name: 'ssd', spec: { host: 'host/host-b' }, holds: [image('cart')] },
      hub(),
    );
    for (const name of ['run-container', 'remove-image'])
      expect(refused(run, { name, target: 'image/cart' })).toBe(none);
  });

  it('is not run without a daemon either: 125, and the daemon is named', () => {
    const run = running();
    run.do({ name: 'crash-runtime', target: 'runtime/docker' });
    expect(refused(run, { name: 'run-container', target: 'image/search' })).toMatch(
      /^The runtime on host-b is down.*\(exit code 125: Docker itself could start nothing\)\.$/,
    );
  });
});

it('a file that is looked for is found so many layers below, or not at all', () => {
  const run = world(...imageHost([image('search', { pulled: true })]), hub());
  run.do({ name: 'run-container', target: 'image/search' });
  wait(run, 2);
  const look = (path: string) => {
    run.do({ name: 'look-for-file', target: 'container/search-1', args: { path } });
    return said(run, 'container.looked-for');
  };
  expect(look('/nowhere')).toBe('Search 1 looked for /nowhere: there is no such file.');
  expect(look('/app/search')).toMatch(/found \/app\/search in its image, \d layers? below its own layer\.$/);
});
