// No fact, refusal, command or state of the model is without words.
import { describe, expect, it } from 'vitest';
import { messages } from '../../src/i18n';
import { commandLabel, factSentence, refusalSentence, stateWord } from '../../src/words';
import { stillWorld, twoHosts } from './stillWorld';

const factNames = [
  'scenario.started',
  ...['lost-power', 'powered-on', 'started'].map((verb) => `host.${verb}`),
  ...['crashed', 'fell', 'booting', 'up', 'rebooting'].map((verb) => `hypervisor.${verb}`),
  ...['starting', 'up', 'stopped', 'crashed', 'fell', 'refused'].map((verb) => `vm.${verb}`),
  ...['booting', 'up', 'panicked', 'fell', 'rebooting'].map((verb) => `kernel.${verb}`),
  ...['starting', 'up', 'exited', 'fell', 'suffering', 'recovered', 'waiting', 'given-up'].map(
    (verb) => `process.${verb}`,
  ),
  ...['oom-killed', 'stopped'].map((verb) => `process.${verb}`),
  ...['starting', 'up', 'crashed', 'stopped', 'fell', 'waiting', 'given-up'].map((verb) => `runtime.${verb}`),
  ...[
    'placed',
    'removed',
    'starting',
    'running',
    'exited',
    'stopped',
    'fell',
    'backing-off',
    'left-alone',
  ].map((verb) => `container.${verb}`),
];
const commandNames = [
  'power-on',
  'pull-plug',
  'crash-hypervisor',
  'start-hypervisor',
  'set-restart-on-crash',
  'start-vm',
  'stop-vm',
  'crash-vm',
  'set-on-crash',
  'set-start-at-boot',
  'panic-kernel',
  'set-reboot-on-panic',
  'kill-process',
  'stop-process',
  'start-process',
  'set-restart',
  'set-demand',
  'use-memory',
  'crash-runtime',
  'stop-runtime',
  'start-runtime',
  'set-live-restore',
  'start-container',
  'stop-container',
  'set-restart-policy',
  'place-container',
  'remove-container',
];
const refusalCodes = [
  'unknown-command',
  'unknown-target',
  'wrong-kind',
  'bad-argument',
  'not-allowed',
  'already-down',
  'already-up',
  'not-up',
  'floor-down',
  'no-runtime',
  'runtime-down',
  'no-memory',
  'not-placed',
  'already-placed',
  'past',
];

const view = stillWorld(twoHosts);
const targets: Record<string, string> = {
  scenario: '',
  host: 'host/host-b',
  hypervisor: 'hypervisor/xen-a',
  vm: 'vm/vm-2',
  kernel: 'kernel/vm-2',
  process: 'process/b-cart-1',
  runtime: 'runtime/docker-b',
  container: 'container/b-cart-1',
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

  it.each(commandNames)('%s is a button, a command given and a fault', (name) => {
    const target = 'process/b-cart-1';
    const label = commandLabel({ name, target, args: { on: true, cpuMicro: 500_000, bytes: 1024 } }, view);
    expect(label).toMatch(/^\p{Lu}[^.]+$/u);
    expect(label).not.toMatch(BROKEN);
    for (const given of ['command', 'fault']) {
      const data = { on: true, cpuMicro: 500_000, bytes: 1024 };
      const said = factSentence(
        { seq: 1, at: 0, about: target, name: `${given}.${name}`, because: null, data },
        view,
      );
      expect(said).toMatch(given === 'command' ? /^You / : /^The scenario /);
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
    expect(messages.refusals).toHaveProperty(code);
  });

  it('has words for nothing that the model does not know', () => {
    expect(Object.keys(messages.facts).filter((name) => !factNames.includes(name))).toEqual([]);
    expect(Object.keys(messages.marks).filter((name) => !factNames.includes(name))).toEqual([]);
    expect(Object.keys(messages.commands).filter((name) => !commandNames.includes(name))).toEqual([]);
    expect(Object.keys(messages.refusals).filter((code) => !refusalCodes.includes(code))).toEqual([]);
  });

  it('never shows the name of a state as it stands in the chart', () => {
    const states = ['lost', 'fallen', 'given-up', 'backing-off', 'firmware', 'running.suffering'];
    const said = states.map((state) => stateWord({ ...view.entities[0]!, state }));
    expect(said).toEqual([
      'no power',
      'fell',
      'given up',
      'waiting to restart',
      'running its firmware',
      'slower',
    ]);
  });
});
