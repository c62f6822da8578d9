// What the whole course must cover, and where: each claim with the lesson, the check or question that shows it, and the
// rule of the model without which that turns red. A claim of a lesson that is not written yet names the lesson.

/** Where a claim is shown. */
export interface Shown {
  /** Slug of the lesson. */
  readonly lesson: string;
  /** Slug of the step, or `transfer`. */
  readonly step: string;
  /** Id of a check, or of a question. */
  readonly check: string;
  /** `kind effect` of the model, or `model settle` for the shares of CPU. */
  readonly rule: string;
}

export interface Claim {
  readonly claim: string;
  readonly shown: readonly Shown[];
  /** Lessons by number that will show it, or more of it. */
  readonly later: readonly number[];
}

const ONE = 'works-on-my-machine';
const FOUR = 'snapshot-roll-back-clone-move';
const TWO = 'many-computers-in-one';
const THREE = 'what-a-guest-os-costs';
const FIVE = 'a-box-around-processes';
const NINE = 'how-many-fit';
const EIGHT = 'fair-shares';
const SIX = 'images-are-layers';
const SEVEN = 'build-it-again';
const TEN = 'one-kernel-falls';

function shown(lesson: string, step: string, check: string, rule: string): Shown {
  return { lesson, step, check, rule };
}

const later = (claim: string, ...lessons: readonly number[]): Claim => ({ claim, shown: [], later: lessons });

const stacks = shown(TWO, 'six-products', 'six-panics', 'hypervisor dropWhatStands');
const chains = shown(FIVE, 'no-docker-at-all', 'monitors', 'monitor takeAlong');
const extraFloor = shown(TWO, 'the-extra-floor', 'extra-floor', 'hypervisor dropWhatStands');

/** In the order of the list in the curriculum. */
export const claims: readonly Claim[] = [
  {
    claim: 'portability',
    shown: [
      shown(ONE, 'the-same-file-another-machine', 'same-file', 'process load'),
      shown(ONE, 'files-of-its-own', 'both-serve', 'artifact arrive'),
      shown(ONE, 'transfer', 'database', 'process checkNeeds'),
    ],
    later: [12],
  },
  {
    claim: 'isolation',
    shown: [
      shown(TEN, 'one-kernel', 'one-kernel', 'kernel dropWhatStands'),
      shown(TWO, 'its-guest-falls', 'neighbours-notice', 'kernel dropWhatStands'),
      shown(TWO, 'one-wants-everything', 'what-is-lost', 'model settle'),
      shown(FIVE, 'transfer', 'no-limits', 'model settle'),
      shown(EIGHT, 'a-noisy-neighbour', 'left-for-cart', 'model settle'),
      shown(EIGHT, 'seven-cores-idle', 'seven-idle', 'model settle'),
      shown(EIGHT, 'who-is-killed', 'who-ends', 'process claimMemory'),
    ],
    later: [11],
  },
  {
    claim: 'overhead',
    shown: [
      shown(THREE, 'until-the-next-does-not-fit', 'how-many', 'vm claimReservation'),
      shown(NINE, 'one-huge-application', 'huge-factor', 'vm claimReservation'),
    ],
    later: [],
  },
  {
    claim: 'density',
    shown: [
      shown(NINE, 'the-race-to-fill', 'factor', 'vm claimReservation'),
      shown(NINE, 'the-race-to-fill', 'one-in-one-out', 'process claimMemory'),
      shown(NINE, 'transfer', 'micro', 'process claimMemory'),
    ],
    later: [],
  },
  {
    claim: 'start-up time',
    shown: [
      shown(ONE, 'files-of-its-own', 'appliance-serves', 'vm bootFloors'),

      shown(TEN, 'who-picks-it-up', 'back-first', 'container askRuntime'),
      shown(FIVE, 'the-same-by-two-programs', 'three-serve', 'container startMain'),
      shown(NINE, 'ready-to-serve', 'first-ready', 'container startMain'),
    ],
    later: [],
  },
  {
    claim: 'image size',
    shown: [
      shown(ONE, 'another-cpu-type', 'cpu', 'artifact arrive'),
      shown(SIX, 'three-images-one-base', 'two-more', 'image fetchNext'),
      shown(SIX, 'ten-containers', 'one-of-ten', 'layer keepFiles'),
    ],
    later: [],
  },
  {
    claim: 'reservation against dynamic resize',
    shown: [
      shown(THREE, 'promise-more-than-you-have', 'overcommitted', 'vm claimReservation'),
      shown(THREE, 'what-the-balloon-gives-back', 'night-over', 'hypervisor reclaimStep'),
      shown(THREE, 'the-same-page-twelve-times', 'sharing', 'hypervisor reclaimStep'),
      shown(EIGHT, 'larger-while-they-run', 'uses-more', 'process claimMemory'),
      shown(EIGHT, 'larger-while-they-run', 'vms-larger', 'vm resize'),
    ],
    later: [],
  },
  {
    claim: 'snapshots, clones, backup, migration',
    shown: [
      shown(FOUR, 'go-back', 'back', 'vm bootFloors'),
      shown(FOUR, 'four-clones', 'four-clones', 'vm bootFloors'),
      shown(FOUR, 'a-snapshot-every-night', 'nights', 'vdisk writeBlocks'),
      shown(FOUR, 'the-disk-breaks', 'disk-gone', 'disk dropWhatStands'),
      shown(FOUR, 'the-disk-breaks', 'restored', 'vm bootFloors'),
      shown(FOUR, 'move-while-it-serves', 'moved', 'vm arrive'),
      shown(FOUR, 'make-it-end', 'arrives', 'vm judgeRound'),
    ],
    later: [],
  },
  { claim: 'type 1 and 2', shown: [extraFloor], later: [] },
  {
    claim: 'several OSes on one machine',
    shown: [shown(TWO, 'two-operating-systems', 'both-oses', 'vm bootFloors')],
    later: [],
  },
  {
    claim: 'cost against separate computers',
    shown: [
      shown(TWO, 'six-computers-hardly-busy', 'how-busy', 'model settle'),
      shown(TWO, 'six-computers-hardly-busy', 'computers-off', 'host pressButton'),
    ],
    later: [],
  },
  {
    claim: 'iteration speed',
    shown: [
      shown(SEVEN, 'one-line-changes', 'which-steps', 'builder chooseStep'),
      shown(SEVEN, 'one-line-changes', 'vm-built', 'builder finishStep'),
    ],
    later: [],
  },
  later('shared-kernel exploits and untrusted public images', 11),
  {
    claim: 'reproducible builds in CI',
    shown: [
      shown(SEVEN, 'nobody-wrote-it-down', 'by-hand', 'builder writeImage'),
      shown(SEVEN, 'half-a-year-later', 'half-a-year', 'builder resolveBases'),
      shown(SEVEN, 'the-same-digest', 'pinned', 'builder lookForCommits'),
      shown(SEVEN, 'the-same-digest', 'same-digest', 'builder writeImage'),
    ],
    later: [],
  },
  {
    claim: 'security updates',
    shown: [
      shown(SEVEN, 'a-hole-in-the-base', 'replaced', 'container placeOnKernel'),
      shown(SEVEN, 'transfer', 'safe-now', 'image arrive'),
    ],
    later: [11],
  },
  { claim: 'LXC', shown: [chains], later: [] },
  {
    claim: 'Docker',
    shown: [
      shown(TEN, 'who-picks-it-up', 'all-back', 'runtime settleContainers'),
      shown(FIVE, 'a-stop-in-order', 'orderly', 'runtime stopContainers'),
      shown(SIX, 'three-images-one-base', 'all-pulled', 'image readManifest'),
    ],
    later: [13],
  },
  { claim: 'containerd', shown: [chains], later: [13] },
  { claim: 'CRI-O', shown: [chains], later: [13] },
  { claim: 'rkt', shown: [chains], later: [] },
  { claim: 'Xen', shown: [stacks], later: [] },
  { claim: 'Hyper-V', shown: [stacks], later: [] },
  { claim: 'KVM', shown: [stacks, shown(FOUR, 'make-it-end', 'arrives', 'vm judgeRound')], later: [] },
  { claim: 'VirtualBox', shown: [stacks, extraFloor], later: [] },
  { claim: 'VMware Workstation', shown: [stacks, extraFloor], later: [] },
  {
    claim: 'cloud instances',
    shown: [shown(TWO, 'transfer', 'cloud', 'kernel dropWhatStands')],
    later: [],
  },
  later('WSL 2', 12),
  later('containers in VMs', 11, 12),
  later('Kubernetes', 13, 15, 16, 17, 18),
  later('self-service', 15),
  later('Mesos', 15),
  later('ZooKeeper', 16),
  later('microservices against monolith', 14),
  {
    claim: 'monolithic VMs',
    shown: [shown(ONE, 'files-of-its-own', 'appliance-serves', 'artifact arrive')],
    later: [14],
  },
];
