// One phrase for each command: on a button, after it was given, and when the scenario itself gives it.
import { ownNamespaces } from './isolation';
import { amount, exactMemory, memory, osPath, seconds, sentence, word, type Parts } from './parts';
import { format } from './format';
import { limitObjects, threadObject } from './limits';

/** What a command's phrases are made from. */
export interface Asked {
  /** The target as `the runtime on host-b`. */
  readonly box: string;
  /** Where the target is, as `VM 2`; a kernel is addressed by its place. */
  readonly place: string;
  /** The host that the target is on, as `host-b`. */
  readonly host: string;
  /** What the target carries: a container's copy, as `cart 1`. */
  readonly inside: string;
  /** Another box of the arguments: where a container is placed, what is shipped. */
  readonly other: string;
  /** Where something goes, if the arguments say so beside another box. */
  readonly to: string;
  /** A volume that is mounted into it, or empty. */
  readonly volume: string;
  readonly args: Parts;
}

/** A command in its three forms. */
export interface Phrase {
  /** On a button: "Send a kernel panic to VM 2". */
  readonly label: (asked: Asked) => string;
  /** As a fact: "You sent a kernel panic to VM 2." */
  readonly you: (asked: Asked) => string;
  /** As a fault of the scenario, which nobody in front of the page gave. */
  readonly fault: (asked: Asked) => string;
}

/** Builds the three forms from the verb and what follows it. */
export function act(verb: string, past: string, object: (asked: Asked) => string): Phrase {
  return {
    label: (asked) => sentence(`${verb} ${object(asked)}`),
    you: (asked) => `You ${past} ${object(asked)}.`,
    fault: (asked) => `Somebody ${past} ${object(asked)}.`,
  };
}

const tell = (object: (asked: Asked) => string) => act('tell', 'told', object);
const CORES = { one: 'core', other: 'cores' };
const cores = (micro: number) => format.cores(micro, CORES);
const onOff = (args: Parts) => (args['on'] === true ? 'on' : 'off');
const never = (args: Parts) => !args['seconds'];

const VCPUS = { one: 'virtual CPU', other: 'virtual CPUs' };
const count = (args: Parts, key: string, forms: typeof VCPUS) => format.counted(amount(args, key), forms);
/** `, by post-copy`: how a guest is moved, where that is not the usual way. */
const by = (args: Parts) =>
  ['', 'pre-copy'].includes(word(args, 'mode')) ? '' : `, by ${word(args, 'mode')}`;
const given = (args: Parts, key: string) => word(args, key) || 'another value';

/** `its own hostname (uts namespace)`, and that a program is started anew for it. */
const ownNamespace = (args: Parts, kind: string) => {
  const again = /^(pid|time)$/.test(word(args, 'namespace')) ? ' by a new start' : '';
  return `${ownNamespaces[word(args, 'namespace')] ?? 'its own'} (${given(args, 'namespace')}${kind})${again}`;
};

/** Phrases by the command's name. */
export const commands: Readonly<Record<string, Phrase>> = {
  'power-on': act('power on', 'powered on', ({ box }) => box),
  'pull-plug': act('pull', 'pulled', ({ box }) => `the plug of ${box}`),
  'shut-down': act('shut down', 'shut down', ({ box }) => box),
  'crash-hypervisor': act('crash', 'crashed', ({ box }) => box),
  'start-hypervisor': act('start', 'started', ({ box }) => box),
  'set-restart-on-crash': tell(({ box, args }) =>
    never(args)
      ? `${box} to stay down after a crash`
      : `${box} to restart ${seconds(args, 'seconds')} after a crash`,
  ),
  'start-vm': act('start', 'started', ({ box }) => box),
  'stop-vm': act('switch off', 'switched off', ({ box }) => box),
  'crash-vm': act('crash', 'crashed', ({ box }) => box),
  'set-on-crash': act(
    'set',
    'set',
    ({ box, args }) => `the on-crash action of ${box} to ${given(args, 'action')}`,
  ),
  'set-start-at-boot': act('switch', 'switched', ({ box, args }) => `start at boot of ${box} ${onOff(args)}`),
  'set-vm-memory': act('give', 'gave', ({ box, args }) => `${memory(args, 'bytes')} of memory to ${box}`),
  'migrate-vm': act(
    'move',
    'began to move',
    ({ box, other, args }) => `${box} to ${other} while it runs${by(args)}`,
  ),
  'cancel-migration': act('call off', 'called off', ({ box }) => `the migration of ${box}`),
  'set-migration-mode': act(
    'go on with',
    'went on with',
    ({ box, args }) => `${given(args, 'mode')} in the migration of ${box}`,
  ),
  'set-dirty-rate': act('let', 'let', ({ box, args }) => `${box} write ${memory(args, 'bytes')} in a second`),
  'move-vm': act('move', 'moved', ({ box, other }) => `${box} to ${other} while it is off (cold migration)`),
  'break-disk': act('break', 'broke', ({ box }) => box),
  'take-snapshot': act('take', 'took', ({ box, args }) =>
    args['memory'] === true ? `a snapshot of ${box} with its memory` : `a snapshot of the disk of ${box}`,
  ),
  'roll-back': act('roll', 'rolled', ({ box, other }) => `${box} back to ${other || 'a snapshot'}`),
  'delete-snapshot': act('delete', 'deleted', ({ box, other }) => other || `a snapshot of ${box}`),
  'clone-vm': act('clone', 'cloned', ({ box, args }) =>
    args['kind'] === 'linked'
      ? `${box}, linked: over the same disk`
      : `${box} in full, with a disk of its own`,
  ),
  'back-up': act('back', 'backed', ({ box, other }) => `${box} up to ${other || 'another disk'}`),
  restore: act(
    'restore',
    'restored',
    ({ box, other, to }) => `${box} from ${other || 'its backup'} to ${to || 'a disk'}`,
  ),
  'upgrade-guest': act('upgrade', 'upgraded', ({ box }) => `the guest OS of ${box}`),
  'resume-vm': act('let', 'let', ({ box }) => `${box} go on`),
  'set-overcommit': tell(({ box, args }) =>
    args['on'] === true
      ? `${box} to give memory only as it is touched`
      : `${box} to reserve all memory beforehand`,
  ),
  'set-page-sharing': tell(({ box, args }) =>
    amount(args, 'pages') === 0
      ? `${box} to look for no equal pages`
      : `${box} to look at ${format.number(amount(args, 'pages'))} pages for equal ones, again and again`,
  ),
  'set-balloon': act('switch', 'switched', ({ box, args }) => `the balloon of ${box} ${onOff(args)}`),
  'set-vcpus': act('give', 'gave', ({ box, args }) => `${count(args, 'vcpus', VCPUS)} to ${box}`),
  'set-weight': act(
    'set',
    'set',
    ({ box, args }) => `the weight of ${box} to ${format.number(amount(args, 'weight'))}`,
  ),
  'set-cpu-cap': act('set', 'set', ({ box, args }) =>
    amount(args, 'percent') === 0
      ? `no cap on the CPU of ${box}`
      : `a cap of ${format.number(amount(args, 'percent'))}% of a core on ${box}`,
  ),
  'panic-kernel': act('send', 'sent', ({ place }) => `a kernel panic to ${place}`),
  'set-reboot-on-panic': tell(({ place, args }) =>
    never(args)
      ? `the kernel of ${place} to stay down after a panic`
      : `the kernel of ${place} to reboot ${seconds(args, 'seconds')} after a panic`,
  ),
  'kill-process': act('kill', 'killed', ({ box }) => box),
  'stop-process': act('stop', 'stopped', ({ box }) => box),
  'start-process': act('start', 'started', ({ box }) => box),
  'set-restart': act(
    'set',
    'set',
    ({ box, args }) => `the restart setting of ${box} to ${given(args, 'policy')}`,
  ),
  'set-demand': act(
    'set',
    'set',
    ({ box, args }) => `the load of ${box} to ${cores(Number(args['cpuMicro']))}`,
  ),
  'use-memory': act('let', 'let', ({ box, args }) => `${box} ask for ${exactMemory(args, 'bytes')}`),
  'set-threads': act('let', 'let', threadObject),
  ...Object.fromEntries(
    Object.entries(limitObjects).map(([name, object]) => [name, act('set', 'set', object)]),
  ),
  'crash-runtime': act('crash', 'crashed', ({ box }) => box),
  'stop-runtime': act('stop', 'stopped', ({ box }) => box),
  'start-runtime': act('start', 'started', ({ box }) => box),
  'set-live-restore': act('switch', 'switched', ({ box, args }) => `live-restore of ${box} ${onOff(args)}`),
  'start-container': act('start', 'started', ({ box }) => box),
  'stop-container': act('stop', 'stopped', ({ box }) => box),
  'set-restart-policy': act(
    'set',
    'set',
    ({ box, args }) => `the restart policy of ${box} to ${given(args, 'policy')}`,
  ),
  'place-container': act('place', 'placed', ({ inside, other }) => `${inside} in ${other}`),
  'deploy-build': act('deploy', 'deployed', ({ box }) => box),
  'install-library': act('install', 'installed', ({ other, place }) => `${other || 'it'} on ${place}`),
  'deploy-vm-image': act(
    'ship',
    'shipped',
    ({ other, host }) => `the whole machine ${other || 'it'} to ${host}`,
  ),
  'run-image': act('run', 'ran', ({ other, place }) => `the image ${other || 'it'} on ${place}`),
  'grant-permission': act(
    'let',
    'let',
    ({ place, args }) =>
      `everybody ${args['mode'] === '755' ? 'read and run' : 'read'} ${osPath(given(args, 'path'))} on ${place}`,
  ),
  'open-firewall': act('let', 'let', ({ box, other }) => `${other || 'it'} through the firewall of ${box}`),
  'close-firewall': act('close', 'closed', ({ box }) => `the firewall of ${box}`),
  unshare: {
    ...act('give', 'gave', ({ box, args }) => `${box} ${ownNamespace(args, ' namespace')}`),
    // Eight of them stand beside each other, under the name of the box and its host.
    label: ({ inside, args }) => sentence(`give ${inside} ${ownNamespace(args, '')}`),
  },
  'limit-process': act(
    'limit',
    'limited',
    ({ box, args }) =>
      `the CPU of ${box} to ${amount(args, 'cpuMicro') === 0 ? 'all there is' : cores(amount(args, 'cpuMicro'))}`,
  ),
  'remove-container': act('remove', 'removed', ({ box }) => box),
};
