// What lesson 4 looks for in a run. Everything is read from the world and its facts.
import type { CheckResult, Figure, LessonChecks, Played } from '../../src/lesson/format';
import { copiesOf, firstFact, is, lacks, passed, servedAgain, standsOn } from '../../src/lesson/reading';
import { GIBIBYTE, type Fact, type WorldView } from '../../src/sim';

const VM_1 = 'vm/vm-1';
const VM_2 = 'vm/vm-2';
const CART = 'process/cart-1';
const SEARCH = 'process/search-2';
const SSD = 'disk/ssd';
const HOST_A = 'host/host-a';
const HOST_B = 'host/host-b';

const gibibytes = (bytes: number) => `${Number((bytes / GIBIBYTE).toFixed(1))} GiB`;
const told = ({ facts }: Played, name: string) => facts.filter((fact) => fact.name === name);
const amount = (fact: Fact | undefined | null, key: string) => Number(fact?.data?.[key] ?? 0);
const used = (world: WorldView, disk = SSD) => world.get(disk)?.memory.charged ?? 0;
const size = (world: WorldView, disk = SSD) => world.get(disk)?.memory.size ?? 0;

/** The file that a VM writes to. */
const fileOf = (world: WorldView, vm: string) =>
  world.get(world.get(vm)?.needs.find((id) => id.startsWith('vdisk/')) ?? '');

/** The first snapshot of the disk alone. */
const firstOfDisk = (played: Played) =>
  told(played, 'vm.snapshot-taken').find((fact) => amount(fact, 'stateBytes') === 0);

/** What that snapshot added to the disk when it was taken, and what was written until it was gone back to; null before. */
function growth(played: Played): { readonly atOnce: number; readonly since: number } | null {
  const taken = firstOfDisk(played);
  if (!taken || played.world.at === taken.at) return null;
  const back = told(played, 'vm.rolled-back').find(({ seq }) => seq > taken.seq);
  const since = back ? amount(back, 'lostBytes') : used(played.world) - amount(taken, 'usedBytes');
  return { atOnce: amount(taken, 'addedBytes'), since };
}

/** The first upgrade of the guest OS; null before. */
const upgrade = ({ facts }: Played) => firstFact(facts, 'command.upgrade-guest', VM_1);

function snapshotTaken(played: Played): CheckResult {
  const taken = firstOfDisk(played);
  const early = upgrade(played);
  if (early && early.seq < (taken?.seq ?? Infinity))
    return lacks('It was upgraded before, so there is nothing to go back to. Take that back.');
  if (taken) return passed;
  const withMemory = told(played, 'vm.snapshot-taken').length > 0;
  return lacks(
    withMemory
      ? 'That one keeps the memory too. Take one of the disk.'
      : 'No snapshot of VM 1 was taken yet.',
  );
}

function upgraded(played: Played): CheckResult {
  if (!snapshotTaken(played).passed) return lacks('First take a snapshot: you may want to go back.');
  return upgrade(played) ? passed : lacks('The guest OS is not upgraded yet.');
}

/** Passed once the cart serves from what the disk was at the snapshot. */
function back(played: Played): CheckResult {
  const { world, facts } = played;
  const since = upgrade(played)?.seq ?? Infinity;
  const rolled = facts.find(({ name, seq }) => name === 'vm.rolled-back' && seq > since);
  if (!rolled) return lacks('VM 1 has not been rolled back after the upgrade.');
  const release = String(fileOf(world, VM_1)?.context['release']);
  return servedAgain(facts, CART, rolled) && is(world, CART, 'serving')
    ? passed
    : lacks(`Release ${release} is on its disk again, but cart does not serve yet.`);
}

const clones = (world: WorldView) => world.ofKind('vm').filter(({ id }) => id !== VM_1);
/** Clones with a file of their own, and those that are written over another one. */
const whole = (world: WorldView) =>
  clones(world).filter(({ id }) => fileOf(world, id)?.context['backing'] === null);

function fourClones({ world }: Played): CheckResult {
  const made = clones(world).length;
  if (made < 4) return lacks(`${made} of 4 clones are made.`);
  if (used(world) + virtual(world) <= size(world))
    return lacks('There is room for one more clone with a disk of its own. Take a linked one back.');
  const serving = copiesOf(world).filter(({ id }) => is(world, id, 'serving') && id !== CART);
  return serving.length >= 4 ? passed : lacks(`${serving.length} of 4 clones serve.`);
}
/** What a whole copy of VM 1's disk takes: all of it is in use. */
const virtual = (world: WorldView) => Number(fileOf(world, VM_1)?.context['virtualBytes'] ?? 0);

/** How many clones have whole disks once all four serve and no other fits; null before. */
const wholeDisks = (played: Played) => (fourClones(played).passed ? whole(played.world).length : null);

const held = ({ facts }: Played) => firstFact(facts, 'vm.held', VM_1);

/** How many files VM 1's disk was when the disk was full: one for each snapshot, and the one that is written; null before. */
function filesWhenFull(played: Played): number | null {
  const full = held(played);
  const before = (name: string) =>
    told(played, name).filter(({ seq }) => full !== null && seq < full.seq).length;
  return full && before('vm.snapshot-taken') - before('vdisk.merged') + 1;
}

function diskFull(played: Played): CheckResult {
  const { world, facts } = played;
  const still = held(played);
  if (!still) return lacks(`The disk has ${gibibytes(size(world) - used(world))} left.`);
  const withIt = facts.some(
    ({ name, about, at }) => name === 'process.paused' && about === CART && at === still.at,
  );
  return withIt ? passed : lacks('cart still answers.');
}

function servesAgain(played: Played): CheckResult {
  const since = held(played);
  if (!since) return lacks('The disk is not full yet.');
  const goesOn = played.facts.some(({ seq, name }) => seq > since.seq && name === 'vm.went-on');
  const serves = is(played.world, CART, 'serving') && goesOn;
  if (serves && size(played.world) > used(played.world)) return passed;
  return lacks(`VM 1 stands still; the disk has ${gibibytes(size(played.world) - used(played.world))} left.`);
}

const broke = ({ facts }: Played) => firstFact(facts, 'disk.broke', SSD);
const backups = (world: WorldView) =>
  world.ofKind('vdisk').filter(({ context, tags }) => context['use'] === 'backup' && tags.includes('up'));

function backedUp(played: Played): CheckResult {
  const { world, facts } = played;
  const isBroken = broke(played) !== null;
  const copied = facts.some(({ name, about }) => name === 'vdisk.copied' && about?.includes('backup'));
  if (!copied)
    return lacks(
      isBroken
        ? 'The disk broke before a backup was complete. Take that back.'
        : 'No backup of VM 1 is complete.',
    );
  if (backups(world).length === 0) return lacks('The backup is lost: it lay on the disk that broke.');
  const elsewhere = backups(world).some(({ standsOn }) => standsOn !== SSD);
  return elsewhere ? passed : lacks('The backup lies on the same disk as VM 1.');
}

function broken(played: Played): CheckResult {
  if (told(played, 'vm.snapshot-taken').length > 0)
    return broke(played) ? passed : lacks('The disk still works.');
  return lacks(
    broke(played)
      ? 'It broke before a snapshot was taken. Take that back.'
      : 'Take a snapshot as well, before.',
  );
}

function restored(played: Played): CheckResult {
  const since = broke(played);
  if (!since) return lacks('The disk still works.');
  if (backups(played.world).length === 0) return lacks('There is no backup left to restore from.');
  return servedAgain(played.facts, CART, since) && is(played.world, CART, 'serving')
    ? passed
    : lacks('cart does not serve from a restored disk yet.');
}

/** What the copy did a while after its disk broke; null before. */
function afterBreak(played: Played): 'fell' | 'errors' | 'serves' | null {
  const since = broke(played);
  if (!since) return null;
  const later = played.facts.filter(({ seq, at }) => seq > since.seq && at === since.at);
  if (later.some(({ name, about }) => about === CART && name === 'process.fell')) return 'fell';
  return later.some(({ name, about }) => about === CART && name === 'process.suffering')
    ? 'errors'
    : 'serves';
}

const snapshotsLeft = (world: WorldView) =>
  world.ofKind('vdisk').filter(({ context, tags }) => context['use'] === 'snapshot' && tags.includes('up'));

const arrived = (facts: readonly Fact[], vm: string) =>
  firstFact(facts, 'vm.migrated', vm) ?? firstFact(facts, 'vm.pulled', vm);

/** How long a VM stood still when it was moved, in milliseconds; null before. */
function downtime({ facts }: Played, vm: string): number | null {
  const paused = firstFact(facts, 'vm.paused', vm);
  return paused && amount(paused, 'roundMs');
}

/** How long its first round took, with all of its memory, in milliseconds. */
const wholeMs = ({ facts }: Played, vm: string) => amount(firstFact(facts, 'vm.round', vm), 'roundMs');

function moved({ world, facts }: Played): CheckResult {
  if (arrived(facts, VM_1) && standsOn(world, VM_1, HOST_B)) return passed;
  const rounds = facts.filter(({ name, about }) => name === 'vm.round' && about === VM_1).length;
  return lacks(rounds === 0 ? 'VM 1 is not on its way yet.' : `VM 1 is on its way, in round ${rounds}.`);
}

function calledOff({ world, facts }: Played): CheckResult {
  if (!firstFact(facts, 'vm.not-converging', VM_2))
    return lacks('Nobody knows yet whether VM 2 will arrive.');
  const { peer, peerBytes } = world.get(VM_2)?.context ?? {};
  return peer === null && peerBytes === 0 ? passed : lacks('VM 2 is still on its way.');
}

/** When VM 2 was moved while it was off; null before. */
const movedOff = ({ facts }: Played) => firstFact(facts, 'vm.moved', VM_2);

function movedCold(played: Played): CheckResult {
  const { world } = played;
  if (is(world, VM_2, 'up') && movedOff(played) === null)
    return lacks('VM 2 runs: a VM that runs is not moved cold.');
  if (!standsOn(world, VM_2, HOST_B)) return lacks('VM 2 is off, and still on host-a.');
  if (movedOff(played) === null) return lacks('VM 2 came to host-b while it ran.');
  return is(world, SEARCH, 'serving') ? passed : lacks('VM 2 is on host-b, and search does not serve yet.');
}

/** How long it took from its start on the other host until its copy served, in milliseconds; null before. */
function coldBoot({ facts, ...played }: Played): number | null {
  const moved = movedOff({ facts, ...played });
  const later = (from: Fact | undefined, name: string, about: string) =>
    facts.find((fact) => from && fact.seq > from.seq && fact.name === name && fact.about === about);
  const started = later(moved ?? undefined, 'command.start-vm', VM_2);
  const up = later(started, 'process.up', SEARCH);
  return started && up ? (up.at - started.at) / 1_000 : null;
}

function arrives({ world, facts }: Played): CheckResult {
  const last = (fact: string) => facts.findLast(({ name, about }) => name === fact && about === VM_2);
  const mode = String(last('vm.migrating')?.data?.['mode']);
  if (standsOn(world, VM_2, HOST_B)) {
    if (last('vm.pulling')) return passed;
    return (last('vm.moved')?.seq ?? 0) > (last('vm.migrated')?.seq ?? 0)
      ? lacks('VM 2 came while it was off. Move it back, and then, while it runs, by post-copy.')
      : lacks(`VM 2 came by ${mode}. Move it back, and then by post-copy.`);
  }
  if (!last('vm.migrating')) return lacks('VM 2 is not on its way yet.');
  return world.get(VM_2)?.context['peer'] === null
    ? lacks('VM 2 is not on its way any more.')
    : lacks(`VM 2 is on its way by ${mode}, and still on host-a.`);
}

/** What became of VM 2 once host-a lost its power in the middle of a post-copy; null before. */
function afterPlug({ facts }: Played): 'lost' | 'serves' | null {
  const move = (seq: number) =>
    facts.findLast((fact) => fact.about === VM_2 && fact.seq < seq && MOVES.includes(fact.name));
  const plug = facts.find(
    ({ name, about, seq }) =>
      name === 'host.lost-power' && about === HOST_A && move(seq)?.name === 'vm.pulling',
  );
  if (!plug) return null;
  const lost = facts.some(
    ({ name, about, seq }) => name === 'vm.migration-lost' && about === VM_2 && seq > plug.seq,
  );
  return lost ? 'lost' : 'serves';
}

/** What a post-copy goes through: the guest is over there, and then all of its memory. */
const MOVES: readonly string[] = ['vm.pulling', 'vm.pulled', 'vm.migration-lost'];

function plugPulled(played: Played): CheckResult {
  if (afterPlug(played) !== null) return passed;
  const { world, facts } = played;
  if (!is(world, HOST_A, 'up')) {
    const fate = standsOn(world, VM_2, HOST_B)
      ? 'VM 2 did not need host-a then.'
      : world.get(VM_2)?.state === 'fallen'
        ? 'VM 2 still ran on host-a, and fell with it.'
        : 'VM 2 did not run then.';
    return lacks(`${fate} Go back in time, or start this step again.`);
  }
  if (standsOn(world, VM_2, HOST_B) && world.get(VM_2)?.context['peer'] === null)
    return firstFact(facts, 'vm.pulling', VM_2)
      ? lacks('All of VM 2 is on host-b by now. Go back to when it was not.')
      : lacks('VM 2 never ran on host-b while its memory was on host-a: it came by another way.');
  return lacks(
    `host-a has power, and VM 2 ${standsOn(world, VM_2, HOST_B) ? 'needs it' : 'is still there'}.`,
  );
}

/** How many snapshots one can go back to, once the disk broke; null before. */
const wayBack = (played: Played) => (broke(played) ? snapshotsLeft(played.world).length : null);

/** Whether the host has room for all four VMs, those counted that are still off. */
function fourthFits(world: WorldView): boolean {
  const off = world.ofKind('vm').filter(({ id }) => !is(world, id, 'up'));
  const asked = off.reduce((sum, { context }) => sum + Number(context['memoryBytes']), 0);
  return size(world, HOST_A) - used(world, HOST_A) >= asked;
}

/** To the millisecond. */
const span = (ms: number | null): Figure => (ms === null ? null : { micros: Math.round(ms) * 1_000 });

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    'snapshot-taken': { sentence: 'There is a snapshot of VM 1.', test: snapshotTaken },
    upgraded: { sentence: 'The guest OS of VM 1 was upgraded after that.', test: upgraded },
    back: { sentence: 'VM 1 is rolled back, and cart serves again.', test: back },
    'four-clones': { sentence: 'Four clones of VM 1 serve beside it.', test: fourClones },
    'disk-full': {
      sentence: 'The disk is full, VM 1 stands still, and cart answers nobody.',
      test: diskFull,
    },
    'serves-again': { sentence: 'There is room on the disk, and cart serves again.', test: servesAgain },
    'backed-up': { sentence: 'There is a backup that nothing on this disk can take along.', test: backedUp },
    broken: { sentence: 'The disk broke, with a snapshot on it.', test: broken },
    restored: { sentence: 'cart serves from a restored disk.', test: restored },
    moved: { sentence: 'VM 1 runs on host-b.', test: moved },
    'called-off': { sentence: 'Moving VM 2 would never end, and is called off.', test: calledOff },
    'moved-cold': { sentence: 'VM 2 was moved while it was off, and serves again.', test: movedCold },
    arrives: { sentence: 'VM 2 runs on host-b.', test: arrives },
    'plug-pulled': { sentence: 'host-a lost its power while VM 2 still needed it.', test: plugPulled },
  },
  figures: {
    'added-at-once': (played) => {
      const found = growth(played);
      return found && gibibytes(found.atOnce);
    },
    'grown-since': (played) => {
      const found = growth(played);
      return found && gibibytes(found.since);
    },
    'whole-disks': wholeDisks,
    'used-by-all': (played) => (wholeDisks(played) === null ? null : gibibytes(used(played.world))),
    files: (played) => filesWhenFull(played),
    'snapshots-until-full': (played) => {
      const files = filesWhenFull(played);
      return files === null ? null : files - 1;
    },
    'snapshots-left': (played) => wayBack(played),
    rounds: (played) => {
      const there = arrived(played.facts, VM_1);
      return there && amount(there, 'round');
    },
    downtime: (played) => span(downtime(played, VM_1)),
    'whole-memory': (played) => (downtime(played, VM_1) === null ? null : span(wholeMs(played, VM_1))),
    'last-round': (played) => {
      const rounds = played.facts.filter(({ name, about }) => name === 'vm.round' && about === VM_2);
      return (
        firstFact(played.facts, 'vm.not-converging', VM_2) && gibibytes(amount(rounds.at(-1), 'roundBytes'))
      );
    },
    'cold-boot': (played) => span(coldBoot(played)),
    'still-there': (played) => {
      const pulling = firstFact(played.facts, 'vm.pulling', VM_2);
      return pulling && gibibytes(amount(pulling, 'roundBytes'));
    },
  },
  predictions: {
    fourth: {
      used: ({ world }) =>
        fourthFits(world) && world.ofKind('hypervisor').some(({ context }) => context['overcommit'] === true),
      sum: ({ world }) =>
        fourthFits(world) && world.ofKind('hypervisor').every(({ memory }) => memory.own === 0),
      no: ({ world }) => !fourthFits(world),
    },
    growth: {
      later: (played) => {
        const found = growth(played);
        return found !== null && found.atOnce === 0 && found.since > 0;
      },
      now: (played) => (growth(played)?.atOnce ?? 0) > 0,
      never: (played) => {
        const found = growth(played);
        return found !== null && found.atOnce === 0 && found.since === 0;
      },
    },
    'whole-clones': {
      four: (played) => wholeDisks(played) === 4,
      three: (played) => wholeDisks(played) === 3,
      two: (played) => wholeDisks(played) === 2,
    },
    nights: {
      nothing: (played) => !held(played) && told(played, 'vm.snapshot-taken').length >= 8,
      oldest: (played) => !held(played) && told(played, 'vdisk.deleted').length > 0,
      stands: (played) => held(played) !== null,
    },
    'disk-gone': {
      falls: (played) => afterBreak(played) === 'fell',
      errors: (played) => afterBreak(played) === 'errors',
      nothing: (played) => afterBreak(played) === 'serves',
    },
    standstill: {
      whole: (played) => downtime(played, VM_1) !== null && downtime(played, VM_1)! >= wholeMs(played, VM_1),
      moment: (played) => {
        const ms = downtime(played, VM_1);
        return ms !== null && ms > 0 && ms < wholeMs(played, VM_1);
      },
      none: (played) => arrived(played.facts, VM_1) !== null && (downtime(played, VM_1) ?? 0) === 0,
    },
    'old-host': {
      serves: (played) => afterPlug(played) === 'serves',
      back: (played) => afterPlug(played) !== null && standsOn(played.world, VM_2, HOST_A),
      lost: (played) => afterPlug(played) === 'lost' && standsOn(played.world, VM_2, HOST_B),
    },
    'ten-snapshots': {
      last: (played) => wayBack(played) === 1,
      any: (played) => (wayBack(played) ?? 0) > 1,
      none: (played) => wayBack(played) === 0,
    },
  },
};
