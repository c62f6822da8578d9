// What the step about VMs that run looks for: memory that is added, virtual CPUs, a cap.
import type { Check, CheckResult, Figure, LessonChecks, Played } from '../../src/lesson/format';
import { copiesOf, firstFact, is, lacks, passed, standsOn } from '../../src/lesson/reading';
import { CORE, GIBIBYTE, type Entity, type WorldView } from '../../src/sim';

const HOST = 'host/host-a';
const VM_1 = 'vm/vm-1';
/** What the tasks ask for. */
const WANTED = { vcpus: 4, bytes: 4 * GIBIBYTE, capPercent: 100 };

const field = (world: WorldView, box: string, name: string) => Number(world.get(box)?.context[name] ?? 0);
const cores = (micro: number) => {
  const count = Number((micro / CORE).toFixed(2));
  return `${count} ${count === 1 ? 'core' : 'cores'}`;
};

const serves = (world: WorldView, vm: string) =>
  copiesOf(world).some(({ id }) => standsOn(world, id, vm) && is(world, id, 'serving'));

/** VMs that were given more memory while they ran. */
const grownHot = ({ world, facts }: Played) =>
  world.ofKind('vm').filter(({ id }) => firstFact(facts, 'vm.resized', id) !== null);

function larger(played: Played): CheckResult {
  const { world } = played;
  const vms = world.ofKind('vm');
  const small = vms.filter(({ id }) => field(world, id, 'memoryBytes') < WANTED.bytes);
  if (small.length > 0) return lacks(`VMs that have less: ${small.length}.`);
  if (grownHot(played).length === 0)
    return lacks('Both got it while they were off. One can have it while it runs.');
  const waiting = vms.filter(({ id }) => !serves(world, id));
  return waiting.length === 0 ? passed : lacks(`VMs that do not serve yet: ${waiting.length}.`);
}

/** Whether a VM could be given more while it runs: it was started with a maximum above what it has. */
const mayGrow = ({ context }: Entity) => Number(context['maxMemoryBytes']) > Number(context['memoryBytes']);

/** Which VMs grew while they ran; null as long as another one still could, or none was given anything. */
function grown(played: Played): readonly string[] | null {
  const hot = grownHot(played);
  const others = played.world.ofKind('vm').filter((vm) => !hot.includes(vm));
  if (others.some(mayGrow)) return null;
  const isGiven = played.facts.some(({ name }) => name === 'command.set-vm-memory');
  return isGiven ? hot.map(({ id }) => id) : null;
}

/** Its checks. */
export const growingChecks: Readonly<Record<string, Check>> = {
  larger: { sentence: 'Both VMs have 4 GiB, and serve.', test: larger },
  'four-vcpus': {
    sentence: 'VM 1 has four virtual CPUs, and serves.',
    test: ({ world }) => {
      const vcpus = field(world, VM_1, 'vcpus');
      if (vcpus < WANTED.vcpus) return lacks(`It has ${vcpus}.`);
      return serves(world, VM_1) ? passed : lacks('It has them, and does not serve yet.');
    },
  },
  capped: {
    sentence: 'VM 1 has a cap of one core.',
    test: ({ world }) => {
      const cap = field(world, VM_1, 'capPercent');
      return cap === WANTED.capPercent ? passed : lacks(cap === 0 ? 'It has no cap.' : `Its cap is ${cap}%.`);
    },
  },
};

/** Its figures. */
export const growingFigures: Readonly<Record<string, (played: Played) => Figure>> = {
  'grown-hot': (played) => grown(played) && `${grown(played)!.length} of ${played.world.ofKind('vm').length}`,
  vcpus: ({ world }) => field(world, VM_1, 'vcpus'),
  wants: ({ world }) => cores(copiesOf(world).find(({ id }) => standsOn(world, id, VM_1))?.cpu.wanted ?? 0),
  gets: ({ world }) => cores(world.get(VM_1)?.cpu.granted ?? 0),
  idle: ({ world }) => cores(field(world, HOST, 'cores') * CORE - (world.get(HOST)?.cpu.granted ?? 0)),
};

/** Its questions. */
export const growingPredictions: LessonChecks['predictions'] = {
  hot: {
    both: (played) => grown(played)?.length === played.world.ofKind('vm').length,
    neither: (played) => grown(played)?.length === 0,
    one: (played) => grown(played)?.join() === VM_1,
  },
};
