// Facts that are answers: what a command came to, where nothing else shows it. Whoever tells one says so by this type,
// and whoever tells facts in words has to know them all.

/** Names of these facts. */
export type AnswerName =
  | 'builder.failed'
  | 'builder.pruned'
  | 'container.looked-for'
  | 'image.failed'
  | 'image.retrying'
  | 'image.scanned'
  | 'process.not-loaded'
  | 'runtime.pruned';
