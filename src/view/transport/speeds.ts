// The speeds that are offered, as multiples of the wall clock.

/** From slow to fast. */
export const usualSpeeds = [0.1, 1, 10, 100] as const;

/** The slowest usual speed, from real time on, at which `length` milliseconds of a run take at most `most` of the wall clock. */
export function speedFor(length: number, most: number): number {
  return usualSpeeds.find((speed) => speed >= 1 && length / speed <= most) ?? usualSpeeds.at(-1)!;
}

/** The next faster (1) or slower (-1) of the usual speeds; the same where there is none. */
export function nextSpeed(speed: number, by: 1 | -1): number {
  const others = usualSpeeds.filter((each) => (each - speed) * by > 0);
  return (by > 0 ? others[0] : others.at(-1)) ?? speed;
}
