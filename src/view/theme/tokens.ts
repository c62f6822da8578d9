// The colours of every theme by name, as data, and the pairs of them that meet as text and background.
// tokens.css holds the same values as custom properties; a test compares the two and computes every contrast.

/** Names of the colour tokens. `--<name>` in CSS. */
export const tokenNames = [
  'ground', // the page
  'stage', // white of the stage, of cards and of gaps between boxes
  'ink', // words, accents, progress, focus
  'ink-soft', // second words: hints, captions
  'on-dark', // words on structure
  'line', // hairlines
  'line-strong', // frames of hosts, VMs and controls
  'sunken', // what lies back: the future on a timeline, a disabled control
  'hardware',
  'hardware-cell', // a core that idles
  'cpu', // CPU in use
  'hypervisor',
  'hypervisor-pale',
  'kernel',
  'kernel-pale',
  'runtime', // runtimes and layers
  'runtime-pale',
  'search',
  'search-pale',
  'cart',
  'cart-pale',
  'buy',
  'buy-pale',
  'program', // a process that serves nobody, or a service without a colour of its own
  'program-pale',
  'fallen', // red means fallen, and nothing else
  'fallen-pale', // between the lines of the hatch
  'dots', // reserved, not used
] as const;

export type TokenName = (typeof tokenNames)[number];

/** One value for each name, `#rrggbb`. */
export type Tokens = Readonly<Record<TokenName, string>>;

const light: Tokens = {
  ground: '#f3f5f8',
  stage: '#ffffff',
  ink: '#0d1b2a',
  'ink-soft': '#4a5866',
  'on-dark': '#ffffff',
  line: '#cfd7df',
  'line-strong': '#8795a3',
  sunken: '#e4e9ee',
  hardware: '#26343f',
  'hardware-cell': '#4b5b67',
  cpu: '#f2c14e',
  hypervisor: '#6b4a00',
  'hypervisor-pale': '#e8dfcb',
  kernel: '#0f6066',
  'kernel-pale': '#cfe3e4',
  runtime: '#4629a6',
  'runtime-pale': '#ddd6f3',
  search: '#f2aabd',
  'search-pale': '#fbe6ec',
  cart: '#d5e6a1',
  'cart-pale': '#f2f7e0',
  buy: '#55c8f2',
  'buy-pale': '#d9f1fc',
  program: '#d3dbe3',
  'program-pale': '#eef1f4',
  fallen: '#a3281a',
  'fallen-pale': '#fbe7e3',
  dots: '#a9b5c0',
};

/** Themes by their `data-theme`. The first is what a page without the attribute shows. */
export const themes = { light } satisfies Record<string, Tokens>;

/** Words on backgrounds that occur: 4.5 to 1 in every theme. */
export const textPairs: readonly (readonly [text: TokenName, background: TokenName])[] = [
  ['ink', 'ground'],
  ['ink', 'stage'],
  ['ink', 'sunken'],
  ['ink-soft', 'ground'],
  ['ink-soft', 'stage'],
  ['ink-soft', 'sunken'],
  ['on-dark', 'ink'],
  ['on-dark', 'hardware'],
  ['on-dark', 'hypervisor'],
  ['on-dark', 'kernel'],
  ['on-dark', 'runtime'],
  ['on-dark', 'fallen'],
  ['ink', 'hypervisor-pale'],
  ['ink', 'kernel-pale'],
  ['ink', 'runtime-pale'],
  ['ink', 'search'],
  ['ink', 'search-pale'],
  ['ink', 'cart'],
  ['ink', 'cart-pale'],
  ['ink', 'buy'],
  ['ink', 'buy-pale'],
  ['ink', 'program'],
  ['ink', 'program-pale'],
  ['fallen', 'stage'],
  ['fallen', 'ground'],
  ['fallen', 'fallen-pale'],
];

/** Lines and fills that must be told apart from what is beside them: 3 to 1. */
export const linePairs: readonly (readonly [line: TokenName, background: TokenName])[] = [
  ['line-strong', 'stage'],
  ['fallen', 'stage'],
  ['fallen', 'fallen-pale'],
  ['ink', 'stage'],
  ['cpu', 'hardware'],
  ['cpu', 'hardware-cell'],
];
