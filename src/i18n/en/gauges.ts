// Words beside the gauges in a VM, in several lengths: the longest that fits is taken.

type Lengths = readonly string[];

/** What its virtual CPUs get, and where its memory is. */
export const enGauges = {
  cores: { one: 'core', other: 'cores' },
  all: (cores: string): Lengths => [cores],
  part: (granted: string, runnable: string): Lengths => [`${granted} of ${runnable} cores`],
  memory: {
    freed: (bytes: string): Lengths => [`${bytes} freed, still held`, `freed ${bytes}`, 'freed'],
    balloon: (bytes: string): Lengths => [`balloon ${bytes}`, 'balloon'],
    swapped: (bytes: string): Lengths => [`${bytes} swapped out`, `swapped ${bytes}`, 'swapped'],
    merged: (bytes: string): Lengths => [`${bytes} shared`, 'shared'],
  },
  /** Of several VMs beside each other; without a figure of some of them. */
  together: {
    freed: (_: string): Lengths => ['freed, still held', 'freed'],
    balloon: (bytes: string): Lengths => [...(bytes ? [`balloons: ${bytes}`] : []), 'balloons'],
    swapped: (bytes: string): Lengths => [
      ...(bytes ? [`swapped out: ${bytes}`] : []),
      'swapped out',
      'swapped',
    ],
  },
};

/** What a language has to say there. */
export type GaugeMessages = typeof enGauges;
