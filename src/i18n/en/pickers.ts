// Who picks a box up.

/** Who acts, as the subject of a sentence. `box` is the box that acts, when it is one of the model's. */
const by: Readonly<Record<string, (box: string) => string>> = {
  'service-manager': (box) => `the service manager in ${box}`,
  runtime: (box) => box,
  hypervisor: (box) => box,
  kernel: (box) => box,
  person: () => 'a person',
};

/** Who picks a box up. What it waits for is `waits.ts`. */
export const pickers = { by };
