// Blocks of disks under 6,000 random commands, held against a slow account that keeps every cluster by itself.
import { expect, it } from 'vitest';
import { createRun, SECOND, type BoxSpec, type Run } from '../../../../src/sim';
import { CLUSTER } from '../../../../src/sim/resources/images';
import { Draws } from '../../../laws/chaos';
import { hostOn, vmOn } from '../../../fixtures/disks';

const HOT = 8;
const A_SECOND = 3;
const INSTALLED = 20;
const VM = 'vm/vm-1';

const boxes: readonly BoxSpec[] = [
  hostOn('slow', [vmOn('vm-1', 'vdisk/vm-1')]),
  {
    kind: 'disk',
    name: 'ssd',
    spec: { capacityBytes: 10_000 * CLUSTER },
    holds: [
      {
        kind: 'vdisk',
        name: 'vm-1',
        spec: {
          of: VM,
          virtualBytes: 64 * CLUSTER,
          dataBytes: INSTALLED * CLUSTER,
          hotBytes: HOT * CLUSTER,
          writeBytesPerSecond: A_SECOND * CLUSTER,
        },
      },
    ],
  },
];

/** One file as a set of clusters, and the file under it. */
interface Slow {
  readonly holds: Set<number>;
  backing: string | null;
}

/** The account: a set for each file, nothing shared, nothing merged beforehand. */
class Account {
  readonly files = new Map<string, Slow>();
  written = 'vdisk/vm-1';
  since = 0;
  cursor = 0;
  runs = true;

  constructor() {
    this.files.set(this.written, { holds: new Set(Array(INSTALLED).keys()), backing: null });
  }

  /** What the guest wrote from one instant to another: in steps of a second since its file was made. */
  write(from: number, to: number): void {
    const seconds = (at: number) => Math.floor((at - this.since) / SECOND);
    for (let tick = seconds(from); this.runs && tick < seconds(to); tick++) {
      for (let cluster = 0; cluster < A_SECOND; cluster++) {
        this.files.get(this.written)!.holds.add((this.cursor + cluster) % HOT);
      }
      this.cursor = (this.cursor + A_SECOND) % HOT;
    }
  }

  over(id: string, made: string, at: number): void {
    this.files.set(made, { holds: new Set(), backing: id });
    this.written = made;
    this.since = at;
  }

  whole(id: string): Set<number> {
    const all = new Set<number>();
    for (let next: string | null = id; next !== null; next = this.files.get(next)!.backing) {
      for (const cluster of this.files.get(next)!.holds) all.add(cluster);
    }
    return all;
  }

  take(id: string): void {
    const [over] = [...this.files].filter(([, { backing }]) => backing === id);
    const gone = this.files.get(id)!;
    this.files.delete(id);
    if (over === undefined) return;
    for (const cluster of gone.holds) over[1].holds.add(cluster);
    over[1].backing = gone.backing;
  }

  /** Files that are looked into to read one cluster of what the guest goes round in, on average, in hundredths. */
  get readCost(): number {
    let looked = 0;
    for (let cluster = 0; cluster < HOT; cluster++) {
      let next: string | null = this.written;
      for (; next !== null; next = this.files.get(next)!.backing) {
        looked++;
        if (this.files.get(next)!.holds.has(cluster)) break;
      }
    }
    return Math.round((looked * 100) / HOT);
  }

  get clusters(): number {
    return [...this.files.values()].reduce((sum, { holds }) => sum + holds.size, 0);
  }
}

const idsOf = (run: Run) =>
  run
    .view()
    .ofKind('vdisk')
    .map(({ id }) => id);

function play(seed: number): number {
  const draws = new Draws(seed);
  const run = createRun({ id: 'blocks', seed, world: { boxes } });
  const account = new Account();
  let obeyed = 0;
  for (let turn = 0; turn < 14; turn++) {
    const from = run.head;
    run.seek(from + draws.int(30, 4_000) * 1_000);
    account.write(from, run.head);
    const before = idsOf(run);
    const name = draws.pick([
      'take-snapshot',
      'take-snapshot',
      'roll-back',
      'delete-snapshot',
      'clone-vm',
      'back-up',
    ]);
    const file = draws.pick(before);
    const kind = draws.pick(['full', 'linked']);
    const args = {
      'roll-back': { to: file },
      'delete-snapshot': { snapshot: file },
      'clone-vm': { kind },
      'back-up': { to: 'disk/ssd' },
    }[name];
    const empty = account.files.get(account.written)!;
    if (!run.do({ name, target: VM, ...(args && { args }) }).done) continue;
    obeyed++;
    const made = idsOf(run).filter((id) => !before.includes(id));
    follow(account, name, { file, kind, made, at: run.head, empty });
    // Copies and merges of so few clusters are done within milliseconds.
    const then = run.head;
    run.seek(then + 20_000);
    account.write(then, run.head);
    expect(run.view().get('disk/ssd')!.memory.charged, `seed ${seed}: ${name} ${file}`).toBe(
      account.clusters * CLUSTER,
    );
    const { readCost } = run.view().get(account.written)!.context;
    expect(readCost, `seed ${seed}: ${name} ${file}`).toBe(account.readCost);
  }
  return obeyed;
}

interface Done {
  readonly file: string;
  readonly kind: string;
  readonly made: readonly string[];
  readonly at: number;
  readonly empty: Slow;
}

/** The same on the account. */
function follow(account: Account, name: string, { file, kind, made, at, empty }: Done): void {
  const own = account.written;
  if (name === 'take-snapshot') account.over(own, made[0]!, at);
  if (name === 'roll-back') {
    account.over(file, made[0]!, at);
    account.files.delete(own);
    account.runs = false;
  }
  if (name === 'delete-snapshot') account.take(file);
  if (name === 'back-up' || (name === 'clone-vm' && kind === 'full')) {
    account.files.set(made[0]!, { holds: account.whole(own), backing: null });
  }
  if (name !== 'clone-vm' || kind === 'full') return;
  const below = empty.holds.size === 0 && empty.backing !== null ? empty.backing : own;
  if (below === own) account.over(own, made[0]!, at);
  account.files.set(made.at(-1)!, { holds: new Set(), backing: below });
}

it('takes on its disk, and costs in look-ups, what an account of single clusters says, in 600 random runs', () => {
  let obeyed = 0;
  for (let seed = 1; seed <= 600; seed++) obeyed += play(seed);
  expect(obeyed).toBeGreaterThan(6_000);
});
