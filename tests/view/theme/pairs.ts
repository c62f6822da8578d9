// What meets what in drawings, where a stylesheet alone cannot say it: reviewed by looking, held to the components'
// own use of tokens by a test.
import type { TokenName } from '../../../src/view/theme/tokens';

type Pair = readonly [front: TokenName, back: TokenName];

/** What one drawing puts on what. */
export interface Drawing {
  /** Words on what is behind them. */
  readonly words?: readonly Pair[];
  /** Lines and fills that must be told from what is beside them. */
  readonly shapes?: readonly Pair[];
  /** Tokens that neither carry nor say anything here, with the reason. */
  readonly quiet?: Partial<Record<TokenName, string>>;
}

const halo = 'a halo: keeps what is drawn on it apart from what is behind';

/** Every file that draws with `fill` and `stroke`, by its path from `src/`. */
export const drawings: Readonly<Record<string, Drawing>> = {
  'apps/course/HandoutStill.svelte': { shapes: [['fallen', 'fallen-pale']] },
  'apps/course/PaperMarks.svelte': {
    shapes: [
      ['fallen', 'fallen-pale'],
      ['dots', 'stage'],
    ],
  },
  'view/compare/DifferMarks.svelte': { shapes: [['stage', 'ink']] },
  'view/compare/RunLane.svelte': {
    shapes: [
      ['line-strong', 'ground'],
      ['ink', 'ground'],
    ],
  },
  'view/inspector/ChartPicture.svelte': {
    words: [
      ['ink', 'stage'],
      ['on-ink', 'ink'],
    ],
    shapes: [
      ['line-strong', 'stage'],
      ['on-ink', 'ink'],
    ],
  },
  'view/share/QrPicture.svelte': { shapes: [['on-light', 'on-dark']] },
  'view/stage/BundleBox.svelte': {
    shapes: [
      ['line-strong', 'stage'],
      ['ink', 'stage'],
    ],
  },
  'view/stage/ChainBadge.svelte': { shapes: [['ink', 'stage']] },
  'view/stage/CoreMeter.svelte': {
    shapes: [
      ['cpu', 'hardware-cell'],
      ['cpu', 'hardware'],
    ],
  },
  'view/stage/CountBadge.svelte': {
    words: [
      ['on-fallen', 'fallen'],
      ['on-ink', 'ink'],
      ['ink', 'stage'],
    ],
    quiet: { stage: halo },
  },
  'view/stage/FrameBox.svelte': {
    shapes: [
      ['line-strong', 'stage'],
      ['runtime', 'stage'],
      ['ink', 'stage'],
      ['fallen', 'stage'],
    ],
  },
  'view/stage/HostBox.svelte': {
    shapes: [
      ['line-strong', 'ground'],
      ['line-strong', 'stage'],
      ['ink', 'ground'],
      ['ink', 'line'],
    ],
    quiet: {
      hardware: 'its words and cells tell it; the ground line is above it',
      sunken: 'hardware without power: it says so',
    },
  },
  'view/stage/LabelBadge.svelte': {
    words: [
      ['ink', 'ground'],
      ['ink', 'stage'],
      ['ink', 'sunken'],
      ['ink-soft', 'ground'],
      ['ink-soft', 'stage'],
      ['on-dark', 'hardware'],
      ['on-dark', 'hypervisor'],
      ['on-dark', 'kernel'],
      ['on-dark', 'runtime'],
      ['on-light', 'search'],
      ['on-light', 'cart'],
      ['on-light', 'buy'],
      ['on-light', 'program'],
      ['fallen', 'stage'],
      ['fallen', 'ground'],
    ],
    shapes: [
      ['ink-soft', 'stage'],
      ['fallen', 'stage'],
      ['on-dark', 'kernel'],
    ],
  },
  'view/stage/VmGauges.svelte': {
    shapes: [
      ['cpu', 'hardware'],
      ['on-dark', 'hardware'],
      ['line-strong', 'stage'],
      ['ink-soft', 'stage'],
      ['runtime', 'stage'],
    ],
    quiet: { sunken: 'a ground: its edge and its word tell it from the hollow' },
  },
  'view/stage/LimitGauges.svelte': {
    shapes: [
      ['cpu', 'hardware-cell'],
      ['ink', 'stage'],
    ],
  },
  'view/stage/Lens.svelte': {
    words: [
      ['ink', 'stage'],
      ['ink-soft', 'stage'],
    ],
    shapes: [
      ['line-strong', 'stage'],
      ['ink', 'stage'],
    ],
  },
  'view/stage/MemoryBox.svelte': {
    shapes: [
      ['ink', 'stage'],
      ['line-strong', 'stage'],
      ['fallen', 'stage'],
      ['runtime', 'stage'],
      ['stage', 'kernel'],
    ],
  },
  'view/stage/OutlineBadge.svelte': {
    shapes: [
      ['fallen', 'stage'],
      ['ink', 'stage'],
    ],
  },
  'view/stage/PatternDefs.svelte': {
    shapes: [
      ['fallen', 'fallen-pale'],
      ['dots', 'stage'],
    ],
  },
  'view/stage/ProgressBars.svelte': {
    shapes: [['ink', 'stage']],
    quiet: { line: 'the course that a bar still has before it: the bar says the same' },
  },
  'view/share/StillDisks.svelte': {
    words: [
      ['ink', 'stage'],
      ['ink', 'program-pale'],
      ['ink', 'search-pale'],
      ['ink', 'cart-pale'],
      ['ink', 'buy-pale'],
      ['on-light', 'program'],
      ['on-light', 'search'],
      ['on-light', 'cart'],
      ['on-light', 'buy'],
      ['on-dark', 'runtime'],
      ['ink', 'runtime-pale'],
    ],
    shapes: [
      ['ink', 'stage'],
      ['ink', 'program-pale'],
      ['fallen', 'stage'],
      ['fallen', 'fallen-pale'],
      ['runtime', 'stage'],
      ['runtime', 'runtime-pale'],
    ],
  },
  'view/stage/TopLines.svelte': {
    shapes: [['ink', 'stage']],
  },
  'view/stage/StagePicture.svelte': {
    words: [
      ['ink', 'hypervisor-pale'],
      ['ink', 'kernel-pale'],
      ['ink', 'runtime-pale'],
      ['ink', 'search-pale'],
      ['ink', 'cart-pale'],
      ['ink', 'buy-pale'],
      ['ink', 'program-pale'],
    ],
    shapes: [
      ['hypervisor', 'stage'],
      ['kernel', 'stage'],
      ['runtime', 'stage'],
      ['hypervisor', 'hypervisor-pale'],
      ['kernel', 'kernel-pale'],
      ['runtime', 'runtime-pale'],
      ['ink-soft', 'stage'],
      ['line-strong', 'stage'],
      ['line-strong', 'ground'],
    ],
    quiet: {
      search: 'a fill: its word tells it, and its column ends at a gap',
      cart: 'the same',
      buy: 'the same',
      program: 'the same',
    },
  },
  'view/timeline/HeadLine.svelte': {
    shapes: [
      ['ink', 'stage'],
      ['ink', 'ground'],
    ],
  },
  'view/timeline/Lanes.svelte': {
    words: [
      ['ink-soft', 'sunken'],
      ['ink', 'ground'],
    ],
    shapes: [
      ['fallen', 'fallen-pale'],
      ['lane', 'ground'],
      ['lane', 'sunken'],
      ['line-strong', 'ground'],
    ],
    quiet: {
      line: 'a grid behind the lanes: the scale says the same',
      sunken: 'its word says "not run yet"',
    },
  },
  'view/timeline/Marks.svelte': {
    words: [['ink-soft', 'ground']],
    shapes: [
      ['line-strong', 'ground'],
      ['fallen', 'ground'],
      ['ink', 'ground'],
    ],
  },
  'view/timeline/Segment.svelte': {
    words: [
      ['on-ink', 'lane'],
      ['ink', 'stage'],
      ['ink', 'sunken'],
      ['ink', 'ground'],
    ],
    shapes: [
      ['lane', 'ground'],
      ['lane', 'sunken'],
      ['line-strong', 'ground'],
      ['stage', 'lane'],
    ],
  },
  'view/timeline/Plot.svelte': { words: [['ink', 'ground']] },
  'view/transport/PlayButton.svelte': {
    shapes: [['on-ink', 'ink']],
    quiet: { 'line-strong': 'disabled', line: 'disabled' },
  },
};

/** Backgrounds that carry no words: path, selector and what they are instead. */
export const wordless: readonly (readonly [path: string, selector: string, reason: string])[] = [
  ['view/shell/ProgressBars.svelte', '.passed', 'a bar; the words are beside it'],
  ['view/shell/ProgressBars.svelte', '.here', 'a bar; the words are beside it'],
  ['view/projector/VoteBars.svelte', '.bar', 'a bar; the words are beside it'],
  ['view/stage/DiskBar.svelte', '.tie::before', 'a dot; the word is at the end of its line'],
];
