// The colours of every theme by name, as data. colors.css holds the same values as custom properties; tests compare
// the two and compute the contrast of every pair that occurs.

/** Names of the colour tokens. `--<name>` in CSS. */
export const tokenNames = [
  'ground', // the page
  'stage', // of the stage, of cards and of gaps between boxes
  'ink', // words, accents, progress, focus
  'ink-soft', // second words: hints, captions
  'on-ink', // words on what is filled with ink
  'on-dark', // words on structure
  'on-light', // words on tenants
  'on-fallen', // words on what is filled with red
  'line', // hairlines
  'line-strong', // frames of hosts, VMs and controls
  'lane', // time in which something served
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

/** One of them. */
export type TokenName = (typeof tokenNames)[number];

/** One value for each name, `#rrggbb`. */
export type Tokens = Readonly<Record<TokenName, string>>;

const light: Tokens = {
  ground: '#f3f5f8',
  stage: '#ffffff',
  ink: '#0d1b2a',
  'ink-soft': '#4a5866',
  'on-ink': '#ffffff',
  'on-dark': '#ffffff',
  'on-light': '#0d1b2a',
  'on-fallen': '#ffffff',
  line: '#cfd7df',
  'line-strong': '#788796',
  lane: '#0d1b2a',
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
  program: '#93a3b3',
  'program-pale': '#e9eef2',
  fallen: '#a3281a',
  'fallen-pale': '#fbe7e3',
  dots: '#84929f',
};

const dark: Tokens = {
  ground: '#0c131a',
  stage: '#17212b',
  ink: '#e8eef4',
  'ink-soft': '#a9b8c6',
  'on-ink': '#0c131a',
  'on-dark': '#ffffff',
  'on-light': '#0d1b2a',
  'on-fallen': '#2b0904',
  line: '#313f4c',
  'line-strong': '#708292',
  lane: '#93a7b9',
  sunken: '#22303c',
  hardware: '#445663',
  'hardware-cell': '#1b2630',
  cpu: '#f2c14e',
  hypervisor: '#936a14',
  'hypervisor-pale': '#2c2413',
  kernel: '#14828a',
  'kernel-pale': '#102b2f',
  runtime: '#7359de',
  'runtime-pale': '#221d42',
  search: '#f2aabd',
  'search-pale': '#412932',
  cart: '#d5e6a1',
  'cart-pale': '#2f3722',
  buy: '#55c8f2',
  'buy-pale': '#183643',
  program: '#93a3b3',
  'program-pale': '#28333e',
  fallen: '#ff8a75',
  'fallen-pale': '#46170f',
  dots: '#7b8c9b',
};

const contrast: Tokens = {
  ground: '#ffffff',
  stage: '#ffffff',
  ink: '#000000',
  'ink-soft': '#2a333c',
  'on-ink': '#ffffff',
  'on-dark': '#ffffff',
  'on-light': '#000000',
  'on-fallen': '#ffffff',
  line: '#5b6773',
  'line-strong': '#3b4650',
  lane: '#000000',
  sunken: '#e3e6ea',
  hardware: '#18222a',
  'hardware-cell': '#4b5b67',
  cpu: '#f7cb5c',
  hypervisor: '#3f2b00',
  'hypervisor-pale': '#f3eddf',
  kernel: '#08484d',
  'kernel-pale': '#e0eeef',
  runtime: '#43279f',
  'runtime-pale': '#e9e4f8',
  search: '#f2aabd',
  'search-pale': '#fdf1f4',
  cart: '#d5e6a1',
  'cart-pale': '#f7faec',
  buy: '#55c8f2',
  'buy-pale': '#e8f6fd',
  program: '#93a3b3',
  'program-pale': '#f3f5f7',
  fallen: '#9a1f12',
  'fallen-pale': '#fdeeeb',
  dots: '#4d5862',
};

/** Themes by their `data-theme`. The first is what paper and stills show. */
export const themes = { light, dark, contrast } satisfies Record<string, Tokens>;

/** Themes by name. */
export type ThemeName = keyof typeof themes;

/** The declarations of a theme's custom properties, for a picture that stands alone. */
export const declarationsOf = (theme: ThemeName): string =>
  tokenNames.map((name) => `--${name}:${themes[theme][name]};`).join('');
