// The worlds of lesson 1: a build that leaves the laptop on which it runs, in four ways.
import type { LessonScenario } from '../../src/lesson/format';
import { SECOND, type BoxSpec, type TimedCommand } from '../../src/sim';
import * as is from './machines';
import { artifacts, copy, docker, files, filesystem, machine } from './machines';

const DATABASE = 'process/database';
const cart = copy('cart-a', 'cart', files.cart.path);
const searchOn = (name: string, start: 'up' | 'off', needs: readonly string[] = []): BoxSpec => ({
  ...copy(name, 'search', files.search.path, { start }),
  needs,
});
const laptop = machine('laptop', 'linux', [searchOn('search-laptop', 'up')]);
const laptopFiles = filesystem('laptop', [...files.laptop, files.search]);
const older = (...more: readonly (typeof files.cart)[]) => filesystem('server-a', [...files.older, ...more]);

/** The same from a server beside the others, not from the laptop. */
const nearby = (box: BoxSpec): BoxSpec => ({ ...box, spec: { ...box.spec, from: null } });

const give = (seconds: number, name: string, target: string, args = {}): TimedCommand => ({
  at: seconds * SECOND,
  command: { name, target, args },
});

/** Seed, worlds, commands and moments. */
export const scenario: LessonScenario = {
  seed: 1,
  worlds: {
    'three-machines': {
      boxes: [
        laptop,
        machine('server-a', 'linux', [searchOn('search-a', 'off')]),
        machine('server-b', 'windows', [
          { ...copy('buy-b', 'buy', files.windowsJar.path, { start: 'off' }), needs: [DATABASE] },
        ]),
        is.database,
        laptopFiles,
        older(),
        filesystem('server-b', files.windows),
        artifacts.search,
        artifacts.buy,
      ],
    },
    'one-server': {
      boxes: [
        machine('laptop', 'linux', []),
        machine('server-a', 'linux', [cart, searchOn('search-a', 'off')]),
        older(files.cart),
        artifacts.search,
        artifacts.library,
      ],
    },
    boxes: {
      boxes: [
        machine('laptop', 'linux', [], 6),
        machine('server-a', 'linux', [cart, docker('docker-a'), is.searchContainer('box-a')], 6),
        machine(
          'server-b',
          'windows',
          [docker('docker-b'), is.searchContainer('box-b'), is.virtualBox('appliance')],
          6,
        ),
        older(files.cart),
        ...['server-b', 'box-a', 'box-b', 'appliance'].map((name) => filesystem(name, [])),
        artifacts.image,
        artifacts.appliance,
      ],
    },
    'another-cpu': {
      boxes: [
        machine('server-a', 'linux', [docker('docker-a'), is.searchContainer('box-a')]),
        older(),
        filesystem('box-a', []),
        nearby(artifacts.armImage),
        nearby(artifacts.bothImages),
      ],
    },
    'behind-a-firewall': {
      boxes: [
        machine('server-a', 'linux', [
          searchOn('search-a', 'off', [DATABASE]),
          docker('docker-a'),
          is.searchContainer('box-a', [DATABASE]),
          is.virtualBox('appliance', [DATABASE]),
        ]),
        is.database,
        older(),
        ...['box-a', 'appliance'].map((name) => filesystem(name, [])),
        nearby(artifacts.search),
        artifacts.library,
        nearby(artifacts.image),
        nearby(artifacts.appliance),
      ],
      faults: [
        give(1, 'deploy-vm-image', 'vm/appliance', { image: 'artifact/search-appliance' }),
        give(1, 'deploy-build', 'process/search-a', { build: 'artifact/search-build' }),
        give(3, 'install-library', 'kernel/server-a', { package: 'artifact/libshop-2.0' }),
        give(4, 'start-process', 'process/search-a'),
        give(5, 'run-image', 'container/box-a', { image: 'artifact/search-image' }),
      ],
    },
  },
  commands: [
    'deploy-build',
    'install-library',
    'grant-permission',
    'open-firewall',
    'deploy-vm-image',
    'run-image',
    'stop-container',
    'start-process',
    'stop-process',
  ],
  moments: [
    {
      id: 'not-found-there',
      sentence: 'search does not start on server-a',
      when: ({ name, about }) => name === 'process.not-loaded' && about === 'process/search-a',
    },
    {
      id: 'replaced',
      sentence: 'The new library takes the place of the old one',
      when: ({ name }) => name === 'filesystem.replaced',
    },
    {
      id: 'refused',
      sentence: 'server-b does not take the image',
      when: ({ name }) => name === 'artifact.refused',
    },
    {
      id: 'cart-again',
      sentence: 'cart is started again on server-a',
      when: ({ name, about }) => name === 'process.not-loaded' && about === 'process/cart-a',
    },
    {
      id: 'wrong-cpu',
      sentence: 'The image is there, and its program ends at once',
      when: ({ name, about }) => name === 'process.not-loaded' && about === 'process/box-a-search',
    },
  ],
};
