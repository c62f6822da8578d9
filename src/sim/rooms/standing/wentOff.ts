// The last acts of a floor that has shut down in order.

/** Once nothing runs on it any more: it gives back its memory, and its machine goes off. */
export const WENT_OFF = ['releaseMemory', 'dropWhatStands', 'reportOff'] as const;
