// What a first view can do without: asked for once, and there for the whole page from then on.

/** A file that is loaded when it is needed. */
export interface LateFile<File> {
  /** Null until it is loaded. */
  readonly current: File | null;
  /** What kept it from being loaded. */
  readonly failure: unknown;
  /** Loads it, unless that was asked for before. */
  readonly load: () => void;
}

/** The file that `fetch` gives, as far as it is loaded. */
export function lateFile<File>(fetch: () => Promise<File>): LateFile<File> {
  let file = $state.raw<File | null>(null);
  let failure = $state.raw<unknown>(null);
  let coming: Promise<void> | null = null;
  return {
    get current() {
      return file;
    },
    get failure() {
      return failure;
    },
    load: () => {
      coming ??= fetch().then(
        (loaded) => void (file = loaded),
        (error: unknown) => void (failure = error),
      );
    },
  };
}
