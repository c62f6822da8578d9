// No fact, refusal, command or state of the model is without words.
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, FACT_NAMES, REFUSAL_CODES } from '../../src/sim';
import { isBreak } from '../../src/layout/timeline/weight';
import { model } from '../../src/sim/model';
import { messages } from '../../src/i18n';
import { markMessages } from '../../src/i18n/marks';
import { sentences } from '../../src/i18n/sentences';
import { commandLabel, factSentence, refusalSentence, stateWord } from '../../src/words';
import { stillWorld, twoHosts } from './stillWorld';

/** Told by every command and fault; their words are the command's. */
const isGiven = (name: string) => /^(command|fault)\./.test(name);
const factNames = FACT_NAMES.filter((name) => !isGiven(name));
/** Refusals that do not come from the model: of a lesson, and of playback when the engine gives up. */
const OUTSIDE = ['not-allowed', 'livelock', 'engine'];
const refusalCodes = [...REFUSAL_CODES, ...OUTSIDE];
/** Values for every argument that a command may have. */
const args = {
  on: true,
  seconds: 10,
  action: 'restart',
  policy: 'always',
  cpuMicro: 500_000,
  bytes: 1024,
  vcpus: 4,
  weight: 512,
  percent: 50,
  pages: 100,
  to: 'hypervisor/xen-a',
  mode: 'post-copy',
  kernel: 'kernel/vm-2',
  build: 'process/b-cart-1',
  package: 'process/b-cart-1',
  image: 'process/b-cart-1',
  from: 'host/host-b',
  path: 'settings',
  memory: true,
  kind: 'linked',
  namespace: 'pid',
  snapshot: 'vdisk/vm-2-1',
  backup: 'vdisk/vm-2-1',
  quotaMicros: 50_000,
  periodMicros: 100_000,
  adjustment: 500,
  threads: 4,
  copies: 10,
  volume: 'volume/orders',
  tag: 'shop:1',
  version: 'shop:2',
  change: 'one line',
  advisory: 'CVE-2024-5535',
  noCache: true,
};

/** Of a package that is patched, the name alone. */
const argsOf = (name: string) => (name === 'patch-container' ? { ...args, package: 'openssl' } : args);

/** Keys of the states at the ends of a chart, without those that are left at once. */
function leavesOf(node: StateNode): string[] {
  const below = Object.values(node.states);
  return below.length === 0 ? [node.key] : below.flatMap(leavesOf).filter((key) => !PASSING.includes(key));
}

/** States that are left in the instant in which they are entered. */
const PASSING = ['placed', 'oom-killed', 'unpacking', 'choosing', 'ended', 'cut', 'exported', 'preparing'];

interface StateNode {
  readonly key: string;
  readonly states: Readonly<Record<string, StateNode>>;
}

const view = stillWorld([
  ...twoHosts,
  { id: 'monitor/shim-1', on: 'kernel/host-b' },
  { id: 'disk/ssd-a' },
  { id: 'vdisk/vm-2-1', on: 'disk/ssd-a', context: { use: 'snapshot' } },
  { id: 'image/search', on: 'disk/ssd-a' },
  { id: 'layer/0123456789ab', on: 'disk/ssd-a' },
  { id: 'volume/orders', on: 'disk/ssd-a' },
  { id: 'registry/hub' },
  { id: 'healthcheck/search' },
  { id: 'repository/shop' },
  { id: 'builder/docker' },
  { id: 'distribution/debian' },
]);
const targets: Record<string, string> = {
  scenario: '',
  host: 'host/host-b',
  hypervisor: 'hypervisor/xen-a',
  vm: 'vm/vm-2',
  kernel: 'kernel/vm-2',
  process: 'process/b-cart-1',
  runtime: 'runtime/docker-b',
  monitor: 'monitor/shim-1',
  healthcheck: 'healthcheck/search',
  container: 'container/b-cart-1',
  disk: 'disk/ssd-a',
  vdisk: 'vdisk/vm-2-1',
  artifact: 'image/search',
  image: 'image/search',
  layer: 'layer/0123456789ab',
  volume: 'volume/orders',
  registry: 'registry/hub',
  repository: 'repository/shop',
  builder: 'builder/docker',
  distribution: 'distribution/debian',
};

/** A whole sentence: words, one full stop, no id, no missing piece. */
const SENTENCE = /^[\p{L}\d"][^\n]*[^\s.]\.$/u;
const BROKEN = /undefined|NaN|null|\/|\s{2}|\(\)|\[object/;

describe('every name of the model', () => {
  it.each(factNames)('%s is a sentence', (name) => {
    const about = targets[name.split('.')[0] ?? ''] ?? '';
    const said = factSentence({ seq: 1, at: 0, about, name, because: 0 }, view);
    expect(said).toMatch(SENTENCE);
    expect(said).not.toMatch(BROKEN);
  });

  it('every command has words for its mark on the timeline, and no mark is of a command that is not', () => {
    expect(Object.keys(markMessages.acts).sort()).toEqual([...COMMAND_NAMES].sort());
  });

  it('every command, and every fact that has a mark, has a noun for several of them', () => {
    const marked = [...Object.keys(sentences.marks), ...FACT_NAMES.filter(isBreak)];
    const verbs = [...COMMAND_NAMES, ...marked.map((name) => name.slice(name.indexOf('.') + 1))];
    expect(verbs.filter((verb) => !(markMessages.kind(verb) as unknown))).toEqual([]);
  });

  it.each(COMMAND_NAMES)('%s is a button, a command given and a fault', (name) => {
    const target = 'process/b-cart-1';
    const label = commandLabel({ name, target, args: argsOf(name) }, view);
    expect(label).toMatch(/^\p{L}(?:[^.]|\.\d)+$/u);
    expect(label).not.toBe(name);
    expect(label).not.toMatch(BROKEN);
    for (const given of ['command', 'fault']) {
      const fact = {
        seq: 1,
        at: 0,
        about: target,
        name: `${given}.${name}`,
        because: null,
        data: argsOf(name),
      };
      const said = factSentence(fact, view);
      expect(said).toMatch(given === 'command' ? /^You / : /^Somebody /);
      expect(said).not.toMatch(BROKEN);
    }
  });

  it.each(refusalCodes)('%s says why not', (code) => {
    const data = {
      target: 'cart-9',
      argument: 'seconds',
      wanted: 'a whole number',
      floor: 'kernel/vm-2',
      runtime: 'runtime/docker-b',
      where: 'host/host-b',
    };
    const said = refusalSentence({ code, data }, { name: 'kill-process', target: 'process/b-cart-1' }, view);
    expect(said).toMatch(SENTENCE);
    expect(said).not.toMatch(BROKEN);
    expect(sentences.refusals).toHaveProperty(code);
  });

  it('has words for nothing that the model does not know', () => {
    expect(Object.keys(sentences.facts).filter((name) => !factNames.includes(name))).toEqual([]);
    expect(Object.keys(sentences.marks).filter((name) => !factNames.includes(name))).toEqual([]);
    expect(Object.keys(sentences.commands).filter((name) => !COMMAND_NAMES.includes(name))).toEqual([]);
    expect(Object.keys(sentences.refusals).filter((code) => !refusalCodes.includes(code))).toEqual([]);
  });

  const leaves = [...new Set(model.kinds.flatMap(({ machine }) => leavesOf(machine.root)))];
  it.each(leaves)('the state %s has a word', (leaf) => {
    expect(messages.states.words).toHaveProperty(leaf);
    const entity = view.get('process/b-cart-1');
    expect(entity && stateWord({ ...entity, state: leaf, tags: [] }, view)).not.toBe('');
  });
});
