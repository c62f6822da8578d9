// The speeds that are offered, as multiples of the wall clock.

/** From slow to fast. */
export const usualSpeeds = [0.1, 1, 10, 100] as const;

/** The next faster (1) or slower (-1) of the usual speeds; the same where there is none. */
export function nextSpeed(speed: number, by: 1 | -1): number {
  const others = usualSpeeds.filter((each) => (each - speed) * by > 0);
  return (by > 0 ? others[0] : others.at(-1)) ?? speed;
}
