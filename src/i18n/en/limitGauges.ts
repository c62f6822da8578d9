// Words beside the gauges over a container, in several lengths: the longest that fits is taken.

type Lengths = readonly string[];

/** What its weight, its quota and its memory limit do to it. */
export const enLimitGauges = {
  cores: { one: 'core', other: 'cores' },
  /** Of a container: what it gets (`1 core`, `1`), what it wants, and by what. */
  container: (cores: string, bare: string, wanted: string, by: string): Lengths => [
    `${cores}, wants ${wanted}${by === '' ? '' : `, ${by}`}`,
    `${cores}, wants ${wanted}`,
    `${bare}, wants ${wanted}`,
  ],
  containerAll: (cores: string, bare: string, by: string): Lengths => [
    by === '' ? cores : `${cores}, ${by}`,
    cores,
    bare,
  ],
  quota: (cores: string) => `quota ${cores}`,
  weight: (weight: string) => `weight ${weight}`,
  period: (runs: string, period: string, stopped: string): Lengths => [
    `runs ${runs}, stopped ${stopped}`,
    `${runs} of ${period}`,
  ],
  limit: (bytes: string): Lengths => [`limit ${bytes}`, bytes],
  high: (bytes: string): Lengths => [`memory.high ${bytes}`, `high ${bytes}`],
};

/** What a language has to say there. */
export type LimitGaugeMessages = typeof enLimitGauges;
