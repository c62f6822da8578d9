// Words of the timeline and the transport: play, pause, facts, speed, forks.

/** Messages of `src/view/timeline` and `src/view/transport`. */
export const timeline = {};
