// Worlds at an instant: every kind of box in the states it can be in, alone, side by side, and in crowds.
import { chainHost, CHAINS, type Chain } from '../../../tests/fixtures/chains';
import { crowd, restless, restlessBetween, spread, tower } from '../../../tests/fixtures/crowds';
import { withDisks } from '../../../tests/fixtures/disks';
import { withImages } from '../../../tests/fixtures/images';
import { copy, hostA, hostB, hostC, laptop, scenario, vm } from '../../../tests/fixtures/worlds';
import {
  SECOND,
  STACKS,
  stackOf,
  type BoxSpec,
  type Command,
  type Scenario,
  type StackName,
} from '../../sim';

/** A run and where its head stands. */
export interface WorldFixture {
  readonly scenario: Scenario;
  /** Where the head stands, microseconds. */
  readonly at: number;
  /** How far the run goes, microseconds. */
  readonly furthest: number;
  /** A box that is selected. */
  readonly selected?: string;
  /** The width it is made for, px. */
  readonly width?: number;
}

const two = [hostA, hostB];
const all = [hostA, hostB, laptop, ...hostC];
/** Hosts are stacked, and every container is drawn by itself, px. */
const NARROW = 580;
const BROKEN = 5 * SECOND;

function world(boxes: Parameters<typeof scenario>[0], at: number, selected?: string): WorldFixture {
  return { scenario: scenario(boxes), at, furthest: at, ...(selected === undefined ? {} : { selected }) };
}

/** The same worlds some time after something was done to them, `after` in seconds. */
function broken(
  name: string,
  target: string,
  after: number,
  selected?: string,
  boxes: readonly BoxSpec[] = all,
): WorldFixture {
  const command: Command = { name, target };
  const at = BROKEN + after * SECOND;
  return { ...world(boxes, at, selected), scenario: scenario(boxes, [{ at: BROKEN, command }]) };
}

/** A product's own floors under two guests. */
function stack(product: StackName): WorldFixture {
  const vms = [vm('vm-1', [copy('s-search-1')]), vm('vm-2', [copy('s-cart-1')])];
  return world([stackOf({ host: 'host-s', product, vms })], BROKEN);
}

/** Each stack by its name. */
const stacks = Object.fromEntries(STACKS.map((product) => [product, stack(product)])) as Record<
  StackName,
  WorldFixture
>;

/** Each runtime with the programs of its chain. */
const chains = Object.fromEntries(
  (Object.keys(CHAINS) as Chain[]).map((chain) => [`chain-${chain}`, world([chainHost(chain)], BROKEN)]),
) as Record<`chain-${Chain}`, WorldFixture>;

const [from, to] = restlessBetween;

/** Worlds by the last part of their address. */
export const worlds = {
  starting: world(all, 100_000),
  running: world(all, BROKEN),
  selected: world(all, BROKEN, 'process/b-search-1'),
  unplaced: world(hostC, BROKEN),
  'process-killed': broken('kill-process', 'process/b-search-1', 0.05),
  'container-stopped': broken('stop-container', 'container/b-search-1', 11),
  'runtime-crashed': broken('crash-runtime', 'runtime/docker-b', 0.05),
  'kernel-panicked': broken('panic-kernel', 'kernel/host-b', 1),
  'kernel-rebooting': broken('panic-kernel', 'kernel/host-b', 12),
  'guest-panicked': broken('panic-kernel', 'kernel/vm-2', 1, 'vm/vm-2'),
  'vm-crashed': broken('crash-vm', 'vm/vm-2', 0.05),
  'hypervisor-crashed': broken('crash-hypervisor', 'hypervisor/xen-a', 1, 'hypervisor/xen-a'),
  'hypervisor-type-2-crashed': broken('crash-hypervisor', 'hypervisor/virtualbox', 1),
  'plug-pulled': broken('pull-plug', 'host/host-b', 1),
  'shutting-down': broken('shut-down', 'host/host-a', 2),
  'shut-down': broken('shut-down', 'host/host-a', 10),
  'two-hosts': world(two, BROKEN),
  'two-hosts-killed': broken('kill-process', 'process/b-search-1', 2, undefined, two),
  'two-hosts-rebooting': broken('panic-kernel', 'kernel/host-b', 12, 'kernel/host-b', two),
  ...stacks,
  ...chains,
  disks: world(withDisks, BROKEN),
  'snapshot-taken': broken('take-snapshot', 'vm/vm-1', 10, undefined, withDisks),
  'disk-broken': broken('break-disk', 'disk/ssd-a', 1, undefined, withDisks),
  images: world(withImages, BROKEN),
  'image-pulling': broken('pull-image', 'image/cart', 1, undefined, withImages),
  'image-pulled': broken('pull-image', 'image/cart', 20, undefined, withImages),
  crowd: world([crowd], 40 * SECOND),
  tower: world([tower], 60 * SECOND),
  spread: { ...world(spread, 40 * SECOND), width: NARROW },
  restless: {
    scenario: scenario(spread, restless(spread)),
    at: from * SECOND,
    furthest: to * SECOND,
    width: NARROW,
  },
} as const satisfies Readonly<Record<string, WorldFixture>>;
